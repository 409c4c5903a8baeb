import type { Block } from './block';

/** Chains for each term, so that most terms of a row meet an empty one. */
const CHAINS_PER_TERM = 32;
/** 32 kB stay in the processor's first cache. */
const MAX_CHAIN_BITS = 14;
const MAX_PLACE = 0xffff;

/** Terms and what each is worth, ready to be met with rows: a hash table with chains. */
export class TermWeights {
  /** Place of each chain's first term; 0 for an empty chain. */
  private first = new Uint16Array(0);
  private chainMask = 0;
  /** By place, from 1: the next of the same chain, hashes and weights. */
  private next = new Uint16Array(0);
  private hashes = new Int32Array(0);
  private weights = new Float32Array(0);
  private size = 0;
  /** Terms of the row that is being scored. */
  private met = new Uint32Array(0);

  /**
   * @param capacity at most so many terms
   * @throws RangeError above 65,535
   */
  constructor(capacity = 0) {
    this.clear(capacity);
  }

  /** As a new one, in the memory of the old: fresh memory would cost more than what is put into it. */
  clear(capacity: number): void {
    if (capacity > MAX_PLACE) throw new RangeError(`${capacity} terms in one table`);
    const chainBits = Math.min(
      MAX_CHAIN_BITS,
      Math.ceil(Math.log2(CHAINS_PER_TERM * capacity + 1)),
    );
    const chains = 2 ** chainBits;
    if (this.first.length < chains) this.first = new Uint16Array(chains);
    else this.first.fill(0, 0, chains);
    this.chainMask = chains - 1;
    this.size = 0;
    if (this.next.length > capacity) return;
    this.next = new Uint16Array(capacity + 1);
    this.hashes = new Int32Array(capacity + 1);
    this.weights = new Float32Array(capacity + 1);
  }

  add(hash: number, weight: number): void {
    const place = this.placeFor(hash);
    this.weights[place] = (this.weights[place] ?? 0) + weight;
  }

  /** @param terms `hash << 8 | count`, with a weight each, which `share` is multiplied with */
  addAll(terms: Uint32Array, weights: Float64Array, share: number): void {
    for (let i = 0; i < terms.length; i++)
      this.add((terms[i] ?? 0) >>> 8, share * (weights[i] ?? 0));
  }

  /**
   * BM25 of a row: the sum over its terms of weight × count / (count + norm), times the saturation
   * and one.
   */
  scoreRow(block: Block, row: number, norms: CountNorm): number {
    const norm = norms.of(block.lengths[row] ?? 0);
    const size = this.meet(block, row);
    const { first, chainMask, next, hashes, weights, met } = this;
    let score = 0;
    for (let i = 0; i < size; i++) {
      const term = met[i] ?? 0;
      const hash = term >>> 8;
      for (let at = first[hash & chainMask] ?? 0; at !== 0; at = next[at] ?? 0) {
        if (hashes[at] !== hash) continue;
        const count = term & 0xff;
        score += ((weights[at] ?? 0) * count) / (count + norm);
        break;
      }
    }
    return score * (norms.saturation + 1);
  }

  /** What each term adds to `scoreRow`, by its hash. */
  contributions(block: Block, row: number, norms: CountNorm): Map<number, number> {
    const norm = norms.of(block.lengths[row] ?? 0);
    const found = new Map<number, number>();
    const size = this.meet(block, row);
    for (let i = 0; i < size; i++) {
      const term = this.met[i] ?? 0;
      const weight = this.weights[this.find(term >>> 8)] ?? 0;
      const count = term & 0xff;
      if (weight === 0) continue;
      found.set(term >>> 8, ((norms.saturation + 1) * weight * count) / (count + norm));
    }
    return found;
  }

  /**
   * Puts the row's terms whose chain is not empty into `met`; returns how many. Without a branch:
   * which of a row's terms are shared is not to be foreseen.
   */
  private meet(block: Block, row: number): number {
    const { terms, termOffsets } = block;
    const from = termOffsets[row] ?? 0;
    const end = termOffsets[row + 1] ?? 0;
    if (this.met.length < end - from) this.met = new Uint32Array(2 * (end - from));
    const { first, chainMask, met } = this;
    let size = 0;
    for (let i = from; i < end; i++) {
      const term = terms[i] ?? 0;
      met[size] = term;
      size += -(first[(term >>> 8) & chainMask] ?? 0) >>> 31; // 1 for every place but 0
    }
    return size;
  }

  /** The place of a term; 0, whose weight is 0, for one that is not in. */
  private find(hash: number): number {
    let at = this.first[hash & this.chainMask] ?? 0;
    while (at !== 0 && this.hashes[at] !== hash) at = this.next[at] ?? 0;
    return at;
  }

  private placeFor(hash: number): number {
    const found = this.find(hash);
    if (found !== 0) return found;
    const place = ++this.size;
    this.hashes[place] = hash;
    this.weights[place] = 0;
    this.next[place] = this.first[hash & this.chainMask] ?? 0;
    this.first[hash & this.chainMask] = place;
    return place;
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
