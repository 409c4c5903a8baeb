import { GREEK_NAMES } from '../core/greek-names';
import { LATIN_LETTERS } from '../core/latin-letters';

/**
 * One folding for papers and queries alike: what is folded the same is found by the other. Lower
 * case, no diacritics, Greek letters and TeX commands by name (`$\beta$-VAE` and `β-VAE` are
 * `beta-vae`), apostrophes dropped, the markup of a title dropped.
 */

/** Letters and signs that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ...LATIN_LETTERS,
  '‐': '-',
  '‑': '-',
  '–': '-',
  '−': '-',
  '’': "'",
  ʼ: "'",
};

const PLAIN_ASCII = /^[\n -;=-[\]-~]*$/; // all of ASCII but `<` and `\`
const MARKUP = /<\/?(?:i|b|sub|sup)>/g;
/** TeX that only dresses what follows it: fonts and accents. `\varphi` is `phi`. */
const TEX_DRESS =
  /\\(?:math[a-z]*|text[a-z]*|operatorname|boldsymbol|bm|hat|tilde|bar|vec|[`'^"~=.])\s?/g;
const TEX_NAME = /\\(?:var)?([a-z]+)/g;
/** Braces and `$` vanish, so that `{\'e}` and `$L_{1}$` stay in their words. */
const TEX_BRACES = /[{}$]/g;
const SPECIAL = new RegExp(
  `[${Object.keys(GREEK_NAMES).join('')}${Object.keys(LETTERS).join('')}]`,
  'gu',
);

/** The text in its folded form, word order and punctuation kept. */
export function foldText(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  let folded = text.toLowerCase().replace(MARKUP, '');
  if (folded.includes('\\')) {
    folded = folded.replace(TEX_DRESS, '').replace(TEX_NAME, '$1').replace(TEX_BRACES, '');
  }
  // Composed again after the marks are gone, for Hangul syllables are taken apart by NFKD too; in
  // lower case again, for mathematical capitals become plain ones by it.
  folded = folded
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return folded.replace(SPECIAL, (letter) => GREEK_NAMES[letter] ?? LETTERS[letter] ?? letter);
}

/** A longer word is cut, so that no page can fill the vocabulary with one text. */
const MAX_WORD = 40;
const HYPHEN = 45;
const APOSTROPHE = 39;

const OTHER = 0;
const LETTER = 1;
const UNSPACED = 2;
const ASCII_CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  ASCII_CLASS[c] = /[a-z0-9]/.test(String.fromCharCode(c)) ? LETTER : OTHER;
}

/** What a character is to a word; unspaced are the scripts written without spaces. */
function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_CLASS[code] as number;
  if (code < 0x2e80) return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? LETTER : OTHER;
  if (code >= 0xd800 && code < 0xe000) return UNSPACED; // half a rare Han character or a symbol
  return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? UNSPACED : OTHER;
}

type Visit = (word: string, isJoined: boolean) => void;

/**
 * Calls `visit` for each word of a text, in order. Runs of unspaced script (Chinese, Japanese,
 * Korean) give their pairs of characters and the last one alone. After the parts of a compound
 * ("beta-vae") its joined form ("betavae") is visited with `isJoined` true.
 */
export function eachWord(text: string, visit: Visit): void {
  const folded = foldText(text);
  const { length } = folded;
  let parts: string[] = [];
  for (let at = 0; at < length; ) {
    const kind = classOf(folded, at);
    if (kind === OTHER) {
      at++;
      continue;
    }
    const end = kind === LETTER ? endOfWord(folded, at) : endOfRun(folded, at);
    if (kind === UNSPACED) {
      visitPairs(folded.slice(at, end), visit);
    } else {
      let word = folded.slice(at, Math.min(end, at + MAX_WORD));
      if (word.includes("'")) word = word.replaceAll("'", '');
      visit(word, false);
      const isLinked = folded.charCodeAt(end) === HYPHEN && classOf(folded, end + 1) === LETTER;
      if (isLinked || parts.length > 0) parts.push(word);
      if (!isLinked && parts.length > 0) {
        visitJoined(parts, visit);
        parts = [];
      }
    }
    at = end;
  }
}

function visitPairs(run: string, visit: Visit): void {
  const characters = [...run];
  characters.forEach((one, i) => {
    visit(one + (characters[i + 1] ?? ''), false);
  });
}

/** Of three parts also each two, as people leave the third out: "wesszumino" for Wess-Zumino-Witten. */
function visitJoined([a = '', b = '', c = '', more]: readonly string[], visit: Visit): void {
  if (more !== undefined || a.length + b.length + c.length > MAX_WORD) return;
  visit(a + b + c, true);
  if (c === '' || b.length < 3) return;
  visit(a + b, true);
  visit(b + c, true);
}

/** The words of a text, joined forms left out. */
export function toWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word, isJoined) => {
    if (!isJoined) words.push(word);
  });
  return words;
}

/** Whether a word is of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return word !== '' && classOf(word, 0) === UNSPACED;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? ASCII_CLASS[code] === LETTER : classOf(text, at) === LETTER) continue;
    if (code === APOSTROPHE && classOf(text, at + 1) === LETTER) continue;
    break;
  }
  return at;
}

function endOfRun(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && classOf(text, at) === UNSPACED) at++;
  return at;
}
