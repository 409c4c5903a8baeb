import { type FactName, type Provenance, SOURCES, type Source } from './paper';

/**
 * Which of two values of a fact wins, the user's own aside: one weight per value, compared from the
 * left, the greater first. merge-facts.ts applies them.
 */
export type FactOrder = (value: unknown, from: Provenance) => readonly number[];

const bySource: FactOrder = (_value, { source, atMs }) => [-SOURCES.indexOf(source), atMs];

/** A text that a page cut short ("Attention is all…") never replaces a whole one. */
const wholeFirst: FactOrder = (value, from) => [isCut(value) ? 0 : 1, ...bySource(value, from)];

/** A venue where the paper was published beats the server it was first posted on. */
const publishedFirst: FactOrder = (value, from) => [
  isServer(value) ? 0 : 1,
  ...bySource(value, from),
];

/** The first public date, the more precise of two that agree; only sources of like trust compete. */
const earliest: FactOrder = (value, from) => [
  -DATE_TRUST[from.source],
  -lastDayOf(value),
  ...bySource(value, from),
];

/** The longer list of one source is the fuller one. */
const longest: FactOrder = (value, { source, atMs }) => [
  -SOURCES.indexOf(source),
  Array.isArray(value) ? value.length : 0,
  atMs,
];

/** Highest ever met. */
const greatest: FactOrder = (value, from) => [Number(value), ...bySource(value, from)];

/** Facts that age: the last look at a page, then what files say. */
const latest: FactOrder = (_value, { source, atMs }) => [
  FILE_SOURCES.has(source) ? 0 : 1,
  atMs,
  -SOURCES.indexOf(source),
];

export const FACT_ORDERS: Readonly<Record<FactName, FactOrder>> = {
  title: wholeFirst,
  authors: longest,
  authorCount: bySource,
  organization: bySource,
  abstract: wholeFirst,
  date: earliest,
  venue: publishedFirst,
  volume: bySource,
  number: bySource,
  pages: bySource,
  publisher: publishedFirst,
  type: publishedFirst,
  urls: bySource,
  codeLinks: bySource,
  categories: longest,
  comments: wholeFirst,
  version: greatest,
  keywords: bySource,
  commentCount: latest,
  upvotes: latest,
  codeStars: latest,
};

type Unite = (a: readonly string[], b: readonly string[]) => readonly string[];

/** Facts that are sets: everything any source named, in an order that follows from the members. */
export const SET_FACTS: Readonly<Partial<Record<FactName, Unite>>> = {
  urls: (a, b) =>
    [...new Set([...a, ...b])].sort((x, y) => compare(addressOrder(x), addressOrder(y))),
  codeLinks: (a, b) => [...new Set([...a, ...b])].sort(compare),
  keywords: uniteKeywords,
};

const FILE_SOURCES: ReadonlySet<Source> = new Set(['import', 'paste', 'address']);

/** Smaller is better. The paper's own sites print whole dates, others often a year of their own. */
const DATE_TRUST: Readonly<Record<Source, number>> = {
  user: 0,
  publisher: 1,
  arxiv: 1,
  'arxiv-list': 1,
  'hugging-face': 1,
  site: 2,
  import: 3,
  paste: 3,
  address: 4,
};

function isCut(value: unknown): boolean {
  return typeof value === 'string' && (value.endsWith('…') || value.endsWith('...'));
}

const SERVERS = /^(?:arxiv|corr\b|biorxiv|medrxiv|chemrxiv|ssrn|preprint|webpage)/i;

function isServer(value: unknown): boolean {
  return typeof value === 'string' && SERVERS.test(value);
}

/** `2031` counts as its end, so that `2031-01-05` comes before it. 20310105 for a full date. */
function lastDayOf(date: unknown): number {
  const [year = '', month = '99', day = '99'] = String(date).split('-');
  const number = Number(year) * 10_000 + Number(month) * 100 + Number(day);
  return Number.isFinite(number) ? number : Number.MAX_SAFE_INTEGER;
}

/** Pages before PDF files, https before http, short before long. */
function addressOrder(address: string): string {
  const isPdf = /\/pdf\/|\.pdf(?:$|[?#])/i.test(address);
  const isPlain = address.startsWith('http:');
  return `${Number(isPdf)}${Number(isPlain)}${String(address.length).padStart(5, '0')}${address}`;
}

/** Keywords that differ in case only are one; the spelling that sorts first stays. */
function uniteKeywords(a: readonly string[], b: readonly string[]): readonly string[] {
  const spellings = new Map<string, string>();
  for (const word of [...a, ...b].sort(compare)) {
    const folded = word.toLowerCase();
    if (!spellings.has(folded)) spellings.set(folded, word);
  }
  return [...spellings].sort(([x], [y]) => compare(x, y)).map(([, word]) => word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
