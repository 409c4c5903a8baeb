import type { Block } from './block';

/** 16 kB: in the processor's first cache, and a thousand terms fill one place in sixteen. */
const FILTER_BITS = 14;
const FILTER_MASK = 2 ** FILTER_BITS - 1;

/**
 * Terms and what each is worth, ready to be met with rows: an open hash table with linear probing
 * (terms are hashes already), small enough for the processor's first cache.
 */
export class TermWeights {
  private readonly keys: Int32Array;
  private readonly values: Float32Array;
  private readonly mask: number;
  /** 1 at the last 14 bits of each hash: most terms of a row end at a 0. */
  private readonly filter = new Uint8Array(2 ** FILTER_BITS);
  /** Terms of the row that is being scored. */
  private met = new Uint32Array(0);

  /** @param capacity at most so many terms */
  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 2 + 2));
    this.keys = new Int32Array(slots).fill(-1);
    this.values = new Float32Array(slots);
    this.mask = slots - 1;
  }

  add(hash: number, weight: number): void {
    const slot = this.slot(hash);
    this.filter[hash & FILTER_MASK] = 1;
    this.keys[slot] = hash;
    this.values[slot] = (this.values[slot] ?? 0) + weight;
  }

  /** @param terms `hash << 8 | count`, with a weight each, which `share` is multiplied with */
  addAll(terms: Uint32Array, weights: Float64Array, share: number): void {
    for (let i = 0; i < terms.length; i++)
      this.add((terms[i] ?? 0) >>> 8, share * (weights[i] ?? 0));
  }

  of(hash: number): number {
    return this.values[this.slot(hash)] ?? 0;
  }

  /**
   * BM25 of a row: the sum over its terms of weight × count / (count + norm), times the saturation
   * and one.
   */
  scoreRow(block: Block, row: number, norms: CountNorm): number {
    const norm = norms.of(block.lengths[row] ?? 0);
    const size = this.meet(block, row);
    const { keys, values, mask, met } = this;
    let score = 0;
    for (let i = 0; i < size; i++) {
      const term = met[i] ?? 0;
      const hash = term >>> 8;
      let slot = hash & mask;
      for (let key = keys[slot]; key !== -1; key = keys[slot]) {
        if (key === hash) {
          const count = term & 0xff;
          score += ((values[slot] ?? 0) * count) / (count + norm);
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    return score * (norms.saturation + 1);
  }

  /**
   * Puts the row's terms that the filter lets through into `met`; returns how many. Without a branch:
   * which of a row's terms are shared is not to be foreseen.
   */
  private meet(block: Block, row: number): number {
    const { terms, termOffsets } = block;
    const from = termOffsets[row] ?? 0;
    const end = termOffsets[row + 1] ?? 0;
    if (this.met.length < end - from) this.met = new Uint32Array(2 * (end - from));
    const { filter, met } = this;
    let next = 0;
    for (let i = from; i < end; i++) {
      const term = terms[i] ?? 0;
      met[next] = term;
      next += filter[(term >>> 8) & FILTER_MASK] ?? 0;
    }
    return next;
  }

  /** What each term adds to `scoreRow`, by its hash. */
  contributions(block: Block, row: number, norms: CountNorm): Map<number, number> {
    const norm = norms.of(block.lengths[row] ?? 0);
    const found = new Map<number, number>();
    const size = this.meet(block, row);
    for (let i = 0; i < size; i++) {
      const term = this.met[i] ?? 0;
      const weight = this.of(term >>> 8);
      const count = term & 0xff;
      if (weight === 0) continue;
      found.set(term >>> 8, ((norms.saturation + 1) * weight * count) / (count + norm));
    }
    return found;
  }

  private slot(hash: number): number {
    let slot = hash & this.mask;
    while (this.keys[slot] !== -1 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** BM25's norm: what a count (in halves) is set against, by the paper's length beside the mean. */
export class CountNorm {
  constructor(
    readonly saturation: number,
    private readonly lengthWeight: number,
    private readonly meanLength: number,
  ) {}

  of(length: number): number {
    const relative = 1 - this.lengthWeight + (this.lengthWeight * length) / this.meanLength;
    return 2 * this.saturation * relative; // twice, since counts are in halves
  }
}
