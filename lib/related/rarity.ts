import type { Background } from './background';
import type { Combination } from './combination';
import type { DocumentCounts } from './document-counts';

/** Pairs this much commoner than by chance are phrases ("sparse autoencoder", not "autoencoder find"). */
const PHRASE_LIFT = 2;
/** And so are those that are most of what one of the two words is used for ("language model"). */
const PHRASE_SHARE = 0.5;
/** A power of two; the terms of some hundred papers. */
const KNOWN = 2 ** 15;
/** Nearly all terms that the background does not list stand in fewer papers. */
const SELDOM = 256;

/** The rarities asked for last, each in the one slot of its hash: a newer one takes an older's place. */
class KnownRarities {
  private readonly hashes = new Int32Array(KNOWN).fill(-1);
  private readonly rarities = new Float64Array(KNOWN);

  /** 0 and up; -1 where it is not known. */
  find(hash: number): number {
    const slot = hash & (KNOWN - 1);
    return this.hashes[slot] === hash ? (this.rarities[slot] ?? -1) : -1;
  }

  keep(hash: number, rarity: number): number {
    const slot = hash & (KNOWN - 1);
    this.hashes[slot] = hash;
    this.rarities[slot] = rarity;
    return rarity;
  }
}

/**
 * How rare terms and authors are, from the user's own papers and the background together. The
 * background counts as some papers more: it says nearly everything in a library of ten and next to
 * nothing in one of ten thousand. It holds until the counts change.
 */
export class Rarity {
  private readonly papers: number;
  private readonly share: number;
  private readonly known = new KnownRarities();
  /** Rarities of terms that the background does not list, by the papers that hold them. */
  private readonly unlisted: Float64Array;

  constructor(
    private readonly background: Background,
    private readonly counts: DocumentCounts,
    private readonly combination: Combination,
  ) {
    const { backgroundPapers, backgroundHalfPapers } = combination;
    const fading = backgroundPapers / (1 + counts.papers / backgroundHalfPapers);
    const weight = background.documents > 0 ? fading : 0;
    this.papers = counts.papers + weight;
    this.share = weight / Math.max(1, background.documents);
    this.unlisted = Float64Array.from({ length: SELDOM }, (_, count) => this.ofCounts(count, 0));
  }

  /** BM25's inverse document frequency, 0 and up, raised to a power that was learnt. */
  ofTerm(hash: number): number {
    const { known, unlisted } = this;
    const found = known.find(hash);
    if (found >= 0) return found;
    const count = this.counts.of(hash);
    const listed = this.background.documentCount(hash);
    if (listed === 0 && count < SELDOM) return unlisted[count] ?? 0;
    return known.keep(hash, this.ofCounts(count, listed));
  }

  /** In [0, 1]: 1 for an author of one paper alone. */
  ofAuthor(name: number): number {
    return Math.min(1, this.inverseFrequency(name & 0xffffff) / Math.log(1 + this.papers));
  }

  /** Whether two words stand together so much oftener than by chance that they make one phrase. */
  isPhrase(pair: number, first: number, second: number): boolean {
    const [together, one, other] = [pair, first, second].map((hash) => this.holding(hash));
    if (!together || !one || !other) return false;
    const byChance = (one * other) / this.papers;
    return together >= PHRASE_LIFT * byChance || together >= PHRASE_SHARE * Math.min(one, other);
  }

  /** As the background's. */
  namesSubject(hash: number): boolean | undefined {
    return this.background.namesSubject(hash);
  }

  private ofCounts(count: number, listed: number): number {
    return this.inverse(this.together(count, listed)) ** this.combination.rarityPower;
  }

  private inverseFrequency(hash: number): number {
    return this.inverse(this.holding(hash));
  }

  private inverse(holding: number): number {
    return Math.log(1 + Math.max(0, this.papers - holding + 0.5) / (holding + 0.5));
  }

  /** Papers that hold a term, the background's share of them among them. */
  private holding(hash: number): number {
    return this.together(this.counts.of(hash), this.background.documentCount(hash));
  }

  /** @param listed papers of the background; 0 where it does not list the term */
  private together(count: number, listed: number): number {
    return count + this.share * Math.max(this.combination.unlistedCount, listed);
  }
}
