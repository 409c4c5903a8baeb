import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { areNumberedApart, type PaperRecord, samePaper } from '../../../lib/core/same-paper';

const id = (text: string) => text as PaperKey;

function paper(title: string, authors?: string, year?: number): PaperRecord {
  return { title, ...(authors && { authors: authors.split('; ') }), ...(year && { year }) };
}

const roots = paper('Deep Roots: Growing Trees from Noisy Gradients', 'Ada Oak; Bo Elm', 2031);

function verdict(a: PaperRecord, b: PaperRecord): string {
  return samePaper(a, b).verdict;
}

describe('records with identifiers', () => {
  test('are one paper when they share one, whatever their titles', () => {
    const a = { title: 'Draft', ids: [id('arxiv:3101.00001'), id('doi:10.1000/a')] };
    const b = { title: 'Final', ids: [id('doi:10.1000/a')] };
    expect(samePaper(a, b)).toMatchObject({ verdict: 'same', reason: 'same-identifier' });
  });

  test('are asked about when the archive numbers papers of one title apart', () => {
    const a = { ...roots, ids: [id('arxiv:3101.00001')] };
    const b = { ...roots, ids: [id('arxiv:3102.00002')] };
    expect(samePaper(a, b)).toMatchObject({ verdict: 'maybe', reason: 'other-identifiers' });
  });

  test('are asked about when one publisher gave papers of one title two DOIs', () => {
    const a = { ...roots, ids: [id('doi:10.1000/roots.1')] };
    const b = { ...roots, ids: [id('doi:10.1000/roots.2')] };
    expect(samePaper(a, b)).toMatchObject({ verdict: 'maybe', reason: 'other-identifiers' });
    expect(verdict(a, { ...roots, ids: [id('doi:10.2000/roots')] })).toBe('same');
  });

  test('are never one paper, whatever is said of them, where one archive numbers them apart', () => {
    const ids = fc.constantFrom(
      [[id('arxiv:3101.00001')], [id('arxiv:3102.00002'), id('doi:10.1000/a')]],
      [[id('doi:10.1000/a'), id('arxiv:3101.00001')], [id('doi:10.1000/b')]],
    );
    const record = fc.record({
      title: fc.constantFrom(roots.title, 'Deep Roots', 'Shallow Roots'),
      authors: fc.constantFrom(roots.authors, undefined),
      abstract: fc.constantFrom('We grow a tree from noise, and then we cut it down.', undefined),
    });
    fc.assert(
      fc.property(ids, record, record, ([one, other], a, b) => {
        expect(areNumberedApart(one ?? [], other ?? [])).toBe(true);
        expect(verdict({ ...a, ids: one }, { ...b, ids: other })).not.toBe('same');
      }),
    );
  });

  test('are one paper when one is the preprint and the other the publication', () => {
    const a = { ...roots, ids: [id('arxiv:3101.00001')] };
    const b = { ...roots, ids: [id('doi:10.1000/roots')] };
    expect(verdict(a, b)).toBe('same');
  });
});

describe('the same paper, told differently, is recognised', () => {
  test.each([
    ['in capitals', paper('DEEP ROOTS: GROWING TREES FROM NOISY GRADIENTS')],
    ['in TeX', paper('{D}eep~{R}oots: \\emph{Growing} Trees from Noisy {G}radients', 'Oak, A.')],
    ['with misprints', paper('Deep Roots: Growign Trees from Noisy Gradeints', 'A. Oak; B. Elm')],
    ['by a scanner', paper('Deep Roots: Grow- ing Treesfrom Noisy Gradients', 'Ada Oak')],
    ['without its subtitle', paper('Deep Roots', 'Ada Oak; Bo Elm', 2031)],
    ['cut short by a page', paper('Deep Roots: Growing Trees from No…', 'Ada Oak')],
    ['with words of the page', paper('[PDF] Deep Roots: Growing Trees from Noisy Gradients')],
    [
      'with proceedings',
      paper('Deep Roots: Growing Trees from Noisy Gradients. In Proc. Arbor 2031', 'A Oak'),
    ],
    [
      'with authors in the title',
      paper('Elm, B.: Deep Roots: Growing Trees from Noisy Gradients', 'A Oak'),
    ],
    ['in an acronym', paper('DR: Growing Trees from Noisy Gradients', 'Ada Oak; Bo Elm', 2031)],
    ['cut where a page ends its lines', paper('Deep Roots: Growing Trees from', 'Ada Oak; Bo Elm')],
    [
      'as Chinese citations give it',
      paper('Deep Roots: Growing Trees from Noisy Gradients[J]', 'Oak A'),
    ],
    ['with a label', paper('Title: Deep Roots: Growing Trees from Noisy Gradients')],
    [
      'behind authors and a year',
      paper('Oak, A., Fir, V. (2031). Deep Roots: Growing Trees from Noisy Gradients'),
    ],
    [
      'by names given family first',
      paper('Deep Roots: Growing Trees from Noisy Gradients', 'Oak Ada; Elm Bo', 2031),
    ],
    [
      'by authors run together',
      paper('Deep Roots: Growing Trees from Noisy Gradients', 'AB Oak; C Elm'),
    ],
    [
      'with words broken at other places',
      paper('Deep Root s:Growingt rees from Noisy Gradients', 'Ada Oak'),
    ],
    ['by the next year', paper('Deep roots: growing trees from noisy gradients', 'Ada Oak', 2032)],
  ])('%s', (_, record) => {
    expect(samePaper(record, roots)).toMatchObject({ verdict: 'same' });
  });

  test('with a new title but the same abstract and people', () => {
    const words = Array.from(
      { length: 60 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i % 7)}`,
    );
    const a = { ...paper('Growing Trees', 'Ada Oak; Bo Elm'), abstract: words.join(' ') };
    const b = {
      ...paper('A Study of Gradient Noise', 'Ada Oak; Bo Elm'),
      abstract: `${words.slice(5).join(' ')} and more`,
    };
    expect(samePaper(a, b)).toMatchObject({ verdict: 'same', reason: 'same-abstract' });
  });
});

test('a name with a number before the colon may be missing where the authors agree', () => {
  const named = paper('Arbor 2: growing trees from noisy gradients', 'Ada Oak; Bo Elm', 2031);
  const bare = paper('Growing trees from noisy gradients', 'Ada Oak; Bo Elm', 2031);
  expect(verdict(bare, named)).toBe('same');
  expect(verdict(paper('Growing trees from noisy gradients'), named)).not.toBe('same');
});

describe('another paper is never taken for it', () => {
  const series = paper('Growing trees from noisy gradients I', 'Ada Oak; Bo Elm', 2031);
  test.each([
    ['part II', series, paper('Growing trees from noisy gradients II', 'Ada Oak; Bo Elm', 2031)],
    [
      'part 2',
      series,
      paper('Growing trees from noisy gradients: part 2', 'Ada Oak; Bo Elm', 2031),
    ],
    ['a comment on it', roots, paper(`Comment on ${roots.title}`, 'Ada Oak', 2031)],
    ['a reply', roots, paper(`Reply to: ${roots.title}`, 'Ada Oak; Bo Elm', 2031)],
    ['its corrigendum', roots, paper(`Corrigendum to "${roots.title}"`, 'Ada Oak; Bo Elm', 2031)],
    ['its erratum', roots, paper(`${roots.title} (Erratum)`, 'Ada Oak; Bo Elm', 2031)],
    [
      'part 2 of a title that sites would cut',
      paper('Growing very old and very deep trees from noisy gradients on stony ground', 'Ada Oak'),
      paper(
        'Growing very old and very deep trees from noisy gradients on stony ground, Part 2',
        'Ada Oak',
      ),
    ],
    [
      'chapter II, behind a colon',
      series,
      paper(`Part II: ${series.title.slice(0, -2)}`, 'Ada Oak'),
    ],
    ['its survey', roots, paper(`${roots.title}: A Survey`, 'Ada Oak; Bo Elm', 2031)],
    [
      '2D and 3D',
      paper('Fast growth of 2D trees', 'Ada Oak'),
      paper('Fast growth of 3D trees', 'Ada Oak'),
    ],
    [
      'a number, however large',
      paper('Report on trees 300', 'Ada Oak', 2031),
      paper('Report on trees 100', 'Ada Oak', 2031),
    ],
    [
      'the year of an edition',
      paper('Trees of the world 2030', 'Ada Oak', 2031),
      paper('Trees of the world 2031', 'Ada Oak', 2031),
    ],
    [
      'its opposite',
      paper('Growth of convex trees', 'Ada Oak'),
      paper('Growth of nonconvex trees', 'Ada Oak'),
    ],
    [
      'without',
      paper('Learning trees with labels', 'Ada Oak'),
      paper('Learning trees without labels', 'Ada Oak'),
    ],
    [
      'another thing',
      paper('Neural leaf search with reinforcement', 'Ada Oak'),
      paper('Neural bark search with reinforcement', 'Ada Oak'),
    ],
    [
      'a generic title',
      paper('Introduction', 'Ada Oak', 2031),
      paper('Introduction', 'Bo Elm', 2031),
    ],
    ['a short title by nobody', paper('Tree growth'), paper('Tree growth', 'Ada Oak')],
    [
      'a title of other people',
      paper('On tree growth today', 'Ada Oak', 2001),
      paper('On tree growth today', 'Wei Fan', 2031),
    ],
    ['β-VAE and VAE', paper('β-VAE', 'Ada Oak'), paper('VAE', 'Ada Oak')],
    ['two Chinese titles', paper('深度学习综述', '王小明'), paper('强化学习综述', '王小明')],
    ['two Russian titles', paper('Глубокое обучение деревьев'), paper('Обучение с подкреплением')],
    ['titles of signs only', paper('∀∃'), paper('∃∀')],
    ['no titles', paper(''), paper('')],
  ])('%s', (_, a, b) => {
    expect(verdict(a, b)).not.toBe('same');
    expect(verdict(b, a)).not.toBe('same');
  });

  test('one title and people but abstracts that share nothing are asked about', () => {
    const text = (start: number) =>
      Array.from(
        { length: 60 },
        (_, i) => `w${(start + i).toString(36).replaceAll(/\d/g, 'q')}x`,
      ).join(' ');
    const a = { ...roots, abstract: `${text(1_000)} alpha` };
    const b = { ...roots, abstract: `omega ${text(90_000)}` };
    expect(samePaper(a, b)).toMatchObject({ verdict: 'maybe', reason: 'other-abstract' });
  });

  test('a cut title that may be any part of a series is asked about', () => {
    const part = paper('Growing trees from noise: II. Leaves and bark', 'Ada Oak');
    expect(samePaper(paper('Growing trees from noise', 'Ada Oak'), part).verdict).toBe('maybe');
  });
});

describe('titles in other scripts', () => {
  test.each([
    ['深度学习在树木生长中的应用', '王小明'],
    ['Глубокое обучение роста деревьев', 'Иван Дуб'],
    ['나무 성장의 심층 학습 방법', '김철수'],
  ])('%s is itself', (title, author) => {
    expect(verdict(paper(title, author), paper(title, author))).toBe('same');
  });
});

test('lists of thousands of authors and titles of a thousand words cost little', () => {
  const authors = Array.from({ length: 5_000 }, (_, i) => `Author ${i.toString(36)}son`);
  const title = 'growing trees '.repeat(500);
  expect(samePaper({ title, authors }, { title, authors })).toMatchObject({ verdict: 'same' });
});

test('any two records get an answer with a reason, hostile or not', () => {
  const record = fc.record({
    title: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('__proto__', '$\\', 'I', '🌳'),
    ),
    authors: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
    year: fc.integer(),
  });
  fc.assert(
    fc.property(record, record, (a, b) => {
      const match = samePaper(a, b);
      expect(Number.isFinite(match.score)).toBe(true);
      expect(match.reason).not.toBe('same-identifier');
    }),
  );
});

describe('titles that have next to nothing in common', () => {
  test('are different papers, not possible duplicates, even when each has a numeral', () => {
    const pairs = [
      [
        'Paged Sparse Attention: Million-Token Contexts on One Accelerator',
        'Sparse Autoencoders Find Steerable Features in Small Language Models',
      ],
      ['Two Lanterns in the Fog', 'Fog Computing for Lighthouses, Part 3'],
    ] as const;
    for (const [a, b] of pairs) {
      const left = { title: a, authors: ['Casper Wrenfield'], year: 2031 };
      const right = { title: b, authors: ['Ines Calloway'], year: 2031 };
      expect(samePaper(left, right).verdict).toBe('different');
      expect(samePaper(right, left).verdict).toBe('different');
    }
  });
});
