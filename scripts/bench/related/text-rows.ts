import { tokenise } from '../../../lib/related/tokens';
import type { BenchPaper } from './engine';

/** Terms and their weights. */
export type Row = ReadonlyMap<string, number>;

/** How often each word, and each pair of words where asked for, stands in title (twice) and abstract. */
export function countsOf(paper: BenchPaper, withPairs: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, count: number) => counts.set(term, (counts.get(term) ?? 0) + count);
  for (const [text, count] of [
    [paper.title, 2],
    [paper.abstract ?? '', 1],
  ] as const) {
    const terms = tokenise(text).map((token) => token.term);
    for (const [i, term] of terms.entries()) {
      add(term, count);
      if (withPairs && i > 0) add(`${terms[i - 1]} ${term}`, count);
    }
  }
  return counts;
}

export function lengthOf(row: Row): number {
  return Math.hypot(...row.values());
}

export function scaled(row: Row, factor: number): Map<string, number> {
  return new Map([...row].map(([term, weight]) => [term, weight * factor]));
}

/** The sum over the terms of both, by the shorter. */
export function product(a: Row, b: Row): number {
  if (a.size > b.size) return product(b, a);
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
