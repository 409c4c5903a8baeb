import { titleWords } from '../title-words';
import { wordDistance } from './near-words';
import { remembering } from './remembering';

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
      /** Where nobody is shared: authors of the shorter list whose initials stand in the other one, as
       *  where given and family names were taken for each other. */
      readonly likely: number;
    };

/** Authors are compared by what pages agree on: the family name, and the initial where both give one. */
export function compareAuthors(a: readonly string[], b: readonly string[]): AuthorAgreement {
  const [x, y] = [a, b].map((names) => names.map(nameWords).filter(isPerson));
  if (!x?.length || !y?.length) return { kind: 'unknown' };
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  const shared = few.filter((name) => many.some((other) => isSameName(name, other))).length;
  const isFirstSame = isSameName(few[0] ?? [], many[0] ?? []);
  const likely = shared > 0 ? 0 : countLikely(few, many);
  return { kind: 'known', shared, of: few.length, outOf: many.length, isFirstSame, likely };
}

/** Words of all names that are long enough to be told from others. */
export function fullNameWords(names: readonly string[]): string[] {
  return names.flatMap((name) => nameWords(name).filter(isFull));
}

const nameWords = remembering(2_000, (name): readonly string[] => {
  const words = titleWords(name.replace(MISREAD_ACCENT, ''));
  // Nothing separates the characters of one Chinese name.
  if (words.every((word) => word.length === 1 && !/[a-z]/.test(word))) return [words.join('')];
  return words.map(withoutNoise).flatMap(withoutNext);
});

/** UTF-8 that was read as Latin-1: `jã ³ nsson`. */
const MISREAD_ACCENT = /[ãâî] ?[\u00a1-\u00bf] ?/gi;

/** Without the digits of footnotes, and without letters of another alphabet in a Latin word, which
 *  are accented letters that were misread: `bіhlen`. */
function withoutNoise(word: string): string {
  return /[a-z]/.test(word) ? word.replace(/[^a-z]/g, '') : word;
}

/** `gravanoandh`: a name run together with the beginning of the next. */
function withoutNext(word: string): string[] {
  const first = /^([a-z]{4,})and[a-z]{1,2}$/.exec(word)?.[1];
  return first ? [word, first] : [word];
}

function isFull(word: string): boolean {
  return word.length >= 3 || !/^[a-z]+$/.test(word);
}

/** What broken citation parsers put in place of people. */
const NOT_PEOPLE = new Set(
  'acm acms ieee anthology edition authors editors unknown anonymous identified org com university press inc disc proposal introduction approach technology standard standards sources participants processing database databases modeling institute laboratory research abstract report systems science department college school branch'.split(
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

/** First letters; all of a word like "sa" or "grhh", which nobody could say: those are initials. */
function initials(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => (isInitials(word) ? [...word] : word.slice(0, 1))));
}

function isInitials(word: string): boolean {
  return word.length <= 3 || /^[b-df-hj-np-tv-xz]{4,6}$/.test(word);
}

function isNear(a: string, b: string): boolean {
  return a === b || wordDistance(a, b) !== null;
}

function countLikely(
  few: readonly (readonly string[])[],
  many: readonly (readonly string[])[],
): number {
  const others = many.map(initials);
  return few.map(initials).filter((own) => others.some((other) => fits(own, other))).length;
}

/** One name's initials are all among the other's, and more than one. */
function fits(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 1 && [...few].every((letter) => many.has(letter));
}
