import { misspell } from './misspell';
import { pick, type Random, randomInt, seededRandom } from './random';

/** Queries for a paper that someone half remembers; the first kind has no fault. */
export const QUERY_KINDS = [
  'exact',
  'one slip',
  'a slip in each of two words',
  'two slips in one word',
  'cut word and a slip',
  'other order and a slip',
  'words left out, other order and a slip',
  'a word remembered wrong',
  'author and a slip',
  'words merged',
  'word split',
  'hyphens missing',
  'title and abstract words, a slip',
] as const;
/** What people add of their own to a title that they half remember. */
const WRONG_WORDS = ['method', 'efficient', 'towards', 'general', 'simple', 'novel', 'analysis'];
export type QueryKind = (typeof QUERY_KINDS)[number];

export interface KnownItemQuery {
  readonly text: string;
  readonly kind: QueryKind;
  /** Index of the one paper that is looked for. */
  readonly target: number;
}

/** What a query is made from. */
export interface QueryPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract?: string;
}

/** `count` queries, each for a paper drawn at random; kinds in turn, where the paper lends itself. */
export function generateQueries(
  papers: readonly QueryPaper[],
  count: number,
  seed = 5,
): KnownItemQuery[] {
  const random = seededRandom(seed);
  const queries: KnownItemQuery[] = [];
  for (let tries = 0; queries.length < count && tries < count * 200; tries++) {
    const target = randomInt(random, papers.length);
    const kind = QUERY_KINDS[tries % QUERY_KINDS.length] as QueryKind;
    const text = papers[target] && makeQuery(random, papers[target], kind);
    if (text) queries.push({ text, kind, target });
  }
  return queries;
}

/** Null where the paper does not lend itself to the kind (no hyphen in its title, …). */
function makeQuery(random: Random, paper: QueryPaper, kind: QueryKind): string | null {
  const words = longWords(paper.title);
  if (words.length < 3) return null;
  const start = randomInt(random, words.length - 2);
  const [a = '', b = '', c = ''] = words.slice(start, start + 3);
  switch (kind) {
    case 'exact':
      return `${a} ${b} ${c}`;
    case 'one slip':
      return misspellOne(random, [a, b, c]);
    case 'a slip in each of two words':
      return `${misspell(random, a)} ${b} ${misspell(random, c)}`;
    case 'two slips in one word': {
      const long = words.find((word) => word.length >= 8);
      const other = words.find((word) => word !== long);
      return long && other ? `${misspell(random, misspell(random, long))} ${other}` : null;
    }
    case 'cut word and a slip':
      return `${misspell(random, a)} ${b} ${c.slice(0, 3 + randomInt(random, 2))}`;
    case 'other order and a slip':
      return `${c} ${misspell(random, a)} ${b}`;
    case 'words left out, other order and a slip': {
      const apart = words.filter((_, i) => i % 2 === start % 2);
      const [first, second, third = ''] = apart;
      return first && second ? `${third} ${misspell(random, second)} ${first}`.trim() : null;
    }
    case 'a word remembered wrong':
      return `${a} ${b} ${pick(random, WRONG_WORDS)} ${c}`;
    case 'author and a slip': {
      const family = longWords(pick(random, paper.authors.concat(''))).at(-1);
      return family ? `${a} ${misspell(random, b)} ${family}` : null;
    }
    case 'words merged':
      return `${a}${b} ${c}`;
    case 'word split': {
      const cut = 3 + randomInt(random, Math.max(1, b.length - 5));
      return `${a} ${b.slice(0, cut)} ${b.slice(cut)} ${c}`;
    }
    case 'hyphens missing': {
      const compound = /[A-Za-z]{3,}-[A-Za-z]{3,}/.exec(paper.title)?.[0].toLowerCase();
      const other = words.find((word) => !compound?.includes(word));
      if (!compound || !other) return null;
      return `${compound.replace('-', random() < 0.5 ? '' : ' ')} ${other}`;
    }
    case 'title and abstract words, a slip': {
      const told = longWords(paper.abstract ?? '').filter((word) => word.length >= 7);
      if (told.length < 2) return null;
      return `${a} ${misspell(random, b)} ${pick(random, told)} ${pick(random, told)}`;
    }
  }
}

function misspellOne(random: Random, words: readonly string[]): string {
  const slip = randomInt(random, words.length);
  return words.map((word, i) => (i === slip ? misspell(random, word) : word)).join(' ');
}

function longWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 5);
}
