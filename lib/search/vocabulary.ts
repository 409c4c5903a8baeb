import type { Sections } from './sections';
import { countEdits, eachNear, isLetters, letterSignature, MAX_LETTERS } from './typo';

/** Where the vocabulary's sections stand in a segment's head. */
const OFFSETS = 0;
const BYTES = 1;
const FREQUENCIES = 2;
const SIGNATURES = 3;
const SIGNATURE_TERMS = 4;
const LENGTH_STARTS = 5;
export const VOCABULARY_SECTIONS = 6;

/** The words of one segment in byte order, numbered from 0 ("terms"). */
export class Vocabulary {
  readonly size: number;
  private readonly offsets: Uint32Array;
  private readonly bytes: Uint8Array;
  /** In how many papers of the segment each term stands. */
  readonly frequencies: Uint32Array;
  /** Letter signatures of the terms that may be misspelt, by length, then in term order. */
  private readonly signatures: Uint32Array;
  private readonly signatureTerms: Uint32Array;
  private readonly lengthStarts: Uint32Array;

  constructor(sections: Sections) {
    this.offsets = sections.uint32(OFFSETS);
    this.bytes = sections.bytes(BYTES);
    this.frequencies = sections.uint32(FREQUENCIES);
    this.signatures = sections.uint32(SIGNATURES);
    this.signatureTerms = sections.uint32(SIGNATURE_TERMS);
    this.lengthStarts = sections.uint32(LENGTH_STARTS);
    this.size = this.frequencies.length;
  }

  /** Whether the sections are of one size, as written. */
  get isWhole(): boolean {
    const end = this.offsets[this.size];
    return (
      end !== undefined &&
      end <= this.bytes.length &&
      this.lengthStarts[MAX_LETTERS + 1] === this.signatures.length &&
      this.signatures.length === this.signatureTerms.length
    );
  }

  /** The bytes of a term. */
  term(term: number): Uint8Array {
    return this.bytes.subarray(this.offsets[term], this.offsets[term + 1]);
  }

  lengthOf(term: number): number {
    return (this.offsets[term + 1] as number) - (this.offsets[term] as number);
  }

  /** The term of this very word, or -1. */
  find(word: Uint8Array): number {
    const term = this.lowerBound(word, false);
    return term < this.size && this.compare(term, word, false) === 0 ? term : -1;
  }

  /** First term that begins with the word, and the first after those. */
  findPrefix(word: Uint8Array): [from: number, to: number] {
    return [this.lowerBound(word, false), this.lowerBound(word, true)];
  }

  /**
   * Terms within `max` (0, 1 or 2) typing errors of a word, the word itself left out. With
   * `isPrefix` terms that begin like it; there the first letter is right, or swapped, or missing.
   */
  eachSimilar(
    word: Uint8Array,
    isPrefix: boolean,
    max: number,
    visit: (term: number, edits: number) => void,
  ): void {
    const { length } = word;
    if (max === 0 || length > MAX_LETTERS || !isLetters(word, 0, length)) return;
    const { signatures, signatureTerms, lengthStarts, offsets, bytes } = this;
    const own = letterSignature(word, 0, length);
    const compare = (place: number) => {
      const term = signatureTerms[place] as number;
      const [from, to] = [offsets[term] as number, offsets[term + 1] as number];
      const edits = countEdits(word, bytes, from, to, max, isPrefix);
      if (edits > 0 && edits <= max) visit(term, edits);
    };
    const look = (from: number, to: number) =>
      eachNear(own, signatures, from, to, max, isPrefix, compare);
    const shortest = length - max;
    if (!isPrefix) {
      const longest = Math.min(MAX_LETTERS, length + max);
      look(lengthStarts[shortest] as number, lengthStarts[longest + 1] as number);
      return;
    }
    const firsts = new Set(word.slice(0, 2).sort());
    for (let letters = shortest; letters <= MAX_LETTERS; letters++) {
      const [from, to] = [lengthStarts[letters] as number, lengthStarts[letters + 1] as number];
      for (const first of firsts) {
        look(this.firstFrom(first, from, to), this.firstFrom(first + 1, from, to));
      }
    }
  }

  /** Of signatures of one length, at `[from, to)`, the first whose term begins with the letter or a later one. */
  private firstFrom(letter: number, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      const term = this.signatureTerms[middle] as number;
      if ((this.bytes[this.offsets[term] as number] as number) < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** First term not below the word; `isAfterPrefix`: first that is past all terms beginning with it. */
  private lowerBound(word: Uint8Array, isAfterPrefix: boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.compare(middle, word, isAfterPrefix);
      if (order < 0 || (isAfterPrefix && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(term: number, word: Uint8Array, isPrefix: boolean): number {
    const from = this.offsets[term] as number;
    const length = (this.offsets[term + 1] as number) - from;
    const shared = Math.min(length, word.length);
    for (let i = 0; i < shared; i++) {
      const order = (this.bytes[from + i] as number) - (word[i] as number);
      if (order !== 0) return order;
    }
    return isPrefix && length >= word.length ? 0 : length - word.length;
  }
}

/** The sections of a vocabulary: terms end to end in byte order, with their frequencies. */
export function packVocabulary(
  offsets: Uint32Array,
  bytes: Uint8Array,
  frequencies: Uint32Array,
): (Uint8Array | Uint32Array)[] {
  const size = frequencies.length;
  const lengths = new Uint8Array(size);
  const lengthStarts = new Uint32Array(MAX_LETTERS + 2);
  for (let term = 0; term < size; term++) {
    const from = offsets[term] as number;
    const to = offsets[term + 1] as number;
    if (to - from > MAX_LETTERS || !isLetters(bytes, from, to)) continue;
    lengths[term] = to - from;
    (lengthStarts[to - from + 1] as number)++;
  }
  for (let i = 1; i < lengthStarts.length; i++) {
    (lengthStarts[i] as number) += lengthStarts[i - 1] as number;
  }
  const next = lengthStarts.slice();
  const signatures = new Uint32Array(lengthStarts[MAX_LETTERS + 1] as number);
  const signatureTerms = new Uint32Array(signatures.length);
  for (let term = 0; term < size; term++) {
    const length = lengths[term] as number;
    if (length === 0) continue;
    const at = (next[length] as number)++;
    const from = offsets[term] as number;
    signatures[at] = letterSignature(bytes, from, from + length);
    signatureTerms[at] = term;
  }
  return [offsets, bytes, frequencies, signatures, signatureTerms, lengthStarts];
}
