import type { Block } from './block';
import type { Combination } from './combination';
import type { DocumentCounts } from './document-counts';
import type { Rarity } from './rarity';
import { CountNorm } from './term-weights';

/**
 * Rows as vectors over terms: rarity × BM25's saturated count. Not scaled to one length: a long
 * abstract says more of what its paper is about (measured: scaling takes .01 from every feed).
 */
export class WeighedRows {
  readonly norms: CountNorm;
  private readonly rarities = new Map<number, number>();

  constructor(
    private readonly rarity: Rarity,
    counts: DocumentCounts,
    combination: Combination,
  ) {
    const { profileSaturation, profileLengthWeight } = combination;
    this.norms = new CountNorm(profileSaturation, profileLengthWeight, counts.meanLength);
  }

  /** Adds `weight` times the row's vector to a sum over terms. */
  addTo(sum: Map<number, number>, block: Block, row: number, weight: number): void {
    const norm = this.norms.of(block.lengths[row] ?? 0);
    const end = block.termOffsets[row + 1] ?? 0;
    for (let i = block.termOffsets[row] ?? 0; i < end; i++) {
      const term = block.terms[i] ?? 0;
      const hash = term >>> 8;
      const count = term & 0xff;
      const saturated = ((this.norms.saturation + 1) * count) / (count + norm);
      sum.set(hash, (sum.get(hash) ?? 0) + weight * this.rarityOf(hash) * saturated);
    }
  }

  rarityOf(hash: number): number {
    const known = this.rarities.get(hash);
    if (known !== undefined) return known;
    const rarity = this.rarity.ofTerm(hash);
    this.rarities.set(hash, rarity);
    return rarity;
  }
}
