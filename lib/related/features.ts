import { parseName } from '../core/names';
import type { Block } from './block';
import { quotedIdentifiers } from './quoted-identifiers';
import type { RelatedDocument } from './related-index';
import { monthOf } from './signals/dates';
import { TermCounts } from './term-counts';
import { termHash } from './term-hash';
import { eachTerm, NO_HASH } from './term-scan';

/** One paper as numbers: all that the index keeps of it, and all that a score is made from. */
export interface Features {
  /**
   * Words and pairs of adjacent words, each `hash << 8 | count`. A count is in halves (at most
   * 255): an occurrence in the abstract is 2, one in the title 3.
   */
  readonly terms: Uint32Array;
  /** All counts, also of terms left out by the limit. */
  readonly length: number;
  /** `kind << 24 | hash`, sorted, each once. */
  readonly names: Uint32Array;
  /** When the paper came out (signals/dates.ts); 0 where unknown. */
  readonly month: number;
}

/** What a name in `Features.names` is. */
export const NAME = {
  author: 0,
  category: 1,
  primaryCategory: 2,
  identifier: 3,
  quoted: 4,
} as const;

const TITLE_COUNT = 3;
const ABSTRACT_COUNT = 2;
const MAX_COUNT = 255;
const MAX_AUTHORS = 24;

/** What a term is worth to its paper, by its hash and count (in halves). */
export type TermWorth = (hash: number, count: number) => number;

/** One for all papers: to make its tables anew would take as long as to count a title. */
const counts = new TermCounts();

/** @param maxTerms papers with more terms keep the ones of most worth */
export function featuresOf(
  document: RelatedDocument,
  maxTerms: number,
  worth: TermWorth,
): Features {
  counts.clear();
  countTerms(document.title, TITLE_COUNT);
  countTerms(document.abstract ?? '', ABSTRACT_COUNT);
  let length = 0;
  for (let place = 0; place < counts.size; place++) length += counts.count(place);
  return {
    terms: worthiest(packTerms(), maxTerms, worth),
    length,
    names: namesOf(document),
    month: monthOf(document.date, [document.id, ...(document.ids ?? [])]),
  };
}

function countTerms(text: string, weight: number): void {
  eachTerm(text, (word, pair) => {
    if (word !== NO_HASH) counts.add(word, weight);
    if (pair !== NO_HASH) counts.add(pair, weight);
  });
}

function packTerms(): Uint32Array {
  const terms = new Uint32Array(counts.size);
  for (let place = 0; place < terms.length; place++) {
    terms[place] = pack(counts.hash(place), Math.min(MAX_COUNT, counts.count(place)));
  }
  return terms;
}

/** The terms of most worth, at most so many, in their order; of equal ones the first. */
export function worthiest(terms: Uint32Array, maxTerms: number, worth: TermWorth): Uint32Array {
  if (terms.length <= maxTerms) return terms;
  const worths = Float64Array.from(terms, (term) => worth(term >>> 8, term & 0xff));
  const sorted = worths.toSorted();
  const least = sorted[terms.length - maxTerms] ?? 0;
  let equalLeft = maxTerms - sorted.filter((one) => one > least).length;
  return terms.filter((_, i) => {
    const own = worths[i] ?? 0;
    return own > least || (own === least && equalLeft-- > 0);
  });
}

function pack(hash: number, count: number): number {
  return ((hash << 8) | count) >>> 0;
}

function namesOf(document: RelatedDocument): Uint32Array {
  const names = new Set<number>();
  const put = (kind: number, text: string) => names.add(((kind << 24) | termHash(text)) >>> 0);
  const { authors, categories = [], ids = [] } = document;
  for (const author of someAuthors(authors)) put(NAME.author, authorKey(author));
  for (const category of categories) put(NAME.category, `#${category}`);
  if (categories[0]) put(NAME.primaryCategory, `#${categories[0]}`);
  for (const id of new Set([document.id, ...ids])) put(NAME.identifier, id);
  for (const id of quotedIdentifiers(document.abstract ?? '')) put(NAME.quoted, id);
  return Uint32Array.from(names).sort();
}

/** The first and the last authors of a long list; the middle of 3,000 names says nothing. */
function someAuthors(authors: readonly string[]): readonly string[] {
  if (authors.length <= MAX_AUTHORS) return authors;
  return [...authors.slice(0, MAX_AUTHORS - 4), ...authors.slice(-4)];
}

/**
 * An author's first initial and family name, folded: listings write "C. Itzykson" and
 * "Claude Itzykson" for the same person. Starts with `@`, which no term does.
 */
export function authorKey(name: string): string {
  const { family, given, literal } = parseName(name);
  return `@${fold(given ?? '').slice(0, 1)} ${fold(family ?? literal ?? name)}`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .trim();
}

/** The authors of a row: the first of its names. */
export function authorsOf(block: Block, row: number): Uint32Array {
  const from = block.nameOffsets[row] ?? 0;
  const last = block.nameOffsets[row + 1] ?? 0;
  let end = from;
  while (end < last && (block.names[end] ?? 0) >>> 24 === NAME.author) end++;
  return block.names.subarray(from, end);
}
