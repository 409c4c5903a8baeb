import { titleWords } from '../title-words';
import { fullNameWords } from './author-agreement';
import { wordDistance } from './near-words';
import { remembering } from './remembering';

/** What the words of a title that the other title lacks are. */
export interface Leftovers {
  /** Words of meaning before, between and after those that both titles have. */
  readonly head: readonly string[];
  readonly inner: readonly string[];
  readonly tail: readonly string[];
  /** Words that make another work of it: numerals, "part", "comment", "erratum". */
  readonly guards: readonly string[];
  /** Numbers, whatever they count: where both titles have some, they count two works. */
  readonly numbers: readonly string[];
  /** What a page or a citation puts around a title: names, venue, date, "[PDF]". */
  readonly residue: number;
  /** Words of it that are names of the other record's authors. */
  readonly named: readonly string[];
}

const words = (text: string) => new Set(text.split(' '));

const SMALL = words(
  'a an the of for in on and to with via by using from at as is are its into through or under over towards toward s t',
);
const GUARDS = words(
  'i ii iii iv v vi vii viii ix x xi xii one two three four five without non anti not survey review overview guide manual comment comments reply erratum errata addendum corrigendum corrigenda correction response revisited retraction rejoinder discussion followup sequel supplement supplementary appendix thesis dissertation phd',
);
/** Words that pages and citations put around titles, and that titles hardly have. */
const MARKS = words(
  'pdf html ps arxiv openreview oral poster spotlight preprint v1 v2 v3 v4 v5 neurips nips icml iclr cvpr iccv eccv aaai ijcai acl emnlp naacl colm kdd www sigmod vldb icde pods edbt sigir hep th cs lg cl cv hellip proc proceedings proceeding procs conf symposium vol volume pp trans techreport tr keynote tutorial tutorials panel demo demonstration workshop acm ieee springer submitted appear accepted http org com reprint reprinted unpublished manuscript et al univ university dept department int intl ed eds abstract rapport jan feb apr jun jul aug sep sept oct nov dec january february april june july august september october november december',
);
/** Words that stand there, too, but in titles as well: they count in company only. */
const WEAK_MARKS = words(
  'extended talk talks title ai conference international number no pages journal transactions technical tech report full version invited session notes paper press edition online available draft mar may march',
);
const YEAR = /^(?:19|20)\d\d[a-z]?$/;
const NUMBER = /^\d+(?:st|nd|rd|th)?[a-z]?$/;

export function isSmall(word: string): boolean {
  return SMALL.has(word);
}

/** Parts of a name like Li and Wu, which are too short to be looked for as pieces of words. */
const shortWords = remembering(2_000, (name) =>
  titleWords(name).filter((word) => word.length === 2),
);

export function readLeftovers(
  title: readonly string[],
  places: readonly number[],
  names: readonly string[],
): Leftovers {
  const inTitle = new Set(places);
  const first = title.findIndex((_, i) => !inTitle.has(i));
  const last = title.findLastIndex((_, i) => !inTitle.has(i));
  const at = (from: number, to: number) =>
    places.filter((i) => i >= from && i < to).map((i) => title[i] ?? '');
  const known = new Set(fullNameWords(names));
  const short = new Set(names.flatMap(shortWords));
  const isName = (word: string) =>
    short.has(word) ||
    (word.length >= 3 &&
      [...known].some(
        (name) => wordDistance(word, name) !== null || (name.length >= 4 && word.includes(name)),
      ));
  const head = at(0, first);
  const tail = at(last + 1, title.length);
  const between = at(first, last + 1);
  const inner = isAllMarks(between) ? [] : between;
  const keptHead = isHeadResidue(head, isName) ? [] : head;
  const keptTail = isTailResidue(tail, isName) ? [] : tail;
  const dropped = [...head, ...tail].filter((word) => ![...keptHead, ...keptTail].includes(word));
  const meant = { head: keptHead.filter(isMeant), tail: keptTail.filter(isMeant) };
  return {
    head: meant.head,
    inner: inner.filter((word) => !isSmall(word) && !isGuard(word)),
    tail: meant.tail,
    guards: [...keptHead, ...inner, ...keptTail].filter(isGuard),
    numbers: places.map((i) => title[i] ?? '').filter((word) => NUMBER.test(word)),
    residue:
      count(head) + count(tail) - count(keptHead.filter(notMark)) - count(keptTail.filter(notMark)),
    named: dropped.filter((word) => word.length >= 4 && known.has(word)),
  };
}

/** How many words are not small. */
function count(list: readonly string[]): number {
  return list.filter((word) => !isSmall(word)).length;
}

function isMeant(word: string): boolean {
  return !isSmall(word) && !isGuard(word) && !isMark(word);
}

function notMark(word: string): boolean {
  return !isMark(word);
}

/** Numerals, and words that say that a work is about another. */
export function isGuard(word: string): boolean {
  return GUARDS.has(word) || (NUMBER.test(word) && !YEAR.test(word));
}

/** Numerals, Roman ones too. */
export function isNumber(word: string): boolean {
  return (NUMBER.test(word) && !YEAR.test(word)) || /^[ivx]+$/.test(word);
}

/** Words that tell the parts of a series apart, and its reviews; `non` and the like only begin one. */
export function isSeriesGuard(word: string): boolean {
  return isGuard(word) && !/^(?:non|anti|not|without)$/.test(word);
}

function isMark(word: string): boolean {
  return MARKS.has(word) || YEAR.test(word);
}

function isAnyMark(word: string): boolean {
  return isMark(word) || WEAK_MARKS.has(word) || NUMBER.test(word) || /^[a-z]$/.test(word);
}

/** Marks only: at least one that titles hardly have, two that they may, or "pages 436". */
function isAllMarks(list: readonly string[]): boolean {
  const heavy = list.filter((word) => !isSmall(word));
  const weak = heavy.filter((word) => WEAK_MARKS.has(word)).length;
  const isNumbered = weak > 0 && heavy.some((word) => NUMBER.test(word));
  const isSure = heavy.some(isMark) || weak >= 2 || isNumbered;
  return isSure && heavy.every(isAnyMark);
}

/** A citation begins with a number or names of authors that its parser left in the title. */
function isHeadResidue(head: readonly string[], isName: (word: string) => boolean): boolean {
  const full = head.filter((word) => word.length >= 3 && !isSmall(word) && !isMark(word));
  const named = head.filter(isName).length;
  if (named > 0 && full.length <= 2 * named) return true;
  if (head.includes('university') || isName(head.join(''))) return true;
  const isNumbering = head.every(
    (word) => isSmall(word) || NUMBER.test(word) || /^[a-z]$/.test(word),
  );
  return isNumbering || isAllMarks(head);
}

/** `p 35 46` and `266 275 1997`: two numbers, the second above the first. */
function isPages(words: readonly string[]): boolean {
  const [first = 0, last = 0] = words.slice(words[0] === 'p' ? 1 : 0).map(Number);
  return first > 20 && last > first;
}

/** A citation goes on with proceedings, volume, pages and year. */
function isTailResidue(tail: readonly string[], isName: (word: string) => boolean): boolean {
  const heavy = tail.filter((word) => !isSmall(word));
  if (heavy.length === 0) return false;
  if (isPages(heavy)) return true;
  const isNumbers = heavy.every((word) => NUMBER.test(word));
  if (isNumbers) return heavy.some((word) => Number.parseInt(word, 10) > 20);
  const opener = heavy.find((word) => !NUMBER.test(word)) ?? '';
  if (isMark(opener) || isName(opener) || isAllMarks(tail)) return true;
  const marks = heavy.filter(isAnyMark).length;
  return WEAK_MARKS.has(opener) && heavy.some(isMark) && marks * 2 >= heavy.length;
}
