import type { RelatedDocument } from '../../lib/related/related-index';
import { eachTerm, NO_HASH } from '../../lib/related/term-scan';

/** As many terms, and postings met, as a query of ours asks for (candidates.ts). */
const TERMS = 128;
const POSTINGS = 10_000;
const HASHES = 2 ** 24;

/**
 * The least that an inverted index can do: for each term of a query one is added at each of its
 * papers, in typed arrays. No weights, lengths, order, authors or reasons; and the papers of a term
 * stand in one list, which is better than an index that grows can have.
 */
export class BarePostings {
  /** Where the papers of a hash begin; they end where those of the next begin. */
  readonly #starts = new Uint32Array(HASHES + 1);
  readonly #papers: Uint32Array;
  readonly #counts: Int32Array;
  readonly #rows: readonly Int32Array[];

  constructor(documents: readonly RelatedDocument[]) {
    const rows = documents.map((document) => [...new Set(hashesOf(document))]);
    this.#rows = rows.map((hashes) => Int32Array.from(hashes));
    this.#counts = new Int32Array(rows.length);
    const starts = this.#starts;
    for (const hash of rows.flat()) starts[hash + 1] = (starts[hash + 1] ?? 0) + 1;
    for (let i = 1; i <= HASHES; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    this.#papers = new Uint32Array(starts[HASHES] ?? 0);
    const next = starts.slice();
    for (const [paper, hashes] of rows.entries()) {
      for (const hash of hashes) {
        const at = next[hash] ?? 0;
        this.#papers[at] = paper;
        next[hash] = at + 1;
      }
    }
  }

  /** The rarest terms of a paper that others hold as well, as far as a query of ours asks for them. */
  rarest(hashes: readonly number[]): Int32Array {
    const held = [...new Set(hashes)].filter((hash) => this.#papersOf(hash) > 1);
    held.sort((a, b) => this.#papersOf(a) - this.#papersOf(b));
    let met = 0;
    const asked = held.slice(0, TERMS).filter((hash) => {
      met += this.#papersOf(hash);
      return met <= POSTINGS;
    });
    return Int32Array.from(asked);
  }

  /** Counts how many of these terms each paper holds. */
  count(terms: Int32Array): Int32Array {
    const starts = this.#starts;
    const papers = this.#papers;
    const counts = this.#counts;
    for (let t = 0; t < terms.length; t++) {
      const hash = terms[t] ?? 0;
      const end = starts[hash + 1] ?? 0;
      for (let i = starts[hash] ?? 0; i < end; i++) {
        const paper = papers[i] ?? 0;
        counts[paper] = (counts[paper] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** How many terms of some papers the query may hold: each is looked for once, in a table of bytes. */
  meet(hashes: readonly number[], papers: number): number {
    const held = new Uint8Array(2 ** 14);
    for (const hash of hashes) held[hash & 0x3fff] = 1;
    const step = Math.max(1, Math.floor(this.#rows.length / papers));
    let met = 0;
    for (let paper = 0; paper < this.#rows.length; paper += step) {
      const row = this.#rows[paper] ?? new Int32Array(0);
      for (let i = 0; i < row.length; i++) met += held[(row[i] ?? 0) & 0x3fff] ?? 0;
    }
    return met;
  }

  #papersOf(hash: number): number {
    return (this.#starts[hash + 1] ?? 0) - (this.#starts[hash] ?? 0);
  }
}

/** The words and pairs of words of a paper, in order. */
export function hashesOf({ title, abstract = '' }: RelatedDocument): number[] {
  const hashes: number[] = [];
  for (const text of [title, abstract]) {
    eachTerm(text, (word, pair) => {
      if (word !== NO_HASH) hashes.push(word);
      if (pair !== NO_HASH) hashes.push(pair);
    });
  }
  return hashes;
}
