import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clause, parseQuery } from '../../../lib/search/query';

const NOW = Date.UTC(2031, 4, 20);
const DAY = 86_400_000;
const EVER = 8.64e15;

const clausesOf = (text: string) => parseQuery(text, NOW).query.clauses;
const problemsOf = (text: string) => parseQuery(text, NOW).problems;
const word = (text: string, rest: object = {}): Clause => ({
  kind: 'word',
  word: text,
  isOpen: false,
  ...rest,
});

describe('reads', () => {
  test.each<[string, string, Clause[]]>([
    [
      'words, the last one still being typed',
      'Deep lear',
      [word('deep'), word('lear', { isOpen: true })],
    ],
    ['a last word that is done, after a blank', 'deep ', [word('deep')]],
    ['a compound as its parts', 'β-VAE ', [word('beta'), word('vae')]],
    [
      'a phrase',
      '"Neural Tangent kernel"',
      [{ kind: 'phrase', words: ['neural', 'tangent', 'kernel'] }],
    ],
    ['one quoted word, required as it is', '"gan"', [{ kind: 'phrase', words: ['gan'] }]],
    ['a word to leave out', '-survey', [{ kind: 'not', clause: word('survey') }]],
    [
      'a compound to leave out, as a phrase',
      '-few-shot ',
      [{ kind: 'not', clause: { kind: 'phrase', words: ['few', 'shot'] } }],
    ],
    [
      'an operator to leave out',
      '-is:read',
      [{ kind: 'not', clause: { kind: 'facet', facet: 'is', value: 'read' } }],
    ],
    [
      'either of two words',
      'gan or diffusion image ',
      [{ kind: 'either', clauses: [word('gan'), word('diffusion')] }, word('image')],
    ],
    [
      'one of three tags',
      'tag:a OR tag:b or tag:c',
      [
        {
          kind: 'either',
          clauses: ['a', 'b', 'c'].map((value) => ({
            kind: 'facet' as const,
            facet: 'tag' as const,
            value,
          })),
        },
      ],
    ],
    [
      'words of an author',
      'author:"Yann LeCun"',
      [word('yann', { field: 'author' }), word('lecun', { field: 'author' })],
    ],
    [
      'a phrase of a title',
      'title:"all you need"',
      [{ kind: 'phrase', words: ['all', 'you', 'need'], field: 'title' }],
    ],
    ['a title word being typed', 'TITLE:atten', [word('atten', { field: 'title', isOpen: true })]],
    ['a venue', 'venue:NeurIPS ', [word('neurips', { field: 'venue' })]],
    ['a tag of two words', 'tag:"To Read"', [{ kind: 'facet', facet: 'tag', value: 'to read' }]],
    ['a category', 'cat:cs.LG', [{ kind: 'facet', facet: 'cat', value: 'cs.lg' }]],
    ['a year', 'year:2020', [{ kind: 'years', from: 2020, to: 2020 }]],
    ['years', 'year:2020..2023', [{ kind: 'years', from: 2020, to: 2023 }]],
    ['years to', 'year:..2020', [{ kind: 'years', from: 0, to: 2020 }]],
    ['years from', 'year:2020..', [{ kind: 'years', from: 2020, to: 9999 }]],
    ['years after', 'year:>2023', [{ kind: 'years', from: 2024, to: 9999 }]],
    ['years up to', 'year:<=2023', [{ kind: 'years', from: 0, to: 2023 }]],
    ['an age', 'added:<7d', [{ kind: 'added', fromMs: NOW - 7 * DAY, toMs: EVER }]],
    ['an age and more', 'added:>2w', [{ kind: 'added', fromMs: -EVER, toMs: NOW - 14 * DAY }]],
    [
      'a month of adding',
      'added:2031-02',
      [{ kind: 'added', fromMs: Date.UTC(2031, 1, 1), toMs: Date.UTC(2031, 2, 1) }],
    ],
    [
      'days of adding',
      'added:2031-01-30..2031-02-01',
      [{ kind: 'added', fromMs: Date.UTC(2031, 0, 30), toMs: Date.UTC(2031, 1, 2) }],
    ],
    [
      'a title that is pasted, colon and all',
      'BERT: a model ',
      ['bert', 'a', 'model'].map((w) => word(w)),
    ],
    [
      'an identifier with its scheme',
      'arxiv:1706.03762 ',
      ['arxiv', '1706', '03762'].map((w) => word(w)),
    ],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('says what it cannot read, and searches the rest', () => {
  test.each([
    ['an open quote', 'gan "deep lear', 'unclosed-quote', '"deep lear', ['gan', 'deep', 'lear']],
    ['an operator with nothing after it', 'gan tag: x', 'empty-value', 'tag:', ['gan', 'x']],
    ['a value that does not exist', 'is:purple gan', 'unknown-value', 'is:purple', ['gan']],
    [
      'an operator that does not exist',
      'autor:liu gan',
      'unknown-operator',
      'autor',
      ['autor', 'liu', 'gan'],
    ],
    ['a year that is none', 'year:soon gan', 'bad-year', 'year:soon', ['gan']],
    ['a time that is none', 'gan added:<7x', 'bad-time', 'added:<7x', ['gan']],
    ['a day that is none', 'gan added:2031-02-30', 'bad-time', 'added:2031-02-30', ['gan']],
    ['an or with nothing before it', 'or gan', 'dangling-or', 'or', ['gan']],
    ['an or with nothing after it', 'gan or', 'dangling-or', 'or', ['gan']],
    ['a minus before nothing', 'gan - survey', 'dangling-minus', '-', ['gan', 'survey']],
  ])('%s', (_, text, code, part, words) => {
    const { query, problems } = parseQuery(text, NOW);
    expect(problems.map((problem) => [problem.code, problem.text])).toEqual([[code, part]]);
    const [problem] = problems;
    expect(text.slice(problem?.from, problem?.to)).toBe(part);
    expect(
      query.clauses.flatMap((clause) => (clause.kind === 'word' ? [clause.word] : [])),
    ).toEqual(words);
  });

  test('years the wrong way round are put in order', () => {
    expect(clausesOf('year:2023..2020')).toEqual([{ kind: 'years', from: 2020, to: 2023 }]);
    expect(problemsOf('year:2023..2020')[0]?.code).toBe('reversed-range');
  });

  test('a text longer than any query is cut', () => {
    const { query, problems } = parseQuery('word '.repeat(400), NOW);
    expect(query.clauses).toHaveLength(200);
    expect(problems[0]).toMatchObject({ code: 'too-long', from: 1000, to: 2000 });
  });
});

const pieces = fc.oneof(
  fc.constantFrom(
    'or',
    '-',
    '"',
    'tag:',
    'is:read',
    'year:',
    '2020..',
    '..',
    'author:',
    'added:<',
    '7d',
    ':',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

test('never throws, and every problem points into the text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      for (const { from, to, text: part } of parseQuery(text, NOW).problems) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(part).toBe(text.slice(from, Math.min(to, from + 80)));
      }
    }),
  );
});

test('what is put between blanks keeps its meaning whatever stands around it', () => {
  const operators = fc.constantFrom(
    'is:starred',
    'year:2020..2023',
    'tag:"a b"',
    '-gan',
    '"one two"',
  );
  fc.assert(
    fc.property(fc.array(operators, { minLength: 1, maxLength: 6 }), (parts) => {
      expect(clausesOf(parts.join(' '))).toEqual(parts.flatMap((part) => clausesOf(part)));
    }),
  );
});
