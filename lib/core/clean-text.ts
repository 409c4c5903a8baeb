/**
 * What text must be before it is kept, wherever it came from: a page, a file, a paste or a form.
 * Cleaning is idempotent and never throws. Text is stored clean and shown as text, never as HTML.
 */

/** The most characters (UTF-16 units) kept of a field, and the most entries of a list. */
export const TEXT_LIMITS = {
  title: 1_000,
  abstract: 20_000,
  note: 100_000,
  authors: 5_000,
  authorName: 200,
  /** One tag, keyword, list name, venue or other short field. */
  label: 500,
  labels: 1_000,
  url: 2_000,
} as const;

/** More marks than this on one letter are vandalism; no script in use stacks so many. */
const MAX_MARKS = 8;

/** At least so much of a text is read, or four times its limit: room for what cleaning removes. */
const MIN_READ = 20_000;

/** White space, plain ASCII and Latin letters: what the slower patterns below cannot touch. */
const PLAIN = /^[\t-\r -~\u00a0-\u00ac\u00ae-\u02ff]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
/** Soft hyphen, zero-width space, direction marks, embeddings, overrides and isolates, word joiner
 *  and the invisible operators, byte order mark, interlinear marks, noncharacters. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
/** Tag characters hide text, except in the flags of England, Scotland and Wales. */
const TAGS = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|[\u{e0000}-\u{e007f}]/gu;
/**
 * Joiners stay where they change how a word or an emoji is written: between letters of the Arabic
 * and Indian scripts, and between pictographs.
 */
const JOINED_SCRIPTS =
  '\\p{sc=Arabic}\\p{sc=Syriac}\\p{sc=Mongolian}\\p{sc=Devanagari}\\p{sc=Bengali}\\p{sc=Gurmukhi}' +
  '\\p{sc=Gujarati}\\p{sc=Oriya}\\p{sc=Tamil}\\p{sc=Telugu}\\p{sc=Kannada}\\p{sc=Malayalam}' +
  '\\p{sc=Sinhala}\\p{sc=Khmer}\\p{sc=Myanmar}';
/**
 * Made when first needed: they take a millisecond to make, which each start of the background would
 * pay for texts that are plain most of the time.
 */
let oddities: { readonly strayJoiner: RegExp; readonly markStorm: RegExp } | undefined;

function makeOddities() {
  const strayJoiner = new RegExp(
    `(?<![${JOINED_SCRIPTS}])\\u200c|\\u200c(?![${JOINED_SCRIPTS}])|` +
      `(?<![${JOINED_SCRIPTS}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d|` +
      `\\u200d(?![${JOINED_SCRIPTS}\\p{Extended_Pictographic}])`,
    'gu',
  );
  return { strayJoiner, markStorm: new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu') };
}

/** White space other than single spaces between words. */
const UNEVEN_SPACE = /[^\S ]|\x85| {2}|^ | $/;

/**
 * One line of clean text, at most `max` UTF-16 units: NFC, white space collapsed and trimmed, no
 * control, zero-width or direction characters. For titles, names, abstracts and labels.
 */
export function cleanLine(text: string, max: number): string {
  return cut(collapse(normalise(text, max)), max).trimEnd();
}

/** The same for text of several lines (notes): line breaks and indents stay, as `\n` and spaces. */
export function cleanText(text: string, max: number): string {
  const lines = normalise(text, max)
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\t ]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return cut(lines.slice(Math.max(first, 0)).join('\n').trimEnd(), max).trimEnd();
}

/**
 * An http or https address, or null. One that is written in plain ASCII stays as it is written;
 * others are percent-encoded, and names of hosts become Punycode, so that look-alikes show. A user's
 * name before the host is left out: it reads as a host, or is a secret.
 */
export function cleanUrl(text: string): string | null {
  const trimmed = text.slice(0, TEXT_LIMITS.url + 1).trim();
  if (trimmed.length > TEXT_LIMITS.url || !/^https?:\/\//i.test(trimmed)) return null;
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const hasUser = url.username !== '' || url.password !== '';
  if (!hasUser && /^[!#-;=?-[\]_a-z~|]+$/i.test(trimmed)) return trimmed;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Most text has nothing to collapse, and replacing every space of it costs more than a look. */
function collapse(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(/[\s\x85]+/g, ' ').trim() : text;
}

function normalise(text: string, max: number): string {
  const bounded = text.slice(0, Math.max(max * 4, MIN_READ));
  if (PLAIN.test(bounded)) return bounded;
  oddities ??= makeOddities();
  return bounded
    .toWellFormed()
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(TAGS, (match) => (match.length > 2 ? match : ''))
    .replace(oddities.strayJoiner, '')
    .replace(oddities.markStorm, '$1')
    .normalize('NFC');
}

/** Cuts before the limit, never through a character of two units. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
