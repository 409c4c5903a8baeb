import type { Background } from '../../lib/related/background';
import { CandidateFinder } from '../../lib/related/candidates';
import { COMBINATION } from '../../lib/related/combination';
import { featuresOf, type TermWorth } from '../../lib/related/features';
import { PaperRows } from '../../lib/related/paper-rows';
import { Rarity } from '../../lib/related/rarity';
import type { RelatedDocument } from '../../lib/related/related-index';
import { weighTerms } from '../../lib/related/signals/text';

/** As many as block-related-index.ts asks for. */
const CANDIDATES = 180;
/** No paper of the bench has more, so that none is worth less than another. */
const MAX_TERMS = 400;
const alike: TermWorth = () => 1;

/**
 * Our index as far as it finds which papers are worth scoring, by their words alone: the text read,
 * its terms weighed, their postings added up, the best picked. None is scored, so this is less than
 * any query of ours.
 */
export class CandidatesAlone {
  readonly #rows: PaperRows;
  readonly #rarity: Rarity;
  readonly #finder = new CandidateFinder();

  constructor(segments: ReadonlyMap<string, ArrayBuffer>, background: Background) {
    const { vectors, checksum } = background;
    this.#rows = PaperRows.open(segments, vectors.dimensions, checksum, alike);
    this.#rarity = new Rarity(background, this.#rows.counts, COMBINATION);
  }

  /** Numbers of some rows, in no order of worth. */
  find(document: RelatedDocument): number[] {
    const features = featuresOf(document, MAX_TERMS, alike);
    const { meanLength } = this.#rows.counts;
    const weights = weighTerms(features, this.#rarity, meanLength, COMBINATION);
    const own = this.#rows.locate(document.id) ? 1 : 0;
    this.#finder.ask(this.#rows, { terms: features.terms, weights, names: [] }, own);
    return this.#finder.best(CANDIDATES);
  }
}
