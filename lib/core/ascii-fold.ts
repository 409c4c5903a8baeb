import { LATIN_LETTERS } from './latin-letters';

const MARKS = /\p{M}+/gu;
const NON_ASCII = /\P{ASCII}/gu;

/** Latin letters without their marks (`Müller` is `Muller`); other characters stay as they are. */
export function foldToAscii(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').replace(NON_ASCII, foldLetter);
}

function foldLetter(char: string): string {
  const small = LATIN_LETTERS[char.toLowerCase()];
  if (small === undefined) return char;
  return char === char.toLowerCase() ? small : small.toUpperCase();
}
