import { countBits } from './scorer';
import type { Segment } from './segment';
import type { Match, WordMatches } from './word-matches';
import { eachOrderedTerm } from './word-order';

/** Words of the query that stand so near in a title, in this order, count as neighbours. */
const REACH = 3;

/** How near the title and authors of one segment's papers come to the words of a query. */
export class TitleCloseness {
  /** By term, the words that it may be, as bits. */
  private readonly wordsOf = new Map<number, number>();
  /** Terms that begin with the word being typed, whether or not all of them were matched. */
  private readonly ranges: readonly (readonly [number, number])[];
  private readonly count: number;
  private readonly recent = new Int32Array(REACH);

  constructor(
    private readonly segment: Segment,
    words: readonly WordMatches[],
    s: number,
  ) {
    this.count = words.length;
    words.forEach(({ bySegment }, i) => {
      for (const { term } of bySegment[s] as Match[]) {
        this.wordsOf.set(term, (this.wordsOf.get(term) ?? 0) | (1 << i));
      }
    });
    this.ranges = words.map(({ endings }) => endings?.[s] ?? [0, 0]);
  }

  /**
   * In [0, 1]: half of it the share of words that stand in the title or an author, half the share of
   * neighbouring words that stand there in order.
   */
  of(doc: number): number {
    if (this.count === 0) return 0;
    const { recent } = this;
    recent.fill(0);
    let found = 0;
    let pairs = 0;
    let at = 0;
    eachOrderedTerm(this.segment.order, doc, (term) => {
      if (term < 0) {
        recent.fill(0);
        return;
      }
      const words = this.wordsAt(term);
      let before = words;
      for (let i = 0; i < REACH; i++) before |= recent[i] as number;
      pairs |= before & (words >>> 1);
      found |= words;
      recent[at] = words;
      at = (at + 1) % REACH;
    });
    if (this.count === 1) return found;
    return (countBits(found) / this.count + countBits(pairs) / (this.count - 1)) / 2;
  }

  private wordsAt(term: number): number {
    let words = this.wordsOf.get(term) ?? 0;
    for (let i = 0; i < this.ranges.length; i++) {
      const [from, to] = this.ranges[i] as readonly [number, number];
      if (term >= from && term < to) words |= 1 << i;
    }
    return words;
  }
}
