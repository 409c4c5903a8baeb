import { foldText, isUnspaced } from './fold';
import type { Clause, QueryField, SearchQuery } from './query';
import { allowedEdits, countEdits, MAX_LETTERS } from './typo';

/** From `from` up to but without `to`, in UTF-16 units. */
export type TextRange = readonly [from: number, to: number];

/** A word to show as found. */
interface Wanted {
  readonly word: string;
  readonly isOpen: boolean;
}

/** A word of the text, as it is written and folded. */
interface Written {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

const encoder = new TextEncoder();
/** In a group: `split` then gives words and what stands between them by turns. */
const WRITTEN = /([\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*)/u;

/**
 * Where the words of a query stand in one text of a row on screen: ranges in order, none touching
 * another. `field` is the text's own, so that `author:` marks nothing in a title. A word that does not
 * stand there is looked for with slips.
 */
export function highlight(text: string, query: SearchQuery, field?: QueryField): TextRange[] {
  const wanted = query.clauses.flatMap((clause) => wantedWords(clause, field));
  if (wanted.length === 0) return [];
  const words = readWritten(text);
  const ranges = wanted.flatMap((one) => findWord(words, one));
  return mergeRanges(ranges);
}

function wantedWords(clause: Clause, field: QueryField | undefined): Wanted[] {
  switch (clause.kind) {
    case 'word':
      return clause.field === undefined || clause.field === field ? [clause] : [];
    case 'phrase':
      if (clause.field !== undefined && clause.field !== field) return [];
      return clause.words.map((word) => ({ word, isOpen: false }));
    case 'either':
      return clause.clauses.flatMap((one) => wantedWords(one, field));
    default:
      return []; // what is left out cannot stand there, and marks have no text
  }
}

function readWritten(text: string): Written[] {
  const words: Written[] = [];
  let from = 0;
  for (const [i, piece] of text.split(WRITTEN).entries()) {
    const to = from + piece.length;
    if (i % 2 === 1) words.push({ from, to, folded: foldText(piece).replaceAll("'", '') });
    from = to;
  }
  return words;
}

function findWord(words: readonly Written[], wanted: Wanted): TextRange[] {
  const exact = words.flatMap((word) => findInWord(word, wanted));
  if (exact.length > 0) return exact;
  const joined = findJoined(words, wanted);
  return joined.length > 0 ? joined : findMisspelt(words, wanted);
}

/** By the same rule as the index, so that what is shown is what was found. */
function findMisspelt(words: readonly Written[], { word, isOpen }: Wanted): TextRange[] {
  const max = allowedEdits(word.length);
  if (max === 0 || word.length > MAX_LETTERS) return [];
  const wanted = encoder.encode(word);
  return words
    .filter(({ folded }) => {
      const more = folded.length - word.length;
      if (more < -max || (more > max && !isOpen)) return false;
      const bytes = encoder.encode(folded);
      return countEdits(wanted, bytes, 0, bytes.length, max, isOpen) <= max;
    })
    .map(rangeOf);
}

/** The word, its beginning while it is typed, or a pair of characters in unspaced script. */
function findInWord(written: Written, { word, isOpen }: Wanted): TextRange[] {
  const { folded, from, to } = written;
  if (folded === word) return [rangeOf(written)];
  // Folding that changes the length (ß, ligatures) leaves no place to point at but the whole word.
  const isAligned = folded.length === to - from;
  if (isOpen && folded.startsWith(word)) return [[from, isAligned ? from + word.length : to]];
  if (!isAligned || !isUnspaced(folded)) return [];
  const ranges: TextRange[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    ranges.push([from + at, from + at + word.length]);
  }
  return ranges;
}

/** Words that make up the wanted one when their hyphen or blank is left out ("beta-VAE"). */
function findJoined(words: readonly Written[], { word }: Wanted): TextRange[] {
  return words.flatMap((left, i) => {
    const right = words[i + 1];
    return right && left.folded + right.folded === word ? [rangeOf(left), rangeOf(right)] : [];
  });
}

function rangeOf({ from, to }: Written): TextRange {
  return [from, to];
}

function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
