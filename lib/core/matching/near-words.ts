import { editDistance } from './edit-distance';
import { remembering } from './remembering';

/** A folded word, with what comparing it needs again and again. */
export interface WordForm {
  readonly word: string;
  /** As scanners and PDF readers garble it. */
  readonly letters: string;
  readonly singular: string;
  readonly hasDigit: boolean;
  /** One bit for each of a to z that occurs. */
  readonly alphabet: number;
}

export const wordForm = remembering(4_000, (word): WordForm => {
  const letters = readAsLetters(word);
  let alphabet = 0;
  for (let i = 0; i < letters.length; i++) alphabet |= 1 << (letters.charCodeAt(i) % 32);
  const hasDigit = DIGIT.test(letters);
  return { word, letters, singular: singular(letters), hasDigit, alphabet };
});

/**
 * How far two folded words are apart in letters, or null where they are different words: misprints,
 * plurals, inflections and misread letters are near, `convex` and `nonconvex`, `2d` and `3d` are not.
 */
export function wordDistance(a: string, b: string): number | null {
  return a === b ? 0 : formDistance(wordForm(a), wordForm(b));
}

export function formDistance(x: WordForm, y: WordForm): number | null {
  if (x.word === y.word) return 0;
  const shorter = Math.min(x.word.length, y.word.length);
  if (shorter === 3 && x.letters === y.letters) return 1; // `files` and `les`
  // In short words one letter makes another word.
  if (shorter < 4 || Math.abs(x.word.length - y.word.length) > 5) return null;
  if (x.letters === y.letters) return 1;
  if (x.hasDigit || y.hasDigit) return null;
  const isBent = isInflected(x.letters, y.letters);
  // Every edit changes at most two letters of the alphabet in use.
  if (!isBent && bitCount(x.alphabet ^ y.alphabet) > 2 * MAX_EDITS) return null;
  if (x.singular === y.singular) return 1;
  if (isOpposite(x.letters, y.letters) || isOpposite(y.letters, x.letters)) return null;
  const max = shorter >= 13 ? MAX_EDITS : shorter >= 8 ? 2 : 1;
  const distance = editDistance(x.letters, y.letters, max);
  if (distance <= max) return distance;
  return isBent ? 2 : null;
}

const MAX_EDITS = 3;
const DIGIT = /[0-9]/;

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters that scanners take for others, beside letters only (`retrieva1`, `biedenham`), and
 *  ligatures, which PDF readers lose (`e cient`). */
function readAsLetters(word: string): string {
  const letters = /[a-z]/.test(word) && DIGIT.test(word) ? word.replace(SCANNED, asLetter) : word;
  return letters.replaceAll('rn', 'm').replace(LIGATURES, '');
}

const SCANNED = /(?<=[a-z])[015]|[015](?=[a-z]{2})/g;
const LIGATURES = /ff[il]?|f[il]/g;

function asLetter(digit: string): string {
  if (digit === '0') return 'o';
  return digit === '1' ? 'l' : 's';
}

/** Alike for theory and theories, index and indices and indexes. Not a word anyone reads. */
function singular(word: string): string {
  const stem = word.replace(/(?:ies|y)$/, 'i').replace(/(?:ices|exes|ex|ix)$/, 'ic');
  return stem.replace(/(?:es|s)$/, '').replace(/e$/, '');
}

/** True where `longer` is `shorter` behind a prefix that turns its meaning: `nonconvex`. */
function isOpposite(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && PREFIXES.has(longer.slice(0, -shorter.length))
    ? longer.endsWith(shorter)
    : false;
}

const PREFIXES = new Set(
  'a in im un non anti sub super semi multi pre post co re de bi tri quasi'.split(' '),
);

/** `storing` and `storage`: a common beginning of four letters, and endings that only bend it. */
function isInflected(a: string, b: string): boolean {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common >= 4 && ENDING.test(a.slice(common)) && ENDING.test(b.slice(common));
}

const ENDING =
  /^(?:|e|es|s|ed|er|ers|ing|ion|ions|ation|ations|age|ment|al|ly|ally|ive|ize|ized|izing|ization|ic|ical|ous|y|ies|able|ability)$/;
