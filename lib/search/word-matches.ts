import type { Segment } from './segment';
import { allowedEdits } from './typo';

/** A term of one segment that a word of the query may mean, and how surely, in (0, 1]. */
export interface Match {
  readonly term: number;
  readonly certainty: number;
}

/** What a word of the query may mean, in each segment. */
export interface WordMatches {
  readonly bySegment: readonly Match[][];
  /** Papers with the commonest of these terms: what the word weighs is judged by it. */
  readonly frequency: number;
  /** For a word being typed, in each segment, the terms from .. to that begin with it. */
  readonly endings?: readonly (readonly [from: number, to: number])[];
}

/** A beginning of two letters has thousands of endings; the commonest are tried. */
const MAX_ENDINGS = 64;
const MAX_SIMILAR = 48;
const encoder = new TextEncoder();

/** The word itself and, while it is being typed, the words that begin with it. */
export function findExact(
  segments: readonly Segment[],
  word: string,
  isOpen: boolean,
): WordMatches {
  const bytes = encoder.encode(word);
  let frequency = 0;
  const endings: [number, number][] = [];
  const bySegment = segments.map(({ vocabulary }) => {
    const matches: Match[] = [];
    let most = 0;
    if (!isOpen) {
      const term = vocabulary.find(bytes);
      if (term >= 0) matches.push({ term, certainty: 1 });
      most = vocabulary.frequencies[term] ?? 0;
    } else {
      const [from, to] = vocabulary.findPrefix(bytes);
      endings.push([from, to]);
      for (const term of commonest(vocabulary.frequencies, from, to)) {
        const length = vocabulary.lengthOf(term);
        const certainty = length === bytes.length ? 1 : 0.55 + (0.35 * bytes.length) / length;
        matches.push({ term, certainty });
        most = Math.max(most, vocabulary.frequencies[term] as number);
      }
    }
    frequency += most;
    return matches;
  });
  return { bySegment, frequency, ...(isOpen ? { endings } : {}) };
}

/** Words within the typing errors that its length allows (and, while typed, their endings). */
export function findSimilar(
  segments: readonly Segment[],
  word: string,
  isOpen: boolean,
  maxEdits = allowedEdits(word.length),
): WordMatches {
  const bytes = encoder.encode(word);
  let frequency = 0;
  const bySegment = segments.map(({ vocabulary }) => {
    const found: { term: number; edits: number; frequency: number }[] = [];
    vocabulary.eachSimilar(bytes, isOpen, maxEdits, (term, edits) => {
      found.push({ term, edits, frequency: vocabulary.frequencies[term] as number });
    });
    found.sort((a, b) => a.edits - b.edits || b.frequency - a.frequency);
    frequency += found.reduce((most, { frequency }) => Math.max(most, frequency), 0);
    return found
      .slice(0, MAX_SIMILAR)
      .map(({ term, edits }) => ({ term, certainty: edits === 1 ? 0.6 : 0.3 }));
  });
  return { bySegment, frequency };
}

/** Both, each term with the surer of its certainties; those of `b` are first lowered by `trustInB`. */
export function union(a: WordMatches, b: WordMatches, trustInB: number): WordMatches {
  const bySegment = a.bySegment.map((matches, i) => {
    const certainties = new Map(matches.map(({ term, certainty }) => [term, certainty]));
    for (const { term, certainty } of b.bySegment[i] as Match[]) {
      certainties.set(term, Math.max(certainties.get(term) ?? 0, certainty * trustInB));
    }
    return Array.from(certainties, ([term, certainty]) => ({ term, certainty }));
  });
  return { ...a, bySegment, frequency: Math.max(a.frequency, b.frequency) };
}

export function countMatches(matches: WordMatches): number {
  return matches.bySegment.reduce((sum, list) => sum + list.length, 0);
}

/**
 * The first term of `[from, to)`, which may be the word itself, and those in the most papers, by
 * powers of two: of thousands no order is needed, only a cut.
 */
function commonest(frequencies: Uint32Array, from: number, to: number): number[] {
  const counts = new Uint32Array(33);
  for (let term = from + 1; term < to; term++) {
    (counts[powerOf(frequencies[term] as number)] as number)++;
  }
  let room = MAX_ENDINGS - 1;
  let cut = 32;
  while (cut > 0 && (counts[cut] as number) <= room) room -= counts[cut--] as number;
  const terms: number[] = [];
  for (let term = from; term < to; term++) {
    const power = powerOf(frequencies[term] as number);
    if (term === from || power > cut || (power === cut && room-- > 0)) terms.push(term);
  }
  return terms;
}

function powerOf(frequency: number): number {
  return 32 - Math.clz32(frequency);
}
