import { parseName } from '../core/names';
import type { Block } from './block';
import { quotedIdentifiers } from './quoted-identifiers';
import type { RelatedDocument } from './related-index';
import { monthOf } from './signals/dates';
import { pairHash, termHash } from './term-hash';
import { type Token, tokenise } from './tokens';

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

/**
 * @param maxTerms papers with more terms keep the ones of most worth
 * @param worth of a term by its hash and count
 */
export function featuresOf(
  document: RelatedDocument,
  maxTerms: number,
  worth: (hash: number, count: number) => number,
): Features {
  const counts = new Map<number, number>();
  countTerms(tokenise(document.title), TITLE_COUNT, counts);
  countTerms(tokenise(document.abstract ?? ''), ABSTRACT_COUNT, counts);
  let length = 0;
  for (const count of counts.values()) length += count;
  return {
    terms: packTerms(counts, maxTerms, worth),
    length,
    names: namesOf(document),
    month: monthOf(document.date, [document.id, ...(document.ids ?? [])]),
  };
}

function countTerms(tokens: readonly Token[], weight: number, counts: Map<number, number>): void {
  let previous: string | null = null;
  for (const { term } of tokens) {
    if (term.length > 1) add(counts, termHash(term), weight);
    if (previous !== null) add(counts, pairHash(previous, term), weight);
    previous = term;
  }
}

function add(counts: Map<number, number>, hash: number, weight: number): void {
  counts.set(hash, (counts.get(hash) ?? 0) + weight);
}

function packTerms(
  counts: ReadonlyMap<number, number>,
  maxTerms: number,
  worth: (hash: number, count: number) => number,
): Uint32Array {
  let entries = [...counts];
  if (entries.length > maxTerms) {
    const worths = new Map(entries.map(([hash, count]) => [hash, worth(hash, count)]));
    const by = (hash: number) => worths.get(hash) ?? 0;
    entries = entries.sort(([a], [b]) => by(b) - by(a)).slice(0, maxTerms);
  }
  return Uint32Array.from(entries, ([hash, count]) => pack(hash, Math.min(MAX_COUNT, count)));
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
