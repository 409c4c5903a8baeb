/**
 * Text to terms: the words that relatedness counts. Folded (NFKD, no diacritics, lower case,
 * Greek letters by name, TeX commands and markup unwrapped), stop words out, plurals cut; runs of
 * Chinese, Japanese and Korean become pairs of characters.
 */
import { isStopWord } from '../core/stop-words';

/** One term of a text and where it stands there, so that a reason can quote the text itself. */
export interface Token {
  readonly term: string;
  /**
   * Bounds in the text, end exclusive: of the run without spaces or hyphens that holds the term, or
   * of the very characters of Chinese, Japanese and Korean.
   */
  readonly start: number;
  readonly end: number;
  /** True where no phrase may run from the term before into this one (sentence or clause end). */
  readonly breaks: boolean;
}

/** Longer texts are cut: nobody's abstract is longer, and a page's text is not to be trusted. */
export const MAX_TEXT_LENGTH = 20_000;
/** Longer runs are addresses, encodings or noise. */
export const MAX_TERM_LENGTH = 32;
const MAX_RUN = 200;

const GREEK = new Map(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma_ sigma tau upsilon phi chi psi omega'
    .split(' ')
    .map((name, i) => [String.fromCharCode(0x3b1 + i), name.replace('_', '')]),
);

const PLAIN = /^[\x21-\x23\x25-\x3b\x3d\x3f-\x5b\x5d\x5f-\x7a\x7c]*$/;
/** Plain, and without the hyphens and slashes of compounds. */
const ONE_RUN = /^[\x21-\x23\x25-\x2c.\x30-\x3b\x3d\x3f-\x5b\x5d\x5f-\x7a\x7c]+$/;
/** The parts of a compound: "domain-aware" holds two terms that may be quoted alone. */
const PARTS = /(?:<\/?[a-z]{1,3}>|[^\-/\u2010-\u2015])+/gi;
const WORD = /[\p{L}\p{N}]+/gu;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** Stretches that write words with and without spaces between, apart. */
const SCRIPTS =
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;
const CJK_PUNCTUATION = /[\u3001\u3002\uff01\uff08-\uff0c\uff1a\uff1b\uff1f]/;

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let breaks = true;
  for (const { 0: chunk, index } of text.slice(0, MAX_TEXT_LENGTH).matchAll(/\S+/g)) {
    if (chunk.includes('://')) continue; // an address names a place, not a subject
    if (/^[([]/.test(chunk)) breaks = true;
    for (const { run, at } of runsOf(chunk)) {
      if (CJK_PUNCTUATION.test(run)) breaks = true;
      for (const { term, start, end } of termsAt(run, index + at)) {
        tokens.push({ term, start, end, breaks });
        breaks = false;
      }
    }
    if (/[.,;:!?)\]\u3002\uff0c\uff1b]$/.test(chunk)) breaks = true;
  }
  return tokens;
}

interface Run {
  readonly run: string;
  readonly at: number;
}

/** The stretches of a chunk that terms are quoted by; nearly always it is one. */
function runsOf(chunk: string): Run[] {
  if (ONE_RUN.test(chunk)) return [{ run: chunk, at: 0 }];
  return [...chunk.matchAll(PARTS)].flatMap((part) =>
    [...part[0].matchAll(SCRIPTS)].map((run) => ({ run: run[0], at: part.index + run.index })),
  );
}

function termsAt(run: string, start: number): Omit<Token, 'breaks'>[] {
  if (CJK.test(run)) return characterPairs(run, start);
  const end = start + run.length;
  const terms: Omit<Token, 'breaks'>[] = [];
  for (const word of wordsOf(run)) {
    if (!isStopWord(word) && word.length <= MAX_TERM_LENGTH) {
      terms.push({ term: stem(word), start, end });
    }
  }
  return terms;
}

/** The folded words of one chunk of text without white space. */
function wordsOf(chunk: string): string[] {
  return (PLAIN.test(chunk) ? chunk.toLowerCase() : fold(chunk)).match(WORD) ?? [];
}

function fold(chunk: string): string {
  return chunk
    .replace(/<\/?(?:i|b|sub|sup)>/gi, '')
    .replace(/\\(?:['"`^~=.]|[uvHckbdrt](?=\{))/g, '') // TeX accents: \'e, \v{s}
    .replace(/\\(?:mathrm|mathbf|mathcal|mathbb|text|textit|textbf|emph|rm|it|bf)(?![a-zA-Z])/g, '')
    .replace(/\\([a-zA-Z]+)/g, ' $1 ')
    .replace(/[${}\\]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d]/g, '')
    .toLowerCase()
    .replace(/[\u03b1-\u03c9]/g, (letter) => ` ${GREEK.get(letter) ?? letter} `);
}

function characterPairs(run: string, start: number): Omit<Token, 'breaks'>[] {
  if (run.length === 1) return [{ term: run, start, end: start + 1 }];
  return Array.from({ length: Math.min(run.length, MAX_RUN) - 1 }, (_, i) => ({
    term: run.slice(i, i + 2),
    start: start + i,
    end: start + i + 2,
  }));
}

/** Plural to singular ("theories" → "theory", "classes" → "class"); never shorter than 3 letters. */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
