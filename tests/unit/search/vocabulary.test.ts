import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSections, Sections } from '../../../lib/search/sections';
import { countEdits } from '../../../lib/search/typo';
import { packVocabulary, VOCABULARY_SECTIONS, Vocabulary } from '../../../lib/search/vocabulary';

const encoder = new TextEncoder();
const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 4, maxLength: 9 });

function openVocabulary(words: readonly string[]): Vocabulary {
  const offsets = [0];
  for (const { length } of words) offsets.push((offsets.at(-1) ?? 0) + length);
  const frequencies = new Uint32Array(words.length).fill(1);
  const bytes = encoder.encode(words.join(''));
  const packed = packSections(packVocabulary(Uint32Array.from(offsets), bytes, frequencies));
  return new Vocabulary(Sections.open(packed, VOCABULARY_SECTIONS) as Sections);
}

test('finds every word within so many slips, and while one is typed every one that begins so', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.constantFrom(1, 2),
      fc.boolean(),
      (words, wanted, max, isPrefix) => {
        const sorted = words.toSorted();
        const query = encoder.encode(wanted);
        const isFound = (one: string) => {
          // The first letter of what is typed is right, or swapped with the second, or missing.
          if (isPrefix && !wanted.slice(0, 2).includes(one.charAt(0))) return false;
          const bytes = encoder.encode(one);
          const edits = countEdits(query, bytes, 0, bytes.length, max, isPrefix);
          return edits > 0 && edits <= max;
        };
        const found: string[] = [];
        const keep = (term: number) => found.push(sorted[term] ?? '');
        openVocabulary(sorted).eachSimilar(query, isPrefix, max, keep);
        expect(found.toSorted()).toEqual(sorted.filter(isFound));
      },
    ),
  );
});
