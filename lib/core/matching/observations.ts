import { titleWords } from '../title-words';
import { type Alignment, alignTitles, wordWeight } from './align-titles';
import { type AuthorAgreement, compareAuthors } from './author-agreement';
import { citedHead } from './cited-head';
import { isNumber, isSeriesGuard, isSmall, type Leftovers, readLeftovers } from './leftovers';
import { remembering } from './remembering';

/** What two records without a common identifier are compared by. */
export interface TitledRecord {
  readonly title: string;
  /** Names as the page writes them. */
  readonly authors?: readonly string[] | undefined;
  readonly year?: number | undefined;
}

/** What the authors say: at least one in common, nothing, or nobody in common. */
export type AuthorEvidence = 'agree' | 'unknown' | 'differ';

/** Each is 0 where it does not apply. weights.ts says what each is worth. */
export const OBSERVATIONS = [
  'always',
  'lettersShared', // natural logarithm of the letters that both titles have
  'fewWords', // at most two words in common
  'exact', // nothing left over on either side
  'swappedShare', // letters that each title has instead of the other's, of all letters
  'swapped', // their logarithm
  'addedShare', // letters that only one title has, of all letters
  'added',
  'tailOnly', // one title goes on where the other ends
  'headOnly',
  'innerOnly',
  'edits', // misprints
  'editsShare',
  'moved', // words in another order
  'sameYear',
  'years1to2',
  'years3to4',
  'years5', // five and more
  'residue', // words of a citation or page around one title
  'cut', // one title ends in an ellipsis or within a word
  'cutTail', // and is otherwise the beginning of the other
  'cutLetters', // the logarithm again, for such a title
  'subtitle', // one title is the other up to its colon
  'subtitleLetters',
  'longTail', // a long title is the beginning of the other: sites cut at a hundred characters
  'named', // one title is the other after its colon: "FastMap: a fast algorithm"
  'namedLetters',
  'tailNumber', // a numeral in the part that was cut
  'authorsShared', // of all authors of both
  'firstAuthor',
  'likelyAuthors', // nobody in common, but initials agree; their share
  'likelyCount',
  'addedByFriends', // authorsShared times added: the same people vary their own titles
  'swappedByFriends',
  'namedInTitle', // authors of the stored one in the other's title
  'storedResidue', // what is stored is seldom the one that was misread
  'storedHead',
  'storedTail',
  'rival', // another stored title agrees as well with this one
] as const;
export type Observation = (typeof OBSERVATIONS)[number];

export interface Comparison {
  readonly authors: AuthorEvidence;
  readonly values: Readonly<Record<Observation, number>>;
  readonly alignment: Alignment;
  /** What only the first and only the second title has. */
  readonly left: Leftovers;
  readonly right: Leftovers;
  readonly isExact: boolean;
  /** How many authors stand in both. */
  readonly friends: number;
  /** The shorter title is the beginning of the other, up to a colon or to where it was cut. */
  readonly isBeginning: boolean;
  /** One title is the other behind the colon, before which a name stands: "FastMap 2: …". */
  readonly isNamed: boolean;
  /** A cut title whose next word would be a numeral: it may be any part of a series. */
  readonly isSeries: boolean;
  /** The share of the first title's letters that the second has, 0 to 1. */
  readonly covered: number;
}

/** No title is longer; what is more would only cost time. */
const MAX_WORDS = 120;
/** Collaborations name thousands; the first ones tell. */
const MAX_AUTHORS = 50;

/**
 * What speaks for and against `met`, a record from a page or file, being the stored paper. Not quite
 * symmetric: what was met may be cut or misread, what is stored was kept with more care.
 */
export function compareRecords(met: TitledRecord, stored: TitledRecord): Comparison {
  const [a, b] = [met, stored];
  const [x = [], y = []] = [a, b].map(({ title }) => wordsOf(title));
  const { alignment, isCutWord } = alignCut(x, y);
  const [names, storedNames] = [a, b].map(({ authors }) => authors?.slice(0, MAX_AUTHORS) ?? []);
  const cited = citedHead(met.title, x, alignment.left);
  const left = readLeftovers(x, alignment.left.slice(cited), storedNames ?? []);
  const right = readLeftovers(y, alignment.right, names ?? []);
  const people = compareAuthors(names ?? [], storedNames ?? []);
  const friends = authorValues(people);
  const shape = shapeOf(left, right);
  const isCut =
    isCutWord ||
    [a, b].some(({ title }) => CUT.test(title.trimEnd())) ||
    [x, y].some((words) => words.length > 3 && isSmall(words.at(-1) ?? ''));
  const isSubtitle = shape.tailOnly && (isHead(a.title, y) || isHead(b.title, x));
  const letters = Math.max(1, alignment.letters);
  const all = letters + shape.swapped + shape.added;
  const guards = left.guards.length + right.guards.length > 0;
  const isExact = shape.swapped + shape.added === 0 && !guards;
  const isLong = shape.tailOnly && letters >= LONG_TITLE;
  const isBeginning = shape.tailOnly && (isCut || isSubtitle);
  const isNamed = shape.headOnly && (isTail(a.title, y) || isTail(b.title, x));
  const values: Record<Observation, number> = {
    always: 1,
    lettersShared: Math.log(letters),
    fewWords: Number(alignment.words <= 2),
    exact: Number(isExact),
    swappedShare: shape.swapped / all,
    swapped: Math.log1p(shape.swapped),
    addedShare: shape.added / all,
    added: Math.log1p(shape.added),
    tailOnly: Number(shape.tailOnly),
    headOnly: Number(shape.headOnly),
    innerOnly: Number(shape.innerOnly),
    edits: Math.min(alignment.edits, 6),
    editsShare: alignment.edits / (letters + 1),
    moved: Math.min(alignment.moved, 3),
    ...yearValues(a.year, b.year),
    residue: Math.min(left.residue + right.residue + cited, 3),
    cut: Number(isCut),
    cutTail: Number(isCut && shape.tailOnly),
    cutLetters: isCut && shape.tailOnly ? Math.log(letters) : 0,
    subtitle: Number(isSubtitle),
    subtitleLetters: isSubtitle ? Math.log(letters) : 0,
    longTail: Number(isLong),
    named: Number(isNamed),
    namedLetters: isNamed ? Math.log(letters) : 0,
    tailNumber: Number(guards),
    ...friends,
    addedByFriends: friends.authorsShared * Math.log1p(shape.added),
    swappedByFriends: friends.authorsShared * Math.log1p(shape.swapped),
    namedInTitle: Math.min(left.named.length, 2),
    storedResidue: Math.min(right.residue, 3),
    storedHead: Number(shape.headOnly && right.head.length > 0),
    storedTail: Number(shape.tailOnly && right.tail.length > 0),
    rival: 0,
  };
  const next = [nextWord(x, alignment.left), nextWord(y, alignment.right)];
  const covered = coveredShare(x, alignment);
  return {
    authors: evidenceOf(people),
    values,
    alignment,
    left,
    right,
    isExact,
    friends: people.kind === 'known' ? people.shared : 0,
    isBeginning,
    isNamed: isNamed && [left, right].some(isName),
    isSeries: isBeginning && next.some(isSeriesGuard),
    covered,
  };
}

const wordsOf = remembering(500, (title): readonly string[] => {
  const plain = title.slice(0, 1_000).replace(LABEL, '').replace(CITED_KIND, '');
  return titleWords(plain.replace(MISREAD, ' ')).slice(0, MAX_WORDS);
});

const LABEL = /^\s*title\s*:/i;
/** UTF-8 quotes that were misread twice: `ã cents â ? ¬`. */
const MISREAD = /[ãâå] ?(?:(?:cents|[?¬¦€™\u00a1-\u00bf]) ?)+/gi;
/** What Chinese citations put behind a title for its kind: `[J]`, `[EB/OL]`. */
const CITED_KIND = /\[\s?[A-Z]{1,2}(?:\/OL)?\s?\]/gi;

/** The first word that only one title has, behind "part" or "chapter". */
function nextWord(words: readonly string[], places: readonly number[]): string {
  const alone = places.map((place) => words[place] ?? '');
  return alone.find((word) => !SERIES.test(word)) ?? '';
}

const SERIES = /^(?:part|chapter|volume|vol|lecture|book|episode|paper)$/;

/** True where a head is the name of a thing that may have a number, and no part of a series. */
function isName({ head, guards }: Leftovers): boolean {
  return (
    head.length > 0 &&
    !head.some((word) => SERIES.test(word)) &&
    guards.every((word) => isNumber(word))
  );
}

/** Letters; a title that goes on after so many has been cut more often than not. */
const LONG_TITLE = 60;

/** `…`, `...`, or an open bracket or TeX command. */
const CUT = /(?:…|\.\.\.|[\\{(/])$/;

/** An alignment in which a last word that was cut within counts as found. */
function alignCut(x: readonly string[], y: readonly string[]) {
  const alignment = alignTitles(x, y);
  const { left, right } = alignment;
  if (isCutWithin(x, left, y, right))
    return { alignment: { ...alignment, left: [] }, isCutWord: true };
  if (isCutWithin(y, right, x, left))
    return { alignment: { ...alignment, right: [] }, isCutWord: true };
  return { alignment, isCutWord: false };
}

/** All that `cut` has alone is its last word, and the other title goes on with that word in full. */
function isCutWithin(
  cut: readonly string[],
  alone: readonly number[],
  full: readonly string[],
  rest: readonly number[],
): boolean {
  const [place] = alone;
  const start = rest[0];
  if (alone.length !== 1 || place !== cut.length - 1 || start === undefined) return false;
  const isTail = rest.every((each, i) => each === start + i) && rest.at(-1) === full.length - 1;
  return isTail && (full[start] ?? '').startsWith(cut[place] ?? ' ');
}

/** Where letters are left over, by the title that has them alone. */
function shapeOf(left: Leftovers, right: Leftovers) {
  const count = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + Math.min(10, wordWeight(word)), 0);
  const [head, inner, tail] = (['head', 'inner', 'tail'] as const).map(
    (part) => [count(left[part]), count(right[part])] as const,
  ) as [readonly [number, number], readonly [number, number], readonly [number, number]];
  const alone = ([0, 1] as const).map((side) => head[side] + inner[side] + tail[side]);
  const swapped = Math.min(...alone);
  const added = Math.max(...alone) - swapped;
  const isOnly = (part: readonly [number, number]) =>
    swapped === 0 && added > 0 && part[0] + part[1] === added;
  return {
    swapped,
    added,
    headOnly: isOnly(head),
    innerOnly: isOnly(inner),
    tailOnly: isOnly(tail),
  };
}

/** True where `words` are the part of the title before its colon or dash. */
function isHead(title: string, words: readonly string[]): boolean {
  const end = title.slice(0, 1_000).search(/[:–—?]|\s-\s/);
  return end > 0 && titleWords(title.slice(0, end)).join('') === words.join('');
}

/** True where `words` are the part of the title after its first colon or dash. */
function isTail(title: string, words: readonly string[]): boolean {
  const start = title.slice(0, 1_000).search(/[:–—]|\s-\s/);
  return start > 0 && titleWords(title.slice(start + 2)).join('') === words.join('');
}

function yearValues(a: number | undefined, b: number | undefined) {
  const apart = a && b ? Math.abs(a - b) : Number.NaN;
  return {
    sameYear: Number(apart === 0),
    years1to2: Number(apart === 1 || apart === 2),
    years3to4: Number(apart === 3 || apart === 4),
    years5: Number(apart >= 5),
  };
}

function evidenceOf(people: AuthorAgreement): AuthorEvidence {
  if (people.kind === 'unknown') return 'unknown';
  return people.shared > 0 ? 'agree' : 'differ';
}

function authorValues(people: AuthorAgreement) {
  if (people.kind === 'unknown') {
    return { authorsShared: 0, firstAuthor: 0, likelyAuthors: 0, likelyCount: 0 };
  }
  const { shared, of, outOf, isFirstSame, likely } = people;
  return {
    authorsShared: shared / (of + outOf - shared),
    firstAuthor: Number(isFirstSame),
    likelyAuthors: likely / of,
    likelyCount: Math.min(likely, 3),
  };
}

function coveredShare(words: readonly string[], { letters }: Alignment): number {
  const all = words.reduce((sum, word) => sum + wordWeight(word), 0);
  return all === 0 ? 0 : letters / all;
}

/** True where another candidate's title covers as much of what was met. */
export function hasRival(comparison: Comparison, all: readonly Comparison[]): boolean {
  return all.some((other) => other !== comparison && other.covered >= comparison.covered);
}
