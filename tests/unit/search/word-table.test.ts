import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTable } from '../../../lib/search/word-table';

describe('the numbers of words', () => {
  it('count from 0 in the order in which words are met, the same word by the same number', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 })), (met) => {
        const table = new WordTable();
        const distinct = [...new Set(met)];
        expect(met.map((word) => table.numberOf(word))).toEqual(
          met.map((word) => distinct.indexOf(word)),
        );
        expect(table.words).toEqual(distinct);
      }),
    );
  });

  it('stay while the table grows', () => {
    const table = new WordTable();
    const words = Array.from({ length: 20_000 }, (_, i) => `word${i}`);
    for (const word of words) table.numberOf(word);
    expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, i) => i));
  });

  it('differ for words of one hash', () => {
    // FNV-1a of both is 0x5e4daa9d in 32 bits.
    const [one, other] = ['costarring', 'liquid'];
    const table = new WordTable();
    expect([one, other, one, other].map((word) => table.numberOf(word))).toEqual([0, 1, 0, 1]);
  });
});
