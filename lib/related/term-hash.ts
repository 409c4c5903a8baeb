/** Terms are kept as 24-bit hashes: one in 16 million pairs of terms is taken for one term. */
export const HASH_BITS = 24;

/** FNV-1a before the first unit. */
export const HASH_START = 0x811c9dc5;
/** Between the two terms of a pair. */
const SPACE = 32;

/** FNV-1a over UTF-16 units, its bits mixed (MurmurHash3's finaliser), cut to 24 bits. */
export function termHash(term: string): number {
  return finishHash(hashText(term, HASH_START));
}

/** The same as `termHash(`${first} ${second}`)`, without building the text. */
export function pairHash(first: string, second: string): number {
  return finishHash(hashText(second, afterSpace(hashText(first, HASH_START))));
}

/** The state after one more UTF-16 unit. */
export function hashUnit(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193);
}

export function hashText(text: string, start: number): number {
  let state = start;
  for (let i = 0; i < text.length; i++) state = hashUnit(state, text.charCodeAt(i));
  return state;
}

/** From the state after the first term to that before the second of a pair. */
export function afterSpace(state: number): number {
  return hashUnit(state, SPACE);
}

/** The 24 bits of a state. */
export function finishHash(state: number): number {
  let hash = state;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return (hash ^ (hash >>> 16)) >>> (32 - HASH_BITS);
}
