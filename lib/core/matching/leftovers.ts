import { titleWords } from '../title-words';
import { fullNameWords } from './author-agreement';
import { wordDistance } from './near-words';

/** What the words of a title that the other title lacks are. */
export interface Leftovers {
  /** Words of meaning before, between and after those that both titles have. */
  readonly head: readonly string[];
  readonly inner: readonly string[];
  readonly tail: readonly string[];
  /** Words that make another work of it: numerals, "part", "comment", "erratum". */
  readonly guards: readonly string[];
  /** What a page or a citation puts around a title: names, venue, date, "[PDF]". */
  readonly residue: number;
}

const words = (text: string) => new Set(text.split(' '));

const SMALL = words(
  'a an the of for in on and to with via by using from at as is are its into through or under over towards toward s t',
);
const GUARDS = words(
  'i ii iii iv v vi vii viii ix x xi xii one two three four five without non anti not survey overview guide manual comment comments reply erratum errata addendum corrigendum corrigenda correction response revisited retraction rejoinder discussion followup sequel supplement supplementary appendix',
);
/** Words that open what follows a title in a citation or on a page. */
const DECORATION = words(
  'pdf html ps arxiv openreview extended abstract oral poster spotlight talk title preprint v1 v2 v3 v4 v5 neurips nips icml iclr cvpr iccv eccv aaai ijcai acl emnlp naacl colm kdd www sigmod vldb icde pods edbt sigir hep th cs lg cl cv ai demo demonstration hellip workshop proc proceedings proceeding procs conf conference symposium int intl international vol volume no number pp pages journal trans transactions technical tech report rapport techreport tr full version invited keynote tutorial tutorials panel session notes paper acm ieee springer press submitted appear accepted review edition thesis dissertation phd university dept department online available www http org com reprint reprinted unpublished manuscript draft et al univ ed eds jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december',
);
const YEAR = /^(?:19|20)\d\d[a-z]?$/;
const NUMBER = /^\d+(?:st|nd|rd|th)?[a-z]?$/;

export function isSmall(word: string): boolean {
  return SMALL.has(word);
}

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
  const short = new Set(names.flatMap(titleWords).filter((word) => word.length === 2));
  const isName = (word: string) =>
    short.has(word) ||
    (word.length >= 3 &&
      [...known].some(
        (name) => wordDistance(word, name) !== null || (name.length >= 4 && word.includes(name)),
      ));
  const head = at(0, first);
  const tail = at(last + 1, title.length);
  const inner = at(first, last + 1);
  const kinds = { head: headOf(head, isName), inner, tail: tailOf(tail, isName) };
  const left = [...kinds.head, ...inner, ...kinds.tail];
  const isContent = (word: string) => !isSmall(word) && !isGuard(word) && !isDecoration(word);
  return {
    head: kinds.head.filter(isContent),
    inner: inner.filter(isContent),
    tail: kinds.tail.filter(isContent),
    guards: left.filter(isGuard),
    residue:
      [...head, ...tail].filter((word) => !isSmall(word)).length -
      [...kinds.head, ...kinds.tail].filter((word) => !isSmall(word) && !isDecoration(word)).length,
  };
}

/** Numerals, and words that say that a work is about another. */
export function isGuard(word: string): boolean {
  return GUARDS.has(word) || (NUMBER.test(word) && !YEAR.test(word));
}

function isDecoration(word: string): boolean {
  return DECORATION.has(word) || YEAR.test(word);
}

/** A citation begins with the names of authors that its parser left in the title. */
function headOf(head: readonly string[], isName: (word: string) => boolean): readonly string[] {
  const full = head.filter((word) => word.length >= 3 && !isSmall(word) && !isDecoration(word));
  const named = head.filter(isName).length;
  if (named > 0 && full.length <= 2 * named) return [];
  if (head.includes('university') || isName(head.join(''))) return [];
  return head.every(
    (word) => isDecoration(word) || isSmall(word) || NUMBER.test(word) || /^[a-z]$/.test(word),
  )
    ? []
    : head;
}

/** A citation goes on with proceedings, volume and year. */
function tailOf(tail: readonly string[], isName: (word: string) => boolean): readonly string[] {
  if (
    tail.length > 0 &&
    tail.every((each) => NUMBER.test(each)) &&
    tail.some((each) => Number.parseInt(each, 10) > 20)
  )
    return [];
  const word = tail.find((each) => !isSmall(each) && !NUMBER.test(each)) ?? '';
  const isResidue =
    isDecoration(word) || isName(word) || (word === '' && tail.some((each) => YEAR.test(each)));
  return isResidue ? [] : tail;
}
