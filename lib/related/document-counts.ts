import type { Block } from './block';
import { NAME } from './features';

/** 2^20 counters; two terms that share one make each other look a little more common. */
const COUNTER_MASK = 2 ** 20 - 1;
const MAX_COUNT = 0xffff;

/** In how many papers of an index each term and each author stands. Made from the rows, never stored. */
export class DocumentCounts {
  papers = 0;
  /** Sum of all papers' lengths (features.ts). */
  totalLength = 0;
  /** Rows counted in and out so far: what was worked out from the counts holds until it differs. */
  changes = 0;
  private readonly counters = new Uint16Array(COUNTER_MASK + 1);

  /** Counts a row in (`by` 1) or out (-1). */
  add(block: Block, row: number, by: 1 | -1): void {
    this.changes += 1;
    this.papers += by;
    this.totalLength += by * (block.lengths[row] ?? 0);
    const { terms, termOffsets, names, nameOffsets } = block;
    const end = termOffsets[row + 1] ?? 0;
    for (let i = termOffsets[row] ?? 0; i < end; i++) this.bump((terms[i] ?? 0) >>> 8, by);
    const namesEnd = nameOffsets[row + 1] ?? 0;
    for (let i = nameOffsets[row] ?? 0; i < namesEnd; i++) {
      const name = names[i] ?? 0;
      if (name >>> 24 === NAME.author) this.bump(name & 0xffffff, by);
    }
  }

  get meanLength(): number {
    return Math.max(1, this.totalLength / Math.max(1, this.papers));
  }

  of(hash: number): number {
    return this.counters[hash & COUNTER_MASK] ?? 0;
  }

  private bump(hash: number, by: number): void {
    const at = hash & COUNTER_MASK;
    const count = this.counters[at] ?? 0;
    // A full counter stays full: what it counted is not known any more.
    if (count < MAX_COUNT) this.counters[at] = Math.max(0, count + by);
  }
}
