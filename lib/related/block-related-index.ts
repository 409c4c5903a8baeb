import type { PaperKey } from '../core/paper';
import type { SegmentChange } from '../core/segments';
import { type Background, NO_BACKGROUND } from './background';
import type { BlockRow } from './block';
import { badgeThreshold, toUnit } from './calibration';
import { CandidateFinder } from './candidates';
import { SUPPORT_HITS, SUPPORT_WEIGHT } from './combination';
import { featuresOf } from './features';
import { PaperRows } from './paper-rows';
import { Explainer } from './reasons';
import type { RelatedDocument, RelatedHit, RelatedIndex } from './related-index';
import { type ScoredRow, Scorer } from './scorer';
import { paperVector } from './signals/vectors';

export interface RelatedOptions {
  /** What is known of language beforehand; without it small libraries are judged less well. */
  readonly background?: Background;
  /** Terms kept of each paper. Fewer make the index smaller; 64 cost little, 160 keep nearly all. */
  readonly maxTerms?: number;
}

const DEFAULT_MAX_TERMS = 160;
/** Terms looked at in the query paper. */
const MAX_QUERY_TERMS = 400;

/** Opens an index from its segments; an empty map, or one of another format, opens an empty one. */
export function openRelatedIndex(
  segments: ReadonlyMap<string, ArrayBuffer>,
  options: RelatedOptions = {},
): RelatedIndex {
  return new BlockRelatedIndex(segments, options);
}

class BlockRelatedIndex implements RelatedIndex {
  private readonly background: Background;
  private readonly maxTerms: number;
  private readonly rows: PaperRows;
  private readonly finder = new CandidateFinder();

  constructor(segments: ReadonlyMap<string, ArrayBuffer>, options: RelatedOptions) {
    this.background = options.background ?? NO_BACKGROUND;
    this.maxTerms = options.maxTerms ?? DEFAULT_MAX_TERMS;
    const origin = (this.background.checksum ^ this.maxTerms) >>> 0;
    this.rows = PaperRows.open(segments, this.background.vectors.dimensions, origin);
  }

  get rev(): number {
    return this.rows.rev;
  }

  get size(): number {
    return this.rows.size;
  }

  put(documents: readonly RelatedDocument[], rev: number): void {
    this.rows.put(documents.map((document) => this.toRow(document)));
    this.rows.rev = rev;
  }

  remove(ids: readonly PaperKey[], rev: number): void {
    for (const id of ids) this.rows.remove(id);
    this.rows.rev = rev;
  }

  flush(): SegmentChange {
    return this.rows.flush();
  }

  mergeStep(): boolean {
    return this.rows.mergeStep();
  }

  related(document: RelatedDocument, limit: number): RelatedHit[] {
    const features = featuresOf(document, MAX_QUERY_TERMS);
    const scorer = new Scorer(features, this.rows, this.background);
    const ranked = scorer.addFeedback(this.scored(document.id, scorer)).sort(byScore);
    const support = meanScore(ranked.slice(0, SUPPORT_HITS)) * SUPPORT_WEIGHT;
    const explainer = new Explainer(document, scorer);
    return ranked.slice(0, limit).map((hit) => ({
      id: hit.block.id(hit.row),
      score: toUnit(hit.score + support),
      reason: explainer.explain(hit),
    }));
  }

  badgeThreshold(): number {
    return badgeThreshold(this.rows.size);
  }

  private scored(ownId: PaperKey, scorer: Scorer): ScoredRow[] {
    const own = this.rows.locate(ownId);
    const hits: ScoredRow[] = [];
    for (const number of this.finder.find(this.rows, scorer.text.terms)) {
      const { block, base, dead } = this.rows.blockOf(number);
      const row = number - base;
      if (dead[row] === 1 || (own?.held.block === block && own.row === row)) continue;
      const parts = scorer.score(block, row);
      if (parts.total > 0) hits.push({ block, row, parts, score: parts.total });
    }
    return hits.sort(byScore);
  }

  private toRow(document: RelatedDocument): BlockRow {
    const features = featuresOf(document, this.maxTerms);
    return { id: document.id, ...features, vector: paperVector(features.terms, this.background) };
  }
}

function byScore(a: ScoredRow, b: ScoredRow): number {
  return b.score - a.score;
}

function meanScore(hits: readonly ScoredRow[]): number {
  return hits.reduce((sum, hit) => sum + hit.score, 0) / SUPPORT_HITS;
}
