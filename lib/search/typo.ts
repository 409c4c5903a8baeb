/** How far apart two words are, in typing errors. */

/** Words with this many letters or more may have two errors, shorter ones one, the shortest none. */
const TWO_EDITS_FROM = 8;
const ONE_EDIT_FROM = 4;
/** Longer words are not compared. */
export const MAX_LETTERS = 32;

/** How many typing errors a word of so many letters is forgiven. */
export function allowedEdits(length: number): number {
  return length >= TWO_EDITS_FROM ? 2 : length >= ONE_EDIT_FROM ? 1 : 0;
}

/** Only words of these are compared: a wrong digit is another number, not a slip. */
export function isLetters(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte < 97 || byte > 122) return false;
  }
  return to > from;
}

/** Letters common enough to stand twice in a word: a bit says whether they do. */
const TWICE = new Uint8Array(26);
[...'eaiont'].forEach((letter, i) => {
  TWICE[letter.charCodeAt(0) - 97] = 26 + i;
});

/**
 * Which letters a word has, as 32 bits. One edit sets at most one bit and clears at most one, so
 * words within k edits differ in at most k bits either way: a filter that costs two instructions.
 */
export function letterSignature(bytes: Uint8Array, from: number, to: number): number {
  let signature = 0;
  for (let i = from; i < to; i++) {
    const letter = (bytes[i] as number) - 97;
    const bit = 1 << letter;
    const second = TWICE[letter] as number;
    if ((signature & bit) !== 0 && second > 0) signature |= 1 << second;
    signature |= bit;
  }
  return signature >>> 0;
}

/**
 * Calls `visit` with each place in `[from, to)` whose signature is within `max` (1 or 2) edits of `own`;
 * `isPrefix`: of a word of which `own` may be the beginning. Nothing is called but `visit`, since a
 * background that has just started runs this before it is compiled.
 */
export function eachNear(
  own: number,
  signatures: Uint32Array,
  from: number,
  to: number,
  max: number,
  isPrefix: boolean,
  visit: (place: number) => void,
): void {
  for (let i = from; i < to; i++) {
    const signature = signatures[i] as number;
    // Each step clears one bit; what edits can set or clear is then gone.
    let missing = own & ~signature;
    missing &= missing - 1;
    if (max > 1) missing &= missing - 1;
    if (missing !== 0) continue;
    let added = isPrefix ? 0 : signature & ~own;
    added &= added - 1;
    if (max > 1) added &= added - 1;
    if (added === 0) visit(i);
  }
}

const FAR = 99;
let before = new Uint8Array(MAX_LETTERS + 2);
let last = new Uint8Array(MAX_LETTERS + 2);
let row = new Uint8Array(MAX_LETTERS + 2);

/**
 * Edits between a word and `bytes[from, to)`: letters dropped, added or changed, and neighbours
 * swapped, each counting one (optimal string alignment). With `isPrefix`, between the word and that
 * beginning of the bytes which is closest to it. Anything above `max` may come out as 99. Only places
 * that `max` edits can reach are looked at (Ukkonen, 1985).
 */
export function countEdits(
  word: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  max: number,
  isPrefix: boolean,
): number {
  const m = word.length;
  const n = isPrefix ? Math.min(to - from, m + max) : to - from;
  if (!isPrefix && Math.abs(n - m) > max) return FAR;
  for (let j = 0; j <= max; j++) last[j] = j;
  last[max + 1] = FAR;
  let best = m <= max ? m : FAR;
  for (let i = 1; i <= n; i++) {
    const byte = bytes[from + i - 1] as number;
    const first = Math.max(1, i - max);
    const end = Math.min(m, i + max);
    row[first - 1] = first === 1 ? i : FAR;
    let least = row[first - 1] as number;
    for (let j = first; j <= end; j++) {
      let edits = (last[j - 1] as number) + (word[j - 1] === byte ? 0 : 1);
      edits = Math.min(edits, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && word[j - 2] === byte && word[j - 1] === bytes[from + i - 2]) {
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      }
      row[j] = edits;
      if (edits < least) least = edits;
    }
    row[end + 1] = FAR;
    if (end === m && (row[m] as number) < best) best = row[m] as number;
    [before, last, row] = [last, row, before];
    if (least > max) return isPrefix ? best : FAR;
  }
  return isPrefix ? best : (last[m] as number);
}
