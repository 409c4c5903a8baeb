import { parseName } from '../core/names';
import type { Author } from '../core/paper';

/** `Vaswani A`, `Van Der Maaten L.J.P.`: initials behind the family name. */
const INITIALS_LAST = /^(\S.*?) ((?:\p{Lu}\.?[- ]?){1,4})$/u;
const INITIALS = /^(?:\p{Lu}\.?[- ]?){1,4}$/u;
const MAX_LENGTH = 1_000_000;

/**
 * The authors of one text, as people and tables write them: separated by semicolons, by "and" or by
 * commas, with the given name first or last. "et al." or "others" at the end says that there are more.
 */
export function parseAuthorList(text: string): { authors: Author[]; hasMore: boolean } {
  const names = splitAuthors(text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim());
  const hasMore = /(?:^|[ ,])(?:et\.? al\.?|others|…|\.\.\.)$/i.test(names.at(-1) ?? '');
  const kept = hasMore ? [...names.slice(0, -1), withoutEtAl(names.at(-1) ?? '')] : names;
  const areInitialsLast = kept.every((name) => isInitialsLast(name));
  const authors = kept
    .filter((name) => name !== '')
    .map((name) => parseName(areInitialsLast ? name.replace(INITIALS_LAST, '$1, $2') : name))
    .filter((author) => author.name !== '');
  return { authors, hasMore };
}

/** `Smith JA` as MEDLINE writes it, where no full name is given. */
export function parseInitialsLast(name: string): Author {
  return parseName(name.replace(INITIALS_LAST, '$1, $2'));
}

function isInitialsLast(name: string): boolean {
  const [, family = '', initials = ''] = INITIALS_LAST.exec(name) ?? [];
  return family !== '' && !INITIALS.test(family) && initials === initials.toUpperCase();
}

function withoutEtAl(name: string): string {
  return name.replace(/,? ?(?:et\.? al\.?|others|…|\.\.\.)$/i, '');
}

function splitAuthors(text: string): string[] {
  if (text.includes(';')) return split(text, /;/);
  const byAnd = split(text, / and | & /i);
  const byComma = split(text, /,| and | & /i);
  // `Last, First and Last, First`
  if (byAnd.length > 1 && byAnd.every((name) => name.split(',').length === 2)) return byAnd;
  // `A B, C D and E F`: commas separate whole names where each piece is one.
  if (byComma.length > byAnd.length && byComma.every((name) => /\S \S/.test(name))) return byComma;
  if (byAnd.length > 1) return byAnd;
  // `Vaswani, A., Shazeer, N.`: family names and initials by turns.
  const isPaired = byComma.length > 2 && byComma.length % 2 === 0;
  if (isPaired && byComma.every((piece, at) => at % 2 === 0 || INITIALS.test(piece))) {
    return byComma.flatMap((piece, at) => (at % 2 === 0 ? [`${piece}, ${byComma[at + 1]}`] : []));
  }
  return byAnd;
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
