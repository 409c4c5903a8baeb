import { titleWords } from '../core/title-words';

/** Kinds of letter triples that are told apart. */
export const GRAM_KINDS = 2 ** 15;

/** Of one title, each ascending and without doubles. */
export interface TitleGrams {
  readonly kept: Uint16Array;
  /** Those that a longer title, too, has kept where it has the same triples. */
  readonly lasting: Uint16Array;
}

/**
 * The letter triples of a folded title run together, hashed to 15 bits. Spaces carry nothing, so a
 * title broken at other places has nearly the same ones.
 *
 * Of two triples one is kept, chosen by its hash alone, so that titles agree on which: half the
 * size, and three of 5,573 fewer are found (scripts/bench/match.ts). Short titles keep all.
 */
export function titleGrams(title: string): TitleGrams {
  const letters = [...`^${titleWords(title).join('')}$`];
  const lasting = gramsOf(letters, false);
  return { kept: letters.length <= SHORT_TITLE ? gramsOf(letters, true) : lasting, lasting };
}

function gramsOf(letters: readonly string[], isWhole: boolean): Uint16Array {
  const grams = new Set<number>();
  for (let i = 0; i + 3 <= letters.length; i++) {
    const hash = hashOf(letters[i], letters[i + 1], letters[i + 2]);
    if (isWhole || hash % 2 === 0) grams.add((hash >>> 1) % GRAM_KINDS);
  }
  return Uint16Array.from(grams).sort();
}

const SHORT_TITLE = 24;

/** FNV-1a over code points, with a last mix since the low bits are used. */
function hashOf(...letters: readonly (string | undefined)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of letters) hash = Math.imul(hash ^ (letter?.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
