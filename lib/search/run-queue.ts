import type { PostingLists } from './segment';

const MAX_VALUE = 255;

/** Runs of postings by what a posting is worth, 0 to 255, given out from the highest down. */
export class RunQueue {
  private readonly first = new Int32Array(MAX_VALUE + 1).fill(-1);
  private next = new Int32Array(256);
  private from = new Uint32Array(256);
  private to = new Uint32Array(256);
  private readonly bytes: Uint8Array[] = [];
  private count = 0;
  /** The highest value that has not been given out. */
  highest = 0;

  /** Adds the postings of a term, each worth its weight times the certainty. */
  addList(lists: PostingLists, term: number, certainty: number): void {
    const { bytes, weights } = lists;
    const end = lists.offsets[term + 1] as number;
    for (let at = lists.offsets[term] as number; at < end; ) {
      const code = bytes[at++] as number;
      let byte = bytes[at++] as number;
      let length = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        length |= (byte & 127) << shift;
      }
      this.push(bytes, at, at + length, Math.round((weights[code] as number) * certainty));
      at += length;
    }
  }

  /** Gives out what is worth `least` or more. */
  drain(
    least: number,
    visit: (bytes: Uint8Array, from: number, to: number, value: number) => void,
  ): void {
    let value = this.highest;
    for (; value >= least; value--) {
      for (let i = this.first[value] as number; i >= 0; i = this.next[i] as number) {
        visit(this.bytes[i] as Uint8Array, this.from[i] as number, this.to[i] as number, value);
      }
    }
    this.highest = value;
  }

  clear(): void {
    this.first.fill(-1);
    this.count = 0;
    this.bytes.length = 0;
    this.highest = 0;
  }

  private push(bytes: Uint8Array, from: number, to: number, value: number): void {
    const i = this.count++;
    if (i === this.next.length) this.grow();
    this.bytes[i] = bytes;
    this.from[i] = from;
    this.to[i] = to;
    this.next[i] = this.first[value] as number;
    this.first[value] = i;
    if (value > this.highest) this.highest = value;
  }

  private grow(): void {
    const size = this.next.length * 2;
    const grown = [new Int32Array(size), new Uint32Array(size), new Uint32Array(size)] as const;
    grown[0].set(this.next);
    grown[1].set(this.from);
    grown[2].set(this.to);
    [this.next, this.from, this.to] = grown;
  }
}
