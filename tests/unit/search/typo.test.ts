import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedEdits, countEdits, eachNear, letterSignature } from '../../../lib/search/typo';

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
      const near = (max: number, isPrefix: boolean) => {
        const places: number[] = [];
        const signatures = Uint32Array.of(sign(twice), sign(once));
        const keep = (place: number) => places.push(place);
        eachNear(sign(word), signatures, 0, 2, max, isPrefix, keep);
        return places;
      };
      for (const isPrefix of [false, true]) {
        expect(near(1, isPrefix)).toContain(1);
        expect(near(2, isPrefix)).toEqual([0, 1]);
      }
    }),
  );
});

/** Optimal string alignment, the whole table of it. */
function slowEdits(word: string, other: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= word.length; i++) {
    table.push([]);
    for (let j = 0; j <= other.length; j++) {
      const isSame = word[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && word[i - 2] === other[j - 1] && word[i - 1] === other[j - 2];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1)];
      if (isSwap) ways.push(at(i - 2, j - 2) + 1);
      table[i]?.push(i + j === 0 ? 0 : Math.min(...ways));
    }
  }
  return at(word.length, other.length);
}

test('counts as a whole table would, up to the most that is asked for', () => {
  const edits = fc.array(edit, { maxLength: 3 });
  fc.assert(
    fc.property(
      letters,
      edits,
      fc.constantFrom(1, 2),
      fc.boolean(),
      (word, list, max, isPrefix) => {
        const other = list.reduce((text, one) => (text === '' ? text : applyEdit(text, one)), word);
        const ends = isPrefix ? Array.from({ length: other.length + 1 }, (_, end) => end) : [];
        const texts = isPrefix ? ends.map((end) => other.slice(0, end)) : [other];
        const slow = Math.min(...texts.map((text) => slowEdits(word, text)));
        const found = editsBetween(word, other, max, isPrefix);
        if (slow <= max) expect(found).toBe(slow);
        else expect(found).toBeGreaterThan(max);
      },
    ),
  );
});
