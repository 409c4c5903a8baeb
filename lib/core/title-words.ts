import { GREEK_NAMES } from './greek-names';
import { LATIN_LETTERS } from './latin-letters';

/**
 * A title as its words, so that spellings of one title agree: case, accents, TeX, markup,
 * ligatures, hyphens and punctuation folded away, letters of every script kept.
 */

/** Longer texts are no titles. */
const MAX_CHARACTERS = 1_000;

/** Folded words in order. Each Han or Kana character is a word, since nothing separates them. */
export function titleWords(title: string): string[] {
  return fold(title).match(WORD) ?? [];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)/gu;

function fold(title: string): string {
  const plain = foldTex(title.slice(0, MAX_CHARACTERS))
    .replace(MARKUP, ' ')
    .replace(ENTITY, ' ')
    .replace(MISREAD_QUOTE, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(OWN_LETTERS, (letter) => LATIN_LETTERS[letter] ?? letter)
    .replace(LONE_GREEK, (letter) => ` ${GREEK_NAMES[letter] ?? letter} `);
  // Hangul syllables and Indic vowels were taken apart with the accents.
  return plain.normalize('NFC');
}

const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|tt|span|scp)>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|hellip|mdash|ndash|#\d{1,5});?/gi;
/** UTF-8 quotes and dashes that were read as Latin-1 and then lost their second bytes. */
const MISREAD_QUOTE = /â ?(?:€.|\?+(?: ?¦)?|''?)/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´]/g;

const OWN_LETTERS = new RegExp(`[${Object.keys(LATIN_LETTERS).join('')}]`, 'g');

/** A Greek letter by itself is a symbol that others spell out: β-VAE, beta-VAE, $\beta$-VAE. Letters
 *  only: the script has numerals and signs too, which are no part of a word. */
const LONE_GREEK =
  /(?<![\u0386-\u03f5\u03f7-\u03ff])[\u0386-\u03f5\u03f7-\u03ff](?![\u0386-\u03f5\u03f7-\u03ff])/g;

/** Commands that are letters, fonts that say nothing, accents that go; other names are symbols. */
function foldTex(text: string): string {
  if (!/[\\${}~]/.test(text)) return text;
  return text
    .replace(/\\(?:[`'^"~=.]|[cvuHkrdbt](?![a-zA-Z]))\s?/g, '')
    .replace(/\\(ss|ae|oe|aa|o|l|i|j)(?![a-zA-Z])\s?/gi, '$1')
    .replace(FONT_COMMAND, ' ')
    .replace(/\\([a-zA-Z]+)/g, ' $1 ')
    .replace(/[${}]/g, '')
    .replace(/[\\~]/g, ' ');
}

const FONT_COMMAND =
  /\\(?:text(?:bf|it|sc|tt|rm|sf|sl|normal)?|emph|math(?:bf|it|cal|rm|bb|frak|sf|scr|tt)|bf|it|em|rm|sc|tt|cal|operatorname|mbox|hbox|boldsymbol|left|right|ensuremath|protect)(?![a-zA-Z])/gi;
