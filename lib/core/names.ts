import type { Author } from './paper';

export interface PersonParts {
  readonly family: string;
  readonly given?: string;
  readonly particle?: string;
  readonly suffix?: string;
}

/** The parts of one person's name, or the whole name of a group. */
export type NameParts = PersonParts | { readonly literal: string };

const GROUP_WORDS = new Set(
  (
    'collaboration collaborations consortium team group project institute university laboratory ' +
    'laboratories labs committee inc inc. ltd ltd. llc corporation foundation association ' +
    'organization organisation council initiative department contributors investigators'
  ).split(' '),
);
const COMPANY_ENDING = /^(?:inc|ltd|llc|corp|gmbh)\.?$/i;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
/** "Smith, JR" and "Smith, M.D." are initials: a family name alone is followed by no other suffix. */
const GENERATION = /^(?:[JjSs]r\.?|II|III|IV)$/;
const DEGREE = /^(?:ph\.?d\.?|m\.?d\.?|esq\.?)$/i;
const PARTICLES = new Set(
  (
    'van von der den de la le du di da do dos das del della delle dello des degli ter ten te zu zum ' +
    "zur af av bin ibn ben bint al el y e i vom op 't 's"
  ).split(' '),
);
const ET_AL = /(?:,\s*|\s+)et\s+al\.?$/i;
const CJK_ONLY = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc·・]+$/u;
const LOWER_INITIAL = /^['’‘]?\p{Ll}/u;

/**
 * One author from text: `First Last`, `Last, First`, `Last, Jr., First`, or a group. Accents must be
 * decoded already, since a lower-case first letter makes a particle ("van", "de la").
 *
 * The answer's `name` reads given name first, whatever the order of the text. Never throws; text
 * without anything readable gives an empty literal.
 */
export function parseName(text: string): Author {
  const whole = text.replace(/\s+/g, ' ').trim().replace(ET_AL, '');
  return toAuthor(splitName(whole));
}

/** An author of these parts, with the name as people write it. */
export function toAuthor(parts: NameParts): Author {
  return { name: formatName(parts), ...parts };
}

/** The parts of an author: those given, else those that the name shows. */
export function nameParts(author: Author): NameParts {
  if (author.literal) return { literal: author.literal };
  if (!author.family) return splitName(author.name.replace(/\s+/g, ' ').trim());
  const { family, given, particle, suffix } = author;
  return personParts(family, given, particle, suffix);
}

/** `Laurens van der Maaten`, `Juan de la Cruz Jr.`; Chinese, Japanese and Korean family name first. */
export function formatName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  const { family, given, particle, suffix } = parts;
  const words = isCjk(family, given) ? [family, given] : [given, particle, family];
  return [...words, suffix].filter(Boolean).join(' ');
}

/** `van der Maaten, Laurens`, `de la Cruz, Juan, Jr.`, the form of RIS and CSV. */
export function formatNameInverted(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  const { given, suffix } = parts;
  const name = [familyWithParticle(parts), given, suffix].filter(Boolean).join(', ');
  return readsAsSuffix(parts) ? `${name},` : name;
}

/** Whether `Last, First` would be taken for a name and its suffix: "de Toledo, Jr", "Smith, Jr". */
export function readsAsSuffix(parts: PersonParts): boolean {
  const { given = '', suffix } = parts;
  return !suffix && isSuffixBehind(familyWithParticle(parts), given);
}

/** `van der Maaten`; a group's whole name. */
export function familyWithParticle(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  return parts.particle ? `${parts.particle} ${parts.family}` : parts.family;
}

function splitName(text: string): NameParts {
  const pieces = text.split(',').map((piece) => piece.trim());
  return pieces.length > 1 ? splitInverted(text, pieces) : splitInOrder(text);
}

/**
 * `Last, First`, `Last, Jr., First`, `Last, First, Jr.`, `First Last, Jr.`, `Barnes and Noble, Inc.`;
 * `Last, , First` and `Last, First,` where the given name would read as a suffix.
 */
function splitInverted(text: string, pieces: readonly string[]): NameParts {
  const [first = ''] = pieces;
  const rest = pieces.slice(1).filter(Boolean);
  const [second = ''] = rest;
  const last = rest.at(-1) ?? '';
  if (COMPANY_ENDING.test(last)) return { literal: text };
  if (!first || rest.length === 0) return splitInOrder([first, ...rest].filter(Boolean).join(' '));
  const { particle, family } = splitFamily(first);
  if (rest.length === 1) {
    const isGiven = pieces.length > 2 || !isSuffixBehind(first, second);
    if (isGiven) return personParts(family, second, particle);
    const parts = splitInOrder(first);
    return 'literal' in parts
      ? personParts(first, undefined, undefined, second)
      : { ...parts, suffix: second };
  }
  const suffixIsLast = isSuffix(last) && !isSuffix(second);
  const [given, suffix] = suffixIsLast
    ? [rest.slice(0, -1).join(', '), last]
    : [rest.slice(1).join(', '), second];
  return personParts(family, given, particle, suffix);
}

/** Of two pieces: behind a family name alone, less is a suffix than behind a whole name. */
function isSuffixBehind(first: string, second: string): boolean {
  return 'given' in splitInOrder(first) ? isSuffix(second) : GENERATION.test(second);
}

/** Behind a comma a degree is one too. */
function isSuffix(piece: string): boolean {
  return SUFFIX.test(piece) || DEGREE.test(piece);
}

/** Leading lower-case words of a family name are its particle; at least one word stays. */
function splitFamily(text: string): { particle?: string; family: string } {
  const words = text.split(' ');
  const start = words.findIndex(
    (word, index) => index === words.length - 1 || !LOWER_INITIAL.test(word),
  );
  if (start <= 0) return { family: text };
  return { particle: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}

function splitInOrder(text: string): NameParts {
  const words = text.split(' ');
  if (words.length === 1 || words.some(isGroupWord)) return { literal: text };
  const last = words.at(-1) ?? '';
  const suffix = SUFFIX.test(last) ? last : undefined;
  const kept = suffix ? words.slice(0, -1) : words;
  if (kept.every((word) => CJK_ONLY.test(word)) && kept.length > 1) {
    return personParts(kept[0] ?? '', kept.slice(1).join(' '), undefined, suffix);
  }
  const { from, to } = findParticle(kept);
  const given = kept.slice(0, from).join(' ');
  return personParts(kept.slice(to).join(' '), given, kept.slice(from, to).join(' '), suffix);
}

/**
 * The run of lower-case words before the family name, as [from, to) in `words`; empty and just
 * before the last word where there is none. A name written without any capital has only the
 * particles that we know: "ada lovelace" has none.
 */
function findParticle(words: readonly string[]): { from: number; to: number } {
  const end = words.length - 1;
  const isCapitalised = !LOWER_INITIAL.test(words[0] ?? '');
  const isParticle = (word: string): boolean =>
    isCapitalised ? LOWER_INITIAL.test(word) : PARTICLES.has(word);
  const from = words.findIndex((word, index) => index < end && isParticle(word));
  if (from < 0) return { from: end, to: end };
  let to = from;
  while (to < end && isParticle(words[to] ?? '')) to += 1;
  return { from, to };
}

function isGroupWord(word: string): boolean {
  return GROUP_WORDS.has(word.toLowerCase());
}

function isCjk(family: string, given = ''): boolean {
  return CJK_ONLY.test(family) && (given === '' || CJK_ONLY.test(given));
}

/** Leaves out parts that are missing or empty. */
function personParts(
  family: string,
  given?: string,
  particle?: string,
  suffix?: string,
): NameParts {
  return {
    family,
    ...(given && { given }),
    ...(particle && { particle }),
    ...(suffix && { suffix }),
  };
}
