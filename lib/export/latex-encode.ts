import { LETTER_TO_COMMAND, MARK_TO_ACCENT } from '../core/latex-accents';
import { bracesBalance, parseRichText, type RichPart } from '../core/rich-text';

/** Text as LaTeX, for values of BibTeX fields: one line, braces balanced, no command of its own. */

const SPECIALS: ReadonlyMap<string, string> = new Map([
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['\\', '\\textbackslash{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['`', '\\textasciigrave{}'], // alone it would print, and read back, as ‘
  ['\u00a0', '~'],
]);
/** BibTeX counts `\{` as a brace, so braces without a partner need names of their own. */
const UNPAIRED_BRACES: ReadonlyMap<string, string> = new Map([
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
]);
/** Those, and the first of two that TeX draws together: `--` as a dash, `''` as a closing quote. */
const SPECIAL = /[&%$#_{}~^\\<>`\u00a0]|-(?=-)|'(?=')/g;

const ASCII_PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ['–', '--'],
  ['—', '---'],
  ['“', '``'],
  ['”', "''"],
  ['‘', '`'],
  ['’', "'"],
  ['…', '...'],
]);
const PUNCTUATION = /[–—“”‘’…]/g;
const LETTER_WITH_MARKS = /(\P{M})(\p{M}+)/gu;
const SPECIAL_LETTER = new RegExp(`[${[...LETTER_TO_COMMAND.keys()].join('')}]`, 'g');

const TAG_COMMAND = {
  i: '\\textit',
  b: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
} as const;

/** Commands that read files, write files or define others have no place in a formula. */
const UNSAFE_IN_FORMULA =
  /\\(?:(?:input|include)[a-z]*|(?:write|immediate|openin|openout|read|[egx]?def|let|futurelet|catcode|csname|special|directlua|usepackage|(?:re)?newcommand|loop|expandafter)(?![a-z])|end\s*\{document)/i;
/** A comment, a parameter, or a `^` or `_` of nothing: none of them compiles within a formula. */
const BROKEN_FORMULA = /[^\\](?:[%#]|[\^_]\s*[$}^_])/;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*/gu;
const CAPITAL_INSIDE = /.\p{Lu}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;

export interface LatexOptions {
  /** Accents as commands instead of UTF-8. */
  readonly ascii?: boolean;
}

type Encode = (text: string) => string;

/** Plain text: dollars and tags are characters like any other. */
export function encodeLatex(text: string, options: LatexOptions = {}): string {
  return encoder(text, options)(text);
}

/** A title or an abstract: formulas stay as they are, tags become commands. */
export function encodeRichLatex(text: string, options: LatexOptions = {}): string {
  const encode = encoder(text, options);
  return encodeParts(parseRichText(text), encode, encode);
}

/** The same for a title, with braces round each word whose capitals BibTeX styles must not touch. */
export function encodeLatexTitle(text: string, options: LatexOptions = {}): string {
  const encode = encoder(text, options);
  return encodeParts(parseRichText(text), (plain) => protectCapitals(plain, encode), encode);
}

/**
 * The value of a verbatim field (url, doi, eprint), in which no TeX command is read. Better BibTeX's
 * reader looks for formulas even there, so a dollar goes the way of braces.
 */
export function encodeVerbatim(text: string): string {
  return text.replace(/[{}\\$\s]/g, encodeURIComponent);
}

/** How the characters of `whole` are written; its unpaired braces decide for all its braces. */
function encoder(whole: string, { ascii = false }: LatexOptions): Encode {
  const braces = bracesBalance(whole) ? SPECIALS : UNPAIRED_BRACES;
  const special = (char: string): string => braces.get(char) ?? SPECIALS.get(char) ?? `${char}{}`;
  return (text) => {
    const encoded = text.replace(SPECIAL, special);
    return ascii ? encodeAccents(encoded) : encoded;
  };
}

/** @param encodeInTag what stands in a command's braces is safe from changes of case already. */
function encodeParts(parts: readonly RichPart[], encode: Encode, encodeInTag: Encode): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return encode(part.text);
      if (part.kind === 'math') return isSafeFormula(part.text) ? part.text : encode(part.text);
      return `${TAG_COMMAND[part.tag]}{${encodeParts(part.parts, encodeInTag, encodeInTag)}}`;
    })
    .join('');
}

function isSafeFormula(formula: string): boolean {
  return !UNSAFE_IN_FORMULA.test(formula) && !BROKEN_FORMULA.test(formula);
}

function protectCapitals(text: string, encode: Encode): string {
  let written = '';
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    written += encode(text.slice(at, match.index));
    written += hasMeaningfulCase(word) ? `{${encode(word)}}` : encode(word);
    at = match.index + word.length;
  }
  return written + encode(text.slice(at));
}

/** A capital after the first letter (BERT, t-SNE), or letters mixed with digits (3D, GPT-4). */
function hasMeaningfulCase(word: string): boolean {
  return CAPITAL_INSIDE.test(word) || (LETTER.test(word) && DIGIT.test(word));
}

function encodeAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(LETTER_WITH_MARKS, (cluster, base: string, marks: string) => {
      const command = accentCommand(base, [...marks]);
      return command ? `{${command}}` : cluster;
    })
    .replace(SPECIAL_LETTER, (char) => `{\\${LETTER_TO_COMMAND.get(char)}}`)
    .replace(PUNCTUATION, (char) => ASCII_PUNCTUATION.get(char) ?? char)
    .normalize('NFC');
}

/** `\'{\^e}` for e, circumflex, acute: the innermost mark comes first. '' if TeX has no such accent. */
function accentCommand(base: string, marks: readonly string[]): string {
  const letter = LETTER_TO_COMMAND.get(base);
  let command = letter ? `\\${letter}` : /^[A-Za-z]$/.test(base) ? base : '';
  for (const mark of marks) {
    const accent = MARK_TO_ACCENT.get(mark);
    if (!accent || !command) return '';
    const isBare = command.length === 1 && !/[a-z]/i.test(accent);
    command = isBare ? `\\${accent}${command}` : `\\${accent}{${command}}`;
  }
  return command;
}
