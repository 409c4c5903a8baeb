import { eachDoc, eachRun, FACET_MARK, FIELD } from './postings';
import type { Clause, QueryFacet, QueryField, WordClause } from './query';
import type { PostingLists, Segment, WordOrder } from './segment';
import { findExact, findSimilar, type Match, type WordMatches } from './word-matches';
import { eachOrderedTerm } from './word-order';

/** Whether a paper is what a clause asks for: no, perhaps (a phrase, order of words unknown), yes. */
export const NO = 0;
export const PERHAPS = 1;
export const YES = 2;

/** The answers of all papers of each segment, by paper number. */
type Answers = readonly Uint8Array[];

/** Which papers all of the clauses allow; null where there are no clauses. */
export function filterPapers(
  segments: readonly Segment[],
  clauses: readonly Clause[],
): Answers | null {
  if (clauses.length === 0) return null;
  return clauses.map((clause) => answer(segments, clause, false)).reduce(both);
}

/** `isStrict` while leaving out: what is only like the word, or begins like the tag, is not meant. */
function answer(segments: readonly Segment[], clause: Clause, isStrict: boolean): Answers {
  switch (clause.kind) {
    case 'word':
      return answerWord(segments, clause, isStrict);
    case 'phrase':
      return answerPhrase(segments, clause.words, clause.field);
    case 'facet':
      return answerFacet(segments, clause.facet, clause.value, isStrict);
    case 'years':
      return answerColumn(
        segments,
        (s) => s.documents.years,
        Math.max(clause.from, 1),
        clause.to,
        true,
      );
    case 'added':
      return answerColumn(segments, (s) => s.documents.times, clause.fromMs, clause.toMs, false);
    case 'either':
      return clause.clauses.map((one) => answer(segments, one, isStrict)).reduce(either);
    case 'not':
      return opposite(answer(segments, clause.clause, true));
  }
}

/* The answers of one clause are nobody else's, so they are combined in place. */

function both(a: Answers, b: Answers): Answers {
  a.forEach((answers, s) => {
    const others = b[s] as Uint8Array;
    for (let doc = 0; doc < answers.length; doc++) {
      if ((others[doc] as number) < (answers[doc] as number)) answers[doc] = others[doc] as number;
    }
  });
  return a;
}

function either(a: Answers, b: Answers): Answers {
  a.forEach((answers, s) => {
    const others = b[s] as Uint8Array;
    for (let doc = 0; doc < answers.length; doc++) {
      if ((others[doc] as number) > (answers[doc] as number)) answers[doc] = others[doc] as number;
    }
  });
  return a;
}

function opposite(all: Answers): Answers {
  for (const answers of all) {
    for (let doc = 0; doc < answers.length; doc++) answers[doc] = YES - (answers[doc] as number);
  }
  return all;
}

/** Papers with the word itself or, where none has it, with a word like it. */
function answerWord(
  segments: readonly Segment[],
  { word, isOpen, field }: WordClause,
  isStrict: boolean,
): Answers {
  const exact = markMatches(segments, findExact(segments, word, isOpen), field);
  if (isStrict || exact.some((answers) => answers.includes(YES))) return exact;
  return markMatches(segments, findSimilar(segments, word, isOpen), field);
}

function markMatches(
  segments: readonly Segment[],
  matches: WordMatches,
  field: QueryField | undefined,
): Answers {
  return segments.map((segment, s) => {
    const answers = new Uint8Array(segment.documents.size);
    for (const { term } of matches.bySegment[s] as Match[]) {
      eachDocOf(segment, term, field, (doc) => {
        answers[doc] = YES;
      });
    }
    return answers;
  });
}

function answerFacet(
  segments: readonly Segment[],
  facet: QueryFacet,
  value: string,
  isStrict: boolean,
): Answers {
  const term = `${FACET_MARK}${facet}:${value}`;
  const exact = markMatches(segments, findExact(segments, term, false), undefined);
  const isWhole = isStrict || facet === 'is' || facet === 'has';
  if (isWhole || exact.some((answers) => answers.includes(YES))) return exact;
  // No such tag: those that begin so, as while it is being typed.
  return markMatches(segments, findExact(segments, term, true), undefined);
}

function answerColumn(
  segments: readonly Segment[],
  column: (segment: Segment) => Float64Array | Uint16Array,
  from: number,
  to: number,
  isToIncluded: boolean,
): Answers {
  return segments.map((segment) => {
    const values = column(segment);
    const answers = new Uint8Array(values.length);
    for (let doc = 0; doc < values.length; doc++) {
      const value = values[doc] as number;
      if (value >= from && (isToIncluded ? value <= to : value < to)) answers[doc] = YES;
    }
    return answers;
  });
}

/** Papers with all of the words; those that have them in order in a title or an author for certain. */
function answerPhrase(
  segments: readonly Segment[],
  words: readonly string[],
  field: QueryField | undefined,
): Answers {
  const matches = words.map((word) => findExact(segments, word, false));
  return segments.map((segment, s) => {
    const terms = matches.map(({ bySegment }) => bySegment[s]?.[0]?.term ?? -1);
    const answers = new Uint8Array(segment.documents.size);
    if (terms.includes(-1)) return answers;
    const found = new Uint8Array(answers.length);
    terms.forEach((term, i) => {
      eachDocOf(segment, term, field, (doc) => {
        if (found[doc] === i) found[doc] = i + 1;
      });
    });
    for (let doc = 0; doc < found.length; doc++) {
      if (found[doc] === terms.length) answers[doc] = checkOrder(segment.order, doc, terms, field);
    }
    return answers;
  });
}

function checkOrder(
  order: WordOrder,
  doc: number,
  terms: readonly number[],
  field: QueryField | undefined,
): number {
  if (terms.length === 1) return YES;
  // How many words of the phrase end at the term before; a phrase that repeats itself may start
  // anew within, so each start is followed.
  let starts: number[] = [];
  let fields = 0;
  let isThere = false;
  eachOrderedTerm(order, doc, (term) => {
    if (term < 0) fields++;
    const isInField = field === undefined || (field === 'title' ? fields === 0 : fields > 0);
    const isStart = isInField && term === terms[0];
    if (!isStart && starts.length === 0) return;
    starts = starts.filter((length) => isInField && terms[length] === term).map((n) => n + 1);
    if (isStart) starts.push(1);
    if (starts[0] === terms.length) isThere = true;
  });
  if (isThere) return YES;
  return field === 'title' || field === 'author' ? NO : PERHAPS;
}

/** Calls `visit` with each paper that has the term (in the field); twice where both lists have it. */
function eachDocOf(
  segment: Segment,
  term: number,
  field: QueryField | undefined,
  visit: (doc: number) => void,
): void {
  const mask = field === undefined ? 255 : FIELD[field];
  eachListed(segment.headLists, term, mask, visit);
  if (field === undefined) eachListed(segment.bodyLists, term, 255, visit);
}

function eachListed(
  lists: PostingLists,
  term: number,
  mask: number,
  visit: (doc: number) => void,
): void {
  const { offsets, bytes } = lists;
  eachRun(bytes, offsets[term] as number, offsets[term + 1] as number, (code, from, to) => {
    if ((code & mask) !== 0) eachDoc(bytes, from, to, visit);
  });
}
