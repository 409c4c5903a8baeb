import type { Block } from './block';
import type { Combination } from './combination';
import type { DocumentCounts } from './document-counts';
import type { Rarity } from './rarity';
import { CountNorm } from './term-weights';

/** Rows as vectors of length 1 over terms: rarity × BM25's saturated count. */
export class UnitRows {
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
    const scale = weight / this.length(block, row);
    this.each(block, row, (hash, value) => sum.set(hash, (sum.get(hash) ?? 0) + scale * value));
  }

  /** The row's length before it is scaled; 1 for a row without terms. */
  length(block: Block, row: number): number {
    let square = 0;
    this.each(block, row, (_, value) => {
      square += value * value;
    });
    return Math.sqrt(square) || 1;
  }

  rarityOf(hash: number): number {
    const known = this.rarities.get(hash);
    if (known !== undefined) return known;
    const rarity = this.rarity.ofTerm(hash);
    this.rarities.set(hash, rarity);
    return rarity;
  }

  private each(block: Block, row: number, visit: (hash: number, value: number) => void): void {
    const norm = this.norms.of(block.lengths[row] ?? 0);
    const end = block.termOffsets[row + 1] ?? 0;
    for (let i = block.termOffsets[row] ?? 0; i < end; i++) {
      const term = block.terms[i] ?? 0;
      const count = term & 0xff;
      const saturated = ((this.norms.saturation + 1) * count) / (count + norm);
      visit(term >>> 8, this.rarityOf(term >>> 8) * saturated);
    }
  }
}
