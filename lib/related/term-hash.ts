/** Terms are kept as 24-bit hashes: one in 16 million pairs of terms is taken for one term. */
export const HASH_BITS = 24;

/** FNV-1a over UTF-16 units, its bits mixed (MurmurHash3's finaliser), cut to 24 bits. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = step(hash, term.charCodeAt(i));
  return finish(hash);
}

/** The same as `termHash(`${first} ${second}`)`, without building the text. */
export function pairHash(first: string, second: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < first.length; i++) hash = step(hash, first.charCodeAt(i));
  hash = step(hash, 32);
  for (let i = 0; i < second.length; i++) hash = step(hash, second.charCodeAt(i));
  return finish(hash);
}

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function finish(state: number): number {
  let hash = state;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return (hash ^ (hash >>> 16)) >>> (32 - HASH_BITS);
}
