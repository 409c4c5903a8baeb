import { ByteWriter } from './byte-writer';

/** Sorts words by their bytes, in place. That differs from the order of strings only by surrogates. */
export function sortTerms(words: string[]): string[] {
  words.sort((a, b) => (a < b ? -1 : 1));
  const encoder = new TextEncoder();
  const hasSurrogate = words.some((word) => /[\ud800-\udfff]/.test(word));
  if (!hasSurrogate) return words;
  const bytes = new Map(words.map((word) => [word, encoder.encode(word)]));
  const at = (word: string) => bytes.get(word) as Uint8Array;
  return words.sort((a, b) => compareBytes(at(a), at(b)));
}

/** Which of two words comes first, below or above 0; 0 for the same word. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = (a[i] as number) - (b[i] as number);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The words end to end, and where each begins. */
export function encodeTerms(words: readonly string[]) {
  const encoder = new TextEncoder();
  const writer = new ByteWriter(words.length * 8 + 8);
  const termOffsets = new Uint32Array(words.length + 1);
  words.forEach((word, i) => {
    writer.append(encoder.encode(word));
    termOffsets[i + 1] = writer.length;
  });
  return { termOffsets, termBytes: writer.view() };
}
