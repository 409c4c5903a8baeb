import Fuse from 'fuse.js';
import { titleWords } from '../../lib/core/title-words';
import { createMatcher } from '../../lib/match/matcher';
import type { MatchQuery, StoredPaper } from './match-data';

/** Something that says which stored paper a record is, or null. */
export interface MatchEngine {
  readonly name: string;
  /** Slow engines answer every so manieth query of a set only. */
  readonly sample: number;
  build(store: readonly StoredPaper[]): (record: MatchQuery['record']) => string | null;
}

export const ENGINES: readonly MatchEngine[] = [
  {
    name: 'paperkin',
    sample: Number.POSITIVE_INFINITY,
    build(store) {
      const matcher = createMatcher();
      matcher.add(store);
      return (record) => matcher.match(record);
    },
  },
  {
    name: 'exact title',
    sample: Number.POSITIVE_INFINITY,
    build(store) {
      const glue = (title: string) => titleWords(title).join('');
      const ids = new Map([...store].reverse().map(({ id, title }) => [glue(title), id]));
      return ({ title }) => ids.get(glue(title)) ?? null;
    },
  },
  closest('jaccard 0.8', 250, (title) => new Set(titleWords(title)), jaccard, 0.8),
  closest('jaro-winkler 0.93', 100, (title) => titleWords(title).join(' '), jaroWinkler, 0.93),
  {
    name: 'fuse.js',
    sample: 40,
    build(store) {
      const fuse = new Fuse([...store], {
        keys: ['title'],
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.3,
      });
      return ({ title }) => {
        const [hit] = fuse.search(title.slice(0, 300), { limit: 1 });
        return hit && (hit.score ?? 1) <= 0.15 ? hit.item.id : null;
      };
    },
  },
];

/** The most similar title, where it is similar enough; by going through all. */
function closest<T>(
  name: string,
  sample: number,
  prepare: (title: string) => T,
  similarity: (a: T, b: T) => number,
  threshold: number,
): MatchEngine {
  return {
    name,
    sample,
    build(store) {
      const prepared = store.map(({ id, title }) => ({ id, value: prepare(title) }));
      return ({ title }) => {
        const value = prepare(title);
        let best: { id: string; score: number } | null = null;
        for (const each of prepared) {
          const score = similarity(value, each.value);
          if (score >= threshold && score > (best?.score ?? 0)) best = { id: each.id, score };
        }
        return best?.id ?? null;
      };
    },
  };
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Winkler 1990, with the usual prefix of four letters and weight of 0.1. */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const fromA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      fromA.push(a[i] ?? '');
      break;
    }
  }
  const matches = fromA.length;
  if (matches === 0) return 0;
  const fromB = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const swaps = fromA.filter((letter, i) => letter !== fromB[i]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - swaps) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
