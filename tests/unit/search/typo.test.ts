import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedEdits, countEdits, hasAtMostBits, letterSignature } from '../../../lib/search/typo';

const encode = (word: string) => new TextEncoder().encode(word);

function editsBetween(word: string, other: string, max = 2, isPrefix = false): number {
  const bytes = encode(other);
  return countEdits(encode(word), bytes, 0, bytes.length, max, isPrefix);
}

describe('counts slips between words', () => {
  test.each([
    ['graph', 'graph', 0],
    ['grph', 'graph', 1],
    ['grapph', 'graph', 1],
    ['grqph', 'graph', 1],
    ['garph', 'graph', 1],
    ['gaprh', 'graph', 2],
    ['raph', 'graph', 1],
    ['', 'ab', 2],
  ])('%s for %s: %i', (word, other, edits) => {
    expect(editsBetween(word, other)).toBe(edits);
  });

  test('to the nearest beginning, while a word is being typed', () => {
    expect(editsBetween('trasnf', 'transformer', 1, true)).toBe(1);
    expect(editsBetween('trans', 'transformer', 1, true)).toBe(0);
    expect(editsBetween('kernel', 'transformer', 1, true)).toBeGreaterThan(1);
  });
});

test('forgives one slip from four letters on and two from eight', () => {
  expect([3, 4, 7, 8, 20].map(allowedEdits)).toEqual([0, 1, 1, 2, 2]);
});

const letters = fc.string({ unit: fc.constantFrom(...'abcdeinot'), minLength: 2, maxLength: 12 });
const letter = fc.constantFrom(...'abcdeinotz');
const edit = fc.record({
  kind: fc.constantFrom('drop', 'add', 'change', 'swap'),
  at: fc.nat(),
  letter,
});

function applyEdit(
  word: string,
  { kind, at, letter }: { kind: string; at: number; letter: string },
) {
  const i = at % word.length;
  if (kind === 'add') return word.slice(0, i) + letter + word.slice(i);
  if (kind === 'change') return word.slice(0, i) + letter + word.slice(i + 1);
  if (kind === 'drop') return word.slice(0, i) + word.slice(i + 1);
  return word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
}

test('one edit counts at most one, the same both ways', () => {
  fc.assert(
    fc.property(letters, edit, (word, one) => {
      const edited = applyEdit(word, one);
      expect(editsBetween(word, edited)).toBeLessThanOrEqual(1);
      expect(editsBetween(edited, word)).toBe(editsBetween(word, edited));
    }),
  );
});

test('no word within two edits is lost by the letter signatures', () => {
  fc.assert(
    fc.property(letters, edit, edit, (word, first, second) => {
      const once = applyEdit(word, first);
      const twice = once === '' ? once : applyEdit(once, second);
      const sign = (text: string) => letterSignature(encode(text), 0, text.length);
      for (const [other, count] of [
        [once, 1],
        [twice, 2],
      ] as const) {
        expect(hasAtMostBits(sign(word) & ~sign(other), count)).toBe(true);
        expect(hasAtMostBits(sign(other) & ~sign(word), count)).toBe(true);
      }
    }),
  );
});
