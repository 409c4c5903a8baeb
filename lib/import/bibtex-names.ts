import { type NameParts, parseName, toAuthor } from '../core/names';
import type { Author } from '../core/paper';
import { decodeEntities } from './html-entities';
import { decodeLatex } from './latex-decode';

/** What stands for white space and a comma inside braces, until the name is split. Private use. */
const BRACED_SPACE = '\ue000';
const BRACED_COMMA = '\ue001';
const MAX_FIELD_LENGTH = 1_000_000;
/** Of a web page; `\&` is TeX's own ampersand. */
const ENTITY = /(?<!\\)&#?\w{1,8};/g;

/**
 * The authors of a BibTeX `author` field, which still has its LaTeX. Names stand between ` and ` at
 * brace depth 0; `others` at the end says that there are more; a name in braces is a literal.
 */
export function parseBibNames(field: string): { authors: Author[]; hasMore: boolean } {
  const names = splitNames(field.slice(0, MAX_FIELD_LENGTH).replace(ENTITY, decodeEntities));
  const hasMore = /^(?:others|et\.? al\.?)$/i.test(names.at(-1) ?? '');
  const authors = (hasMore ? names.slice(0, -1) : names)
    .map(toBibAuthor)
    .filter((author) => author.name !== '');
  return { authors, hasMore };
}

function splitNames(field: string): string[] {
  const names = splitAtDepth0(field, /\s+and(?=\s)|^and\s|\s+and$/gi);
  const [only = ''] = names;
  if (names.length > 1) return names;
  // `{Example, Ada and van der Beispiel, Bo}`: a whole list in braces of its own, each name with its comma.
  const inner = unbrace(only);
  const inside = inner === null ? [] : splitAtDepth0(inner, /\s+and(?=\s)/gi);
  if (inside.length > 1 && inside.every((name) => name.includes(','))) return inside;
  // Not BibTeX, but written all the same: `Example, Ada; van der Beispiel, Bo` and `A B, C D, E F, G H`.
  const bySemicolon = splitAtDepth0(only, /(?<!&#?\w{1,8});(?=\s)/g);
  const inverted = bySemicolon.filter((name) => name.includes(','));
  const areAlike = inverted.length === 0 || inverted.length === bySemicolon.length;
  if (bySemicolon.length > 1 && areAlike) return bySemicolon;
  const byComma = splitAtDepth0(only, /,/g);
  if (byComma.length > 3 && byComma.every((name) => /\S\s+\S/.test(name))) return byComma;
  return names;
}

/** Splits where the pattern matches outside of braces and not behind a backslash; parts are trimmed, empty ones left out. */
export function splitAtDepth0(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let counted = 0;
  for (const match of text.matchAll(separator)) {
    for (; counted < match.index; counted += 1) {
      const character = text[counted];
      if (character === '\\') counted += 1;
      else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
    }
    if (depth > 0 || text[match.index - 1] === '\\') continue;
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter(Boolean);
}

function toBibAuthor(name: string): Author {
  const literal = unbrace(name);
  if (literal !== null) return toAuthor({ literal: readable(decodeLatex(literal)) });
  if (/^(?:given|family|prefix|suffix)(?:-i)?\s*=/i.test(name)) return fromKeyValues(name);
  return restore(parseName(readable(decodeLatex(protectGroups(name)))));
}

/** What is inside, where the whole text is one group in braces that is not an accent. */
function unbrace(text: string): string | null {
  if (!text.startsWith('{') || !text.endsWith('}') || /^\{\\[^a-zA-Z]/.test(text)) return null;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return null;
  }
  return text.slice(1, -1);
}

/** Hides white space and commas in braces, so that `{Barnes and Noble}` stays one word. */
function protectGroups(name: string): string {
  if (!name.includes('{')) return name;
  let depth = 0;
  let result = '';
  let isCommand = false; // white space behind `\v` belongs to the command
  for (let at = 0; at < name.length; at += 1) {
    const character = name[at] ?? '';
    if (character === '\\') {
      result += character + (name[at + 1] ?? '');
      isCommand = /[a-zA-Z]/.test(name[at + 1] ?? '');
      at += 1;
      continue;
    }
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth > 0 && !isCommand && /[\s~]/.test(character)) result += BRACED_SPACE;
    else if (depth > 0 && character === ',') result += BRACED_COMMA;
    else result += character;
    if (!/[a-zA-Z\s]/.test(character)) isCommand = false;
  }
  return result;
}

function restore(author: Author): Author {
  if (!author.name.includes(BRACED_SPACE) && !author.name.includes(BRACED_COMMA)) return author;
  const parts = Object.entries(author).map(([part, text]) => [
    part,
    String(text).replaceAll(BRACED_SPACE, ' ').replaceAll(BRACED_COMMA, ','),
  ]);
  return Object.fromEntries(parts) as unknown as Author;
}

/** BibLaTeX's `family=Beispiel, given=Bo, prefix=van der, useprefix=true`. */
function fromKeyValues(name: string): Author {
  const values = new Map<string, string>();
  for (const pair of splitAtDepth0(name, /,/g)) {
    const [key = '', ...rest] = pair.split('=');
    const value = rest.join('=').trim();
    values.set(key.trim().toLowerCase(), readable(decodeLatex(unbrace(value) ?? value)));
  }
  const family = values.get('family') ?? '';
  const given = values.get('given') ?? '';
  if (family === '') return parseName(given);
  const parts: NameParts = {
    family,
    ...(given && { given }),
    ...(values.get('prefix') && { particle: values.get('prefix') ?? '' }),
    ...(values.get('suffix') && { suffix: values.get('suffix') ?? '' }),
  };
  return toAuthor(parts);
}

function readable(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
