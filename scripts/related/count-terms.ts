import { authorKey } from '../../lib/related/features';
import type { RelatedDocument } from '../../lib/related/related-index';
import { termHash } from '../../lib/related/term-hash';
import { tokenise } from '../../lib/related/tokens';

/** In how many papers each term stands, by its text. */
export interface TermCounts {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly authors: ReadonlyMap<string, number>;
}

export function countTerms(papers: readonly RelatedDocument[]): TermCounts {
  const counts = { words: new Map(), pairs: new Map(), authors: new Map() };
  for (const paper of papers) {
    const { words, pairs } = termsOf(paper);
    for (const word of words) increase(counts.words, word);
    for (const pair of pairs) increase(counts.pairs, pair);
    for (const author of new Set(paper.authors.map(authorKey))) increase(counts.authors, author);
  }
  return counts;
}

/** The words and pairs of title and abstract, as lib/related/features.ts counts them. */
export function termsOf(paper: RelatedDocument): { words: Set<string>; pairs: Set<string> } {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const text of [paper.title, paper.abstract ?? '']) {
    const terms = tokenise(text).map((token) => token.term);
    for (const [i, term] of terms.entries()) {
      if (term.length > 1) words.add(term);
      if (i > 0) pairs.add(`${terms[i - 1]} ${term}`);
    }
  }
  return { words, pairs };
}

/** The commonest `limit` terms with at least `least` papers, by hash; of two with one hash the commoner. */
export function commonest(
  counts: ReadonlyMap<string, number>,
  limit: number,
  least: number,
): Map<number, number> {
  const chosen = new Map<number, number>();
  for (const [term, count] of ranked(counts)) {
    if (count < least || chosen.size === limit) break;
    const hash = termHash(term);
    if (!chosen.has(hash)) chosen.set(hash, count);
  }
  return chosen;
}

/** Commonest first, by text among equals, so that every run gives the same asset. */
export function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
