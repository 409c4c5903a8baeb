import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseFuzzy } from '../../../lib/search/fuzzy';
import { highlight } from '../../../lib/search/highlight';
import { parseQuery, type QueryField } from '../../../lib/search/query';

/** The text with what is highlighted in brackets. */
function mark(text: string, typed: string, field?: QueryField): string {
  let marked = '';
  let at = 0;
  for (const [from, to] of highlight(text, parseQuery(typed, 0).query, field)) {
    marked += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return marked + text.slice(at);
}

describe('marks in a row', () => {
  test.each([
    ['the words asked for', 'Deep Sparse Codes', 'codes deep ', '[Deep] Sparse [Codes]'],
    [
      'the beginning of a word being typed',
      'Sparse Autoencoders',
      'autoen',
      'Sparse [Autoen]coders',
    ],
    ['what a misspelt word means', 'Sparse Autoencoders', 'autoecnoders ', 'Sparse [Autoencoders]'],
    ['accented letters', 'Schrödinger Bridges', 'schrodinger ', '[Schrödinger] Bridges'],
    [
      'both parts of a compound',
      '$\\beta$-VAE Revisited',
      'betavae ',
      '$\\[beta]$-[VAE] Revisited',
    ],
    ['Chinese text', '深度强化学习综述', '强化学习', '深度[强化学习]综述'],
    ['a phrase', 'Deep Sparse Codes', '"sparse codes"', 'Deep [Sparse] [Codes]'],
    ['either word', 'Deep Sparse Codes', 'dense or sparse ', 'Deep [Sparse] Codes'],
    ['nothing for a word left out', 'Deep Sparse Codes', '-sparse ', 'Deep Sparse Codes'],
    ['nothing for another field', 'Deep Sparse Codes', 'author:deep', 'Deep Sparse Codes'],
    ['nothing that is far', 'Deep Sparse Codes', 'photons ', 'Deep Sparse Codes'],
  ])('%s', (_, text, typed, marked) => {
    expect(mark(text, typed, 'title')).toBe(marked);
  });

  test('ranges lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, typed) => {
          let last = -1;
          for (const [from, to] of highlight(text, parseQuery(typed, 0).query)) {
            expect(from).toBeGreaterThan(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            last = to;
          }
        },
      ),
    );
  });
});

describe('chooses from a short list', () => {
  const tags = ['reinforcement-learning', 'to read', 'théorie', 'vision', 'representation'];
  const choose = (typed: string, limit = 9) =>
    chooseFuzzy(tags, (tag) => tag, typed, limit).map((choice) => choice.item);

  test('what comes near to the letters typed, best first', () => {
    expect(choose('renforcement')[0]).toBe('reinforcement-learning');
    expect(choose('theorie')).toEqual(['théorie']);
    expect(choose('vison')[0]).toBe('vision');
  });

  test('the first ones, in order, while nothing is typed', () => {
    expect(choose(' ', 2)).toEqual(['reinforcement-learning', 'to read']);
  });

  test('says which letters met', () => {
    expect(chooseFuzzy(tags, (tag) => tag, 'read', 1)).toEqual([
      { item: 'to read', ranges: [[3, 7]] },
    ]);
  });
});
