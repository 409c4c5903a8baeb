import type { PostingLists, Segment } from './segment';
import type { Match } from './word-matches';

const MAX_WEIGHT = 255;
/**
 * A posting worth less than this part of the word's best is not looked at: a word near to the one
 * asked for, somewhere in an abstract. That costs no recall and saves most of the postings.
 */
const LEAST_SHARE = 0.12;

/**
 * Adds up what the papers of one segment gain by each wished word. A word counts once a paper, by its
 * weightiest posting: the runs of all its matches are taken from the weightiest down, so the first
 * meeting is the one that counts. Kept between searches; holds nothing of the query after `reset`.
 */
export class Scorer {
  private gains = new Float32Array(0);
  /** Number of the word that met the paper last, from 1. */
  private lastWord = new Uint8Array(0);
  private wordCounts = new Uint8Array(0);
  private touched = new Uint32Array(0);
  private touchedCount = 0;
  private word = 0;
  private readonly runs = new RunQueue();

  /** Makes room for a segment of so many papers. */
  reserve(size: number): void {
    if (size <= this.gains.length) return;
    this.gains = new Float32Array(size);
    this.lastWord = new Uint8Array(size);
    this.wordCounts = new Uint8Array(size);
    this.touched = new Uint32Array(size);
  }

  addWord(segment: Segment, matches: readonly Match[], weight: number): void {
    const { runs } = this;
    this.word++;
    for (const { term, certainty } of matches) {
      runs.addList(segment.headLists, term, certainty);
      if (segment.bodyLists) runs.addList(segment.bodyLists, term, certainty);
    }
    runs.drain((bytes, from, to, value) => this.addRun(bytes, from, to, value * weight));
  }

  /** Calls `visit` with each paper met and its score: what it gained, times the words it has. */
  each(visit: (doc: number, score: number) => void): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const doc = this.touched[i] as number;
      visit(doc, (this.gains[doc] as number) * (this.wordCounts[doc] as number));
    }
  }

  reset(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const doc = this.touched[i] as number;
      this.gains[doc] = 0;
      this.lastWord[doc] = 0;
      this.wordCounts[doc] = 0;
    }
    this.touchedCount = 0;
    this.word = 0;
  }

  /** The innermost loop of search: eachDoc (postings.ts), written out. */
  private addRun(bytes: Uint8Array, from: number, to: number, gain: number): void {
    const { gains, lastWord, wordCounts, touched, word } = this;
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
      if (lastWord[doc] === word) continue;
      if (lastWord[doc] === 0) touched[count++] = doc;
      lastWord[doc] = word;
      (gains[doc] as number) += gain;
      (wordCounts[doc] as number)++;
    }
    this.touchedCount = count;
  }
}

/** Runs of postings by value, 0 to 255, taken out from the highest down. */
class RunQueue {
  private readonly first = new Int32Array(MAX_WEIGHT + 1).fill(-1);
  private next = new Int32Array(256);
  private from = new Uint32Array(256);
  private to = new Uint32Array(256);
  private readonly bytes: Uint8Array[] = [];
  private count = 0;

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

  /** Empties the queue, the highest values first, and forgets what is too little to matter. */
  drain(visit: (bytes: Uint8Array, from: number, to: number, value: number) => void): void {
    let value = MAX_WEIGHT;
    while (value > 0 && (this.first[value] as number) < 0) value--;
    const least = Math.ceil(value * LEAST_SHARE);
    for (; value >= least; value--) {
      for (let i = this.first[value] as number; i >= 0; i = this.next[i] as number) {
        visit(this.bytes[i] as Uint8Array, this.from[i] as number, this.to[i] as number, value);
      }
    }
    this.first.fill(-1);
    this.count = 0;
    this.bytes.length = 0;
  }

  private push(bytes: Uint8Array, from: number, to: number, value: number): void {
    const i = this.count++;
    if (i === this.next.length) this.grow();
    this.bytes[i] = bytes;
    this.from[i] = from;
    this.to[i] = to;
    this.next[i] = this.first[value] as number;
    this.first[value] = i;
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
