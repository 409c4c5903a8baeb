import fc from 'fast-check';
import type { ExchangePaper } from '../../lib/core/exchange';
import { type NameParts, toAuthor } from '../../lib/core/names';

/**
 * Papers as libraries really hold them, with everything that formats trip over: accents of many
 * languages, particles, groups, formulas, tags, TeX's special characters, all types and fields.
 */

const WORDS = (
  'learning deep models of the toy sheep Straße Öl naïve İstanbul Café Dvořák Łódź Ångström ' +
  'BERT GPT-4 t-SNE ImageNet 3D U-Net R&D 95% $5 #1 under_score {b} C++ what? really! (2031) ' +
  '“quoted” ‘word’ "plain" a–b c—d 深度 학습 обучение γλώσσα 🦜 👩‍🔬 x<y p>q ~50 a^b back\\slash ' +
  "don't O'Neil & and; with: [brackets] a/b @home e.g. No. `tick` trees roots wood"
).split(' ');
const FORMULAS = ['$O(n \\log n)$', '$\\alpha$', '$x^2$', '$p < 0.05$', '$\\mathbb{R}^{d}$'];
const TAGGED = ['<i>E. coli</i>', 'H<sub>2</sub>O', '10<sup>5</sup>', '<b>bold</b>'];
const NAMES: NameParts[] = [
  { family: 'Vaswani', given: 'Ashish' },
  { family: 'Müller', given: 'Jörg' },
  { family: 'Ås', given: 'Øyvind' },
  { family: 'Nguyễn', given: 'Văn' },
  { family: 'Zola', given: 'Émile' },
  { family: 'Beethoven', given: 'Ludwig', particle: 'van' },
  { family: 'Maaten', given: 'Laurens', particle: 'van der' },
  { family: 'Cruz', given: 'Juan', particle: 'de la', suffix: 'Jr.' },
  { family: 'Fontaine', given: 'Jean-Luc', particle: 'de la', suffix: 'III' },
  { family: 'Álvarez de Toledo', given: 'Pedro' },
  { family: "d'Alembert", given: 'Jean' },
  { family: "O'Neil", given: 'Cathy' },
  { family: '王', given: '小明' },
  { family: 'Kim', given: 'Min-Su (김민수)' },
  { family: 'Erdős', given: 'P.' },
  { family: 'Łukasz', given: 'Ś. Ż.' },
  { literal: 'The ATLAS Collaboration' },
  { literal: 'Barnes and Noble, Inc.' },
  { literal: 'DeepSeek-AI' },
  { literal: '山田太郎' },
];

const words = (pieces: readonly string[], most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most })
    .map((list) => list.join(' '));
const title = fc
  .tuple(words(WORDS, 9), fc.option(fc.constantFrom(...FORMULAS, ...TAGGED), { nil: '' }))
  .map(([text, markup]) => `${capitalised(text)} ${markup}`.trim());
const plain = words(WORDS, 4);
const digits = (length: number): fc.Arbitrary<string> =>
  fc.integer({ min: 10 ** (length - 1), max: 10 ** length - 1 }).map(String);

const arxivId = fc.oneof(
  fc
    .tuple(fc.integer({ min: 15, max: 49 }), digits(5))
    .map(([year, number]) => `arxiv:${year}01.${number}`),
  digits(3).map((number) => `arxiv:math/0309${number}`),
);
const doi = fc
  .tuple(digits(4), fc.constantFrom('a_b.', 'j.cell.', 's0031-', 'x(94)00:1;'), digits(4))
  .map((parts) => `doi:10.${parts[0]}/${parts[1]}${parts[2]}`);
const ids: fc.Arbitrary<string[]> = fc.oneof(
  arxivId.map((id) => [id]),
  doi.map((id) => [id]),
  fc.tuple(doi, arxivId).map((pair) => [...pair]),
  digits(8).map((id) => [`pmid:${id}`]),
  fc.constant('t:0123456789abcdef').map((id) => [id]),
);
const date = fc.oneof(
  digits(2).map((year) => `20${year}`),
  digits(2).map((year) => `20${year}-12`),
  digits(2).map((year) => `20${year}-01-05`),
);
const pages = fc.oneof(
  fc.nat(900).map((page) => `${page + 1}-${page + 12}`),
  fc.constant('e1003604'),
);
const labels = fc.uniqueArray(fc.constantFrom('to read', 'sheep', 'cs.LG', 'Öl'), {
  minLength: 1,
  maxLength: 3,
});

const published = fc.record(
  {
    type: fc.constantFrom('journal-article', 'conference-paper', 'chapter', 'book'),
    venue: plain,
    volume: digits(2),
    number: digits(1),
    pages,
    publisher: plain,
  },
  { requiredKeys: ['type', 'venue'] },
);
const unpublished = fc.oneof(
  fc.constant({ type: 'preprint' }),
  fc.record({ type: fc.constantFrom('thesis', 'report'), organization: plain }),
  fc.constant({ type: 'webpage' }),
);

export const variedPaper: fc.Arbitrary<ExchangePaper> = fc
  .tuple(
    fc.record({
      title,
      authors: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 }),
      ids,
    }),
    fc.oneof(published, unpublished),
    fc.record(
      {
        date,
        abstract: words([...WORDS, ...FORMULAS], 40),
        tags: labels,
        note: words(WORDS, 10),
        urls: fc.constant(['https://ex.org/a_b?x=1%20&y=~z#f']),
        hasMore: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([{ authors, ...head }, publication, { hasMore, ...facts }]) => {
    return {
      ...head,
      id: head.ids[0],
      authors: authors.map(toAuthor),
      ...(hasMore && { authorCount: authors.length + 3 }),
      ...publication,
      ...facts,
      ...(head.ids.some((id) => id.startsWith('arxiv:')) && { categories: ['cs.LG'] }),
    } as ExchangePaper;
  });

/** The same papers for the same seed. */
export function sampleVariedPapers(count: number, seed: number): ExchangePaper[] {
  return fc.sample(variedPaper, { numRuns: count, seed });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
