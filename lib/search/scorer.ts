import type { WishedWord } from './query-plan';
import { RunQueue } from './run-queue';
import type { Segment } from './segment';
import type { Match } from './word-matches';

/** A posting is strong that is worth this part of the word's best: in a title, not an abstract. */
const STRONG_SHARE = 0.6;
/**
 * A posting worth less than this part is not looked at: a word near to the one asked for, somewhere
 * in an abstract. That costs no recall and saves most of the postings.
 */
const LEAST_SHARE = 0.12;

/**
 * Adds up what the papers of one segment gain by each wished word. A word counts once a paper, by its
 * weightiest posting: the runs of all its matches are taken from the weightiest down, so the first
 * meeting is the one that counts. Kept between searches; holds nothing of the query after `reset`.
 */
export class Scorer {
  private gains = new Float32Array(0);
  /** The words that met each paper, as bits. */
  private met = new Uint32Array(0);
  private touched = new Uint32Array(0);
  private touchedCount = 0;
  private readonly queues: RunQueue[] = [];

  /**
   * Scores the papers of segment `s` by at most 31 words. Strong postings first; where they alone give
   * `enough` allowed papers with all of the words, no other paper could come before those.
   */
  score(
    segment: Segment,
    s: number,
    words: readonly WishedWord[],
    enough: number,
    isAllowed: (doc: number) => boolean,
  ): void {
    this.reserve(segment.documents.size);
    const queues = words.map(({ matches }, i) => {
      const queue = this.queueAt(i);
      for (const { term, certainty } of matches.bySegment[s] as Match[]) {
        queue.addList(segment.headLists, term, certainty);
        queue.addList(segment.bodyLists, term, certainty);
      }
      return queue;
    });
    const best = queues.map((queue) => queue.highest);
    const addFrom = (share: number) => {
      queues.forEach((queue, i) => {
        const { weight } = words[i] as WishedWord;
        queue.drain(Math.ceil((best[i] as number) * share), (bytes, from, to, value) => {
          this.addRun(bytes, from, to, value * weight, 1 << i);
        });
      });
    };
    addFrom(STRONG_SHARE);
    if (!this.hasComplete(words.length, enough, isAllowed)) addFrom(LEAST_SHARE);
    for (const queue of queues) queue.clear();
  }

  /** Calls `visit` with each paper met and its score: what it gained, times the words it has. */
  each(visit: (doc: number, score: number) => void): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const doc = this.touched[i] as number;
      visit(doc, (this.gains[doc] as number) * countBits(this.met[doc] as number));
    }
  }

  reset(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const doc = this.touched[i] as number;
      this.gains[doc] = 0;
      this.met[doc] = 0;
    }
    this.touchedCount = 0;
  }

  private reserve(size: number): void {
    if (size <= this.gains.length) return;
    this.gains = new Float32Array(size);
    this.met = new Uint32Array(size);
    this.touched = new Uint32Array(size);
  }

  private queueAt(i: number): RunQueue {
    const queue = this.queues[i] ?? new RunQueue();
    this.queues[i] = queue;
    return queue;
  }

  /** Whether so many allowed papers have all of the words. */
  private hasComplete(words: number, enough: number, isAllowed: (doc: number) => boolean): boolean {
    const all = 2 ** words - 1;
    let count = 0;
    for (let i = 0; i < this.touchedCount && count < enough; i++) {
      const doc = this.touched[i] as number;
      if (this.met[doc] === all && isAllowed(doc)) count++;
    }
    return count >= enough;
  }

  /** The innermost loop of search: eachDoc (postings.ts), written out. */
  private addRun(bytes: Uint8Array, from: number, to: number, gain: number, word: number): void {
    const { gains, met, touched } = this;
    let count = this.touchedCount;
    let doc = 0;
    for (let at = from; at < to; ) {
      let byte = bytes[at++] as number;
      let difference = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        difference |= (byte & 127) << shift;
      }
      doc += difference;
      const words = met[doc] as number;
      if ((words & word) !== 0) continue;
      if (words === 0) touched[count++] = doc;
      met[doc] = words | word;
      (gains[doc] as number) += gain;
    }
    this.touchedCount = count;
  }
}

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
