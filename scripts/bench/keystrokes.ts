import { generatePapers } from '../../tests/support/generate-papers';
import type { KnownItemQuery } from '../../tests/support/generate-queries';
import { randomInt, seededRandom } from '../../tests/support/random';
import type { BenchPaper } from './search-engines';

/** Queries that are typed letter by letter. */
const TYPED = 40;

/** Invented papers, as the engines want them. */
export function inventPapers(size: number): BenchPaper[] {
  return generatePapers(size).map(({ title, authors, abstract = '' }) => ({
    title,
    authors: authors.map((author) => author.name),
    abstract,
  }));
}

/** Every beginning, from two characters, of some queries; in one random order for all engines. */
export function keystrokesOf(queries: readonly KnownItemQuery[]): string[] {
  const typed = queries
    .slice(0, TYPED)
    .flatMap(({ text }) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(0, i + 2)));
  shuffle(typed);
  return typed;
}

function shuffle(items: unknown[]): void {
  const random = seededRandom(9);
  for (let i = items.length - 1; i > 0; i--) {
    const j = randomInt(random, i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
}
