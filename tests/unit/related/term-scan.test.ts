import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairHash, termHash } from '../../../lib/related/term-hash';
import { eachTerm, NO_HASH } from '../../../lib/related/term-scan';
import { tokenise } from '../../../lib/related/tokens';

/** Words and pairs as the tokeniser's own terms hash. */
function plainly(text: string): number[][] {
  const terms = tokenise(text).map(({ term }) => term);
  return terms.map((term, i) => [
    term.length > 1 ? termHash(term) : NO_HASH,
    i > 0 ? pairHash(terms[i - 1] ?? '', term) : NO_HASH,
  ]);
}

function scanned(text: string): number[][] {
  const found: number[][] = [];
  eachTerm(text, (word, pair) => found.push([word, pair]));
  return found;
}

const PIECES = [
  ...['The', 'theories', 'TIES', 'classes', 'axes', 'bushes', 'churches', 'gas', 'bus', 'basis'],
  ...['state-of-the-art', 'a', 'x', 'GPT-4o', 'https://example.org/a', 's://', '$\\beta$-VAE'],
  ...['<sub>2</sub>', 'naïve', '大语言模型', 'ﬁne', 'a_b', '1,000', 'Hohenzollernsches'.repeat(2)],
];
const WORD = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.stringMatching(/^[a-z]{0,5}(?:s|es|ies|sses|shes|ches|xes|uses)$/),
  fc.string({ unit: 'binary' }),
);
const TEXT = fc
  .array(fc.tuple(WORD, fc.constantFrom(' ', '\n', '. ', '-', '\u00a0')))
  .map((words) => words.flat().join(''));

describe('the quick reading of terms', () => {
  it('finds the terms and pairs of the tokeniser, in its order, for any text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(scanned(text)).toEqual(plainly(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads as much of a long text as the tokeniser does', () => {
    const text = 'sparse codes, '.repeat(2_000);
    expect(scanned(text)).toEqual(plainly(text));
  });
});
