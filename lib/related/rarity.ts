import type { Background } from './background';
import { BACKGROUND_PAPERS, TERM_RARITY_POWER, UNLISTED_COUNT } from './combination';
import type { DocumentCounts } from './document-counts';

/**
 * How rare terms and authors are, from the user's own papers and the background together. The
 * background counts as some thousand papers more: it says nearly everything in a library of ten
 * and little in one of a hundred thousand.
 */
export class Rarity {
  private readonly papers: number;
  private readonly share: number;

  constructor(
    private readonly background: Background,
    private readonly counts: DocumentCounts,
  ) {
    const weight = background.documents > 0 ? BACKGROUND_PAPERS : 0;
    this.papers = counts.papers + weight;
    this.share = weight / Math.max(1, background.documents);
  }

  /** BM25's inverse document frequency, 0 and up, raised to a power that was learnt. */
  ofTerm(hash: number): number {
    return this.inverseFrequency(hash) ** TERM_RARITY_POWER;
  }

  /** In [0, 1]: 1 for an author of one paper alone. */
  ofAuthor(hash: number): number {
    return Math.min(1, this.inverseFrequency(hash) / Math.log(1 + this.papers));
  }

  private inverseFrequency(hash: number): number {
    const listed = Math.max(UNLISTED_COUNT, this.background.documentCount(hash)) * this.share;
    const holding = this.counts.of(hash) + listed;
    return Math.log(1 + Math.max(0, this.papers - holding + 0.5) / (holding + 0.5));
  }
}
