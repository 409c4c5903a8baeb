import { FACT_ORDERS, SET_FACTS } from './fact-orders';
import type { FactName, PaperCandidate, PaperFacts, PaperKey, PaperRow, Provenance } from './paper';

/**
 * Merging what is known of a paper. Every fact stands in its row with its source and time.
 *
 * Each fact is a register that holds the greatest of a total order, or a set that grows, so merging
 * is commutative, associative and idempotent, and rows met in any order end up alike:
 *
 * - What the user typed beats everything, the latest such edit first. A user may also clear a
 *   fact: then it has provenance and no value.
 * - Otherwise the better source wins, then the later; equal ones go by their text. fact-orders.ts
 *   names the facts that have a rule of their own before that.
 * - `ids`, `urls`, `codeLinks` and `keywords` are united.
 * - `authors` and `authorCount` are one fact: who else there is and how many belong together.
 */

interface Register {
  readonly value: unknown;
  readonly from: Provenance | undefined;
}

/** The row of a paper of which nothing but this candidate is known. `rev` is 0: not stored yet. */
export function rowFromCandidate(candidate: PaperCandidate, atMs: number): PaperRow {
  const { key, ids, source, ...facts } = candidate;
  const present = Object.keys(FACT_ORDERS).filter((name) => isKnown(facts[name as FactName]));
  const provenance = Object.fromEntries(present.map((name) => [name, { source, atMs }]));
  const row: PaperRow = { ...facts, id: key, ids: [...ids, key], provenance, rev: 0 };
  return mergePapers(row, row);
}

/** What a page or file says of a paper that has a row already. The row keeps its id and rev. */
export function addCandidate(row: PaperRow, candidate: PaperCandidate, atMs: number): PaperRow {
  return { ...mergePapers(row, rowFromCandidate(candidate, atMs)), id: row.id, rev: row.rev };
}

/** Whether a candidate knows a fact, an address or an identifier that a row lacks. */
export function knowsMore(row: PaperRow, candidate: PaperCandidate): boolean {
  const merged = addCandidate(row, candidate, 0);
  const isMore = (name: FactName) =>
    isKnown(merged[name]) &&
    (!isKnown(row[name]) || (name in SET_FACTS && sizeOf(merged[name]) > sizeOf(row[name])));
  return (
    merged.ids.length > row.ids.length || (Object.keys(FACT_ORDERS) as FactName[]).some(isMore)
  );
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The user's own correction. A fact given as `undefined` is cleared and stays so. */
export function editFacts(
  row: PaperRow,
  edits: { readonly [N in FactName]?: PaperFacts[N] | undefined },
  atMs: number,
): PaperRow {
  const names = Object.keys(edits) as FactName[];
  const typed = Object.fromEntries(names.map((name) => [name, { source: 'user', atMs }]));
  return compose(row, { ...row, ...edits }, { ...row.provenance, ...typed });
}

/**
 * One row from two of the same paper. The id is the smaller of the two in code unit order, so that
 * two devices choose alike; `rev` is the greater.
 */
export function mergePapers(a: PaperRow, b: PaperRow): PaperRow {
  const facts: Partial<Record<FactName, unknown>> = {};
  const provenance: Partial<Record<FactName, Provenance>> = {};
  const take = (name: FactName, { value, from }: Register) => {
    if (isKnown(value)) facts[name] = value;
    if (from) provenance[name] = from;
  };
  for (const name of Object.keys(FACT_ORDERS) as FactName[]) {
    if (name === 'authors' || name === 'authorCount') continue;
    take(name, mergeRegisters(name, register(a, name), register(b, name)));
  }
  const named = compareAuthors(a, b) < 0 ? b : a;
  take('authors', register(named, 'authors'));
  take('authorCount', register(named, 'authorCount'));
  const merged = { id: smallerKey(a.id, b.id), ids: uniteIds(a, b), rev: Math.max(a.rev, b.rev) };
  return compose(merged, facts, provenance);
}

/** The only place where facts of unknown type become a row again: each came from a row's own field. */
function compose(
  row: Pick<PaperRow, 'id' | 'ids' | 'rev'>,
  facts: Partial<Record<FactName, unknown>>,
  provenance: Partial<Record<FactName, Provenance>>,
): PaperRow {
  const known = Object.keys(FACT_ORDERS).filter((name) => isKnown(facts[name as FactName]));
  const values = Object.fromEntries(known.map((name) => [name, facts[name as FactName]]));
  return {
    title: '',
    authors: [],
    ...(values as Partial<PaperFacts>),
    id: row.id,
    ids: row.ids,
    provenance,
    rev: row.rev,
  };
}

/** Which of two names a merged paper keeps, so that two devices choose alike. */
export function smallerKey(a: PaperKey, b: PaperKey): PaperKey {
  return a < b ? a : b;
}

function uniteIds(a: PaperRow, b: PaperRow): PaperKey[] {
  return [...new Set([...a.ids, ...b.ids, a.id, b.id])].sort();
}

function register(row: PaperRow, name: FactName): Register {
  const from = row.provenance[name];
  if (isKnown(row[name])) return { value: row[name], from };
  return { value: undefined, from: from?.source === 'user' ? from : undefined };
}

/** '' and [] say that a fact is not known. */
function isKnown(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function mergeRegisters(name: FactName, a: Register, b: Register): Register {
  const unite = SET_FACTS[name];
  if (!unite || isUsers(a) || isUsers(b)) return compareRegisters(name, a, b) < 0 ? b : a;
  const from =
    compareRegisters(name, { ...a, value: [] }, { ...b, value: [] }) < 0 ? b.from : a.from;
  return { value: unite(textList(a.value), textList(b.value)), from };
}

function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function isUsers({ from }: Register): boolean {
  return from?.source === 'user';
}

function compareRegisters(name: FactName, a: Register, b: Register): number {
  return compareWeights(weight(name, a), weight(name, b)) || compareTexts(asText(a), asText(b));
}

/** Authors and their number, weighed as one. */
function compareAuthors(a: PaperRow, b: PaperRow): number {
  const pair = (row: PaperRow) => {
    const authors = register(row, 'authors');
    const count = register(row, 'authorCount');
    const isWhole = (row.authorCount ?? 0) <= row.authors.length && row.authors.length > 0;
    return {
      weight: [
        isUsers(authors) || isUsers(count) ? 1 : 0,
        isWhole ? 1 : 0,
        ...weight('authors', authors),
        ...weight('authorCount', count),
      ],
      text: asText(authors) + asText(count),
    };
  };
  const [x, y] = [pair(a), pair(b)];
  return compareWeights(x.weight, y.weight) || compareTexts(x.text, y.text);
}

/** Greater wins, read from the left. Absent facts weigh nothing unless the user cleared them. */
function weight(name: FactName, { value, from }: Register): readonly number[] {
  if (from?.source === 'user') return [2, from.atMs];
  if (value === undefined) return [0];
  return [
    1,
    ...FACT_ORDERS[name](value, from ?? { source: 'address', atMs: Number.NEGATIVE_INFINITY }),
  ];
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? Number.NEGATIVE_INFINITY, b[i] ?? Number.NEGATIVE_INFINITY];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function asText({ value, from }: Register): string {
  return JSON.stringify([value ?? null, from?.source ?? null, from?.atMs ?? null]);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
