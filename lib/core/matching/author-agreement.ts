import { titleWords } from '../title-words';
import { wordDistance } from './near-words';

/** How far two author lists agree; `unknown` where one of them names nobody. */
export type AuthorAgreement =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      /** Authors of the shorter list that stand in the other one, too. */
      readonly shared: number;
      /** Length of the shorter and of the longer list. */
      readonly of: number;
      readonly outOf: number;
      readonly isFirstSame: boolean;
      /** Authors of the shorter list whose initials stand in the other one. */
      readonly likely: number;
    };

/** Authors are compared by what pages agree on: the family name, and the initial where both give one. */
export function compareAuthors(a: readonly string[], b: readonly string[]): AuthorAgreement {
  const [x, y] = [a, b].map((names) => names.map(nameWords).filter(isPerson));
  if (!x?.length || !y?.length) return { kind: 'unknown' };
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  const shared = few.filter((name) => many.some((other) => isSameName(name, other))).length;
  const isFirstSame = isSameName(few[0] ?? [], many[0] ?? []);
  const likely = few.filter((name) => many.some((other) => sameInitials(name, other))).length;
  return { kind: 'known', shared, of: few.length, outOf: many.length, isFirstSame, likely };
}

/** Words of all names that are long enough to be told from others. */
export function fullNameWords(names: readonly string[]): string[] {
  return names.flatMap((name) => nameWords(name).filter(isFull));
}

function nameWords(name: string): string[] {
  const words = titleWords(name);
  // Nothing separates the characters of one Chinese name.
  return words.every((word) => word.length === 1 && !/[a-z]/.test(word)) ? [words.join('')] : words;
}

function isFull(word: string): boolean {
  return word.length >= 3 || !/^[a-z]+$/.test(word);
}

/** What broken citation parsers put in place of people. */
const NOT_PEOPLE = new Set(
  'acm acms ieee anthology edition authors editors unknown anonymous identified org com university press inc disc'.split(
    ' ',
  ),
);

function isPerson(name: readonly string[]): boolean {
  return name.some((word) => word.length > 1) && !name.some((word) => NOT_PEOPLE.has(word));
}

/** Initials of a long family name may be misread; two people of one short name are common. */
const TELLING_LETTERS = 7;

function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const pairs = a.flatMap((x) => b.filter((y) => x.length > 1 && isNear(x, y)).map((y) => [x, y]));
  const [pair] = pairs;
  if (!pair) return false;
  if (pairs.length > 1 || (pair[0]?.length ?? 0) >= TELLING_LETTERS) return true;
  const [x, y] = [a, b].map((words, i) => initials(words.filter((word) => word !== pair[i])));
  return !x?.size || !y?.size || [...x].some((letter) => y.has(letter));
}

/** First letters; of a word like "sa" both, since that is two initials. */
function initials(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => (word.length <= 3 ? [...word] : word.slice(0, 1))));
}

function isNear(a: string, b: string): boolean {
  return a === b || wordDistance(a, b) !== null;
}

function sameInitials(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a, b].map((words) =>
    words
      .map((word) => word[0])
      .sort()
      .join(''),
  );
  return x === y && (x?.length ?? 0) > 1;
}
