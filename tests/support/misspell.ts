import { pick, type Random, randomInt } from './random';

/** Keys beside each key, as on a QWERTY keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'kop',
  m: 'njk',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xas',
};

/** Spellings that sound alike, each a slip of one or two letters. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ie', 'ei'],
  ['ei', 'ie'],
  ['ance', 'ence'],
  ['ence', 'ance'],
  ['able', 'ible'],
  ['ible', 'able'],
  ['ize', 'ise'],
  ['iza', 'isa'],
  ['our', 'or'],
  ['or', 'er'],
  ['er', 'or'],
  ['ck', 'k'],
  ['c', 'k'],
  ['y', 'i'],
  ['i', 'y'],
  ['sc', 's'],
];

/** One slip of the kind that fingers and ears make; the first letter stays right nine times in ten. */
export function misspell(random: Random, word: string): string {
  if (word.length < 3) return word;
  const first = random() < 0.9 ? 1 : 0;
  const at = first + randomInt(random, word.length - first);
  const kind = random();
  if (kind < 0.25) return dropLetter(word, at);
  if (kind < 0.45) return swapLetters(word, Math.min(at, word.length - 2));
  if (kind < 0.65)
    return replaceAt(word, at, 1, pick(random, [...(NEIGHBOURS[word.charAt(at)] ?? 'e')]));
  if (kind < 0.75)
    return replaceAt(word, at, 0, pick(random, [...(NEIGHBOURS[word.charAt(at)] ?? 'e')]));
  if (kind < 0.87) return replaceAt(word, at, 0, word.charAt(at)); // a letter doubled
  return soundAlike(random, word) ?? undouble(word) ?? dropLetter(word, at);
}

export function dropLetter(word: string, at: number): string {
  return replaceAt(word, at, 1, '');
}

function swapLetters(word: string, at: number): string {
  return replaceAt(word, at, 2, word.charAt(at + 1) + word.charAt(at));
}

function soundAlike(random: Random, word: string): string | undefined {
  const possible = ALIKE.filter(([right]) => word.includes(right, 1));
  if (possible.length === 0) return undefined;
  const [right, wrong] = pick(random, possible);
  return replaceAt(word, word.indexOf(right, 1), right.length, wrong);
}

function undouble(word: string): string | undefined {
  const double = /(.)\1/.exec(word);
  return double ? dropLetter(word, double.index) : undefined;
}

function replaceAt(word: string, at: number, length: number, text: string): string {
  return word.slice(0, at) + text + word.slice(at + length);
}
