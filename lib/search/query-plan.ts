import type { Clause, SearchQuery, WordClause } from './query';
import type { Segment } from './segment';
import { countMatches, findExact, findSimilar, union, type WordMatches } from './word-matches';

/** A wished word: what it may mean, and what it weighs by its rarity. */
export interface WishedWord {
  readonly matches: WordMatches;
  readonly weight: number;
}

/** A query taken apart: what orders the papers, and what they must be. */
export interface QueryPlan {
  readonly words: readonly WishedWord[];
  readonly required: readonly Clause[];
}

const MAX_WORDS = 24;
/** With so many words that begin like it, a word being typed is not taken for a slip. */
const ENOUGH_ENDINGS = 16;
/** What a word near to one that exists is trusted. */
const DOUBT = 0.25;
const JOINED_TRUST = 0.95;
/** Two words are taken for one that lacks its blank when both are so much commoner than the one. */
const SPLIT_GAIN = 10;
/** From this length a word that is near to none may have two slips. */
const TWO_EDITS_AT_LAST = 5;

export function planQuery(segments: readonly Segment[], query: SearchQuery): QueryPlan {
  const wished: WordClause[] = [];
  const groups: WordMatches[] = [];
  const required: Clause[] = [];
  for (const clause of query.clauses) {
    if (isWished(clause)) {
      wished.push(clause);
    } else if (clause.kind === 'either' && clause.clauses.every(isWished)) {
      groups.push(matchEither(segments, clause.clauses));
    } else {
      required.push(clause);
      if (clause.kind === 'phrase' && clause.field === undefined) {
        groups.push(...clause.words.map((word) => findExact(segments, word, false)));
      }
    }
  }
  const matches = [...matchWords(segments, wished.slice(0, MAX_WORDS)), ...groups];
  const size = segments.reduce((sum, segment) => sum + segment.documents.size, 0);
  const words = matches.slice(0, MAX_WORDS).map((matches) => ({
    matches,
    weight: Math.log(1 + size / (matches.frequency + 0.5)),
  }));
  return { words, required };
}

function isWished(clause: Clause): clause is WordClause {
  return clause.kind === 'word' && clause.field === undefined && !clause.isRequired;
}

function matchEither(segments: readonly Segment[], words: readonly WordClause[]): WordMatches {
  return words
    .map((clause) => matchWord(segments, clause))
    .reduce((all, matches) => union(all, matches, 1));
}

/** Each word by itself, and neighbours joined: "trans former" also means "transformer". */
function matchWords(segments: readonly Segment[], words: readonly WordClause[]): WordMatches[] {
  const matches = words.map((clause) => matchWord(segments, clause));
  for (let i = 0; i + 1 < words.length; i++) {
    const [left, right] = [words[i] as WordClause, words[i + 1] as WordClause];
    const joined = findExact(segments, left.word + right.word, right.isOpen);
    if (countMatches(joined) === 0) continue;
    matches[i] = union(matches[i] as WordMatches, joined, JOINED_TRUST);
    matches[i + 1] = union(matches[i + 1] as WordMatches, joined, JOINED_TRUST);
  }
  return matches.flatMap((found, i) => {
    const parts = splitWord(segments, words[i] as WordClause, found.frequency * SPLIT_GAIN);
    return parts.length === 0 || countMatches(found) > 0 ? [found, ...parts] : parts;
  });
}

function matchWord(segments: readonly Segment[], { word, isOpen }: WordClause): WordMatches {
  const exact = findExact(segments, word, isOpen);
  const count = countMatches(exact);
  if (isOpen && count >= ENOUGH_ENDINGS) return exact;
  const similar = findSimilar(segments, word, isOpen);
  if (count > 0) return { ...union(exact, similar, DOUBT), frequency: exact.frequency };
  if (countMatches(similar) > 0 || word.length < TWO_EDITS_AT_LAST) return similar;
  return findSimilar(segments, word, isOpen, 2);
}

const MIN_PART = 3;

/** A word as two that are used more than `least` times: "deeplearning". [] where there are none. */
function splitWord(
  segments: readonly Segment[],
  { word, isOpen }: WordClause,
  least: number,
): WordMatches[] {
  let best: WordMatches[] = [];
  let most = least;
  for (let cut = MIN_PART; cut <= word.length - MIN_PART; cut++) {
    const left = findExact(segments, word.slice(0, cut), false);
    if (left.frequency <= most) continue;
    const right = findExact(segments, word.slice(cut), isOpen);
    const rarer = Math.min(left.frequency, right.frequency);
    if (rarer > most) {
      most = rarer;
      best = [left, right];
    }
  }
  return best;
}
