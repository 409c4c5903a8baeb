import { describe, expect, it } from 'vitest';
import { comparePapers, type FoundPaper } from '../../../scripts/pages/compare-papers';
import { toSavedPage } from '../../../scripts/pages/page-index';

const page = (expected: object) => {
  const made = toSavedPage({ file: 'a.html', url: null, expected });
  if (!made) throw new Error('no page');
  return made;
};

const found = (over: Partial<FoundPaper> = {}): FoundPaper => ({
  id: 'arxiv:3101.00042',
  ids: ['arxiv:3101.00042'],
  title: 'On Lanterns',
  authors: ['Ada Quill', 'Bo Reed'],
  abstract: 'We light.',
  ...over,
});

const LANTERNS = {
  arxivId: '3101.00042v2',
  title: 'On  lanterns',
  authorsCount: 2,
  firstAuthor: 'Quill, A',
  hasAbstract: true,
};

describe('comparing a page with what it is known to hold', () => {
  it('finds nothing wrong when all is there, however names and spaces are written', () => {
    expect(comparePapers(page({ count: 1, papers: [LANTERNS] }), [found()])).toEqual([]);
  });

  it('names a paper that is missing, and one that is not on the page', () => {
    const wrong = comparePapers(page({ count: 1, papers: [LANTERNS] }), [
      found({ id: 'doi:10.1/x', ids: ['doi:10.1/x'] }),
    ]);
    expect(wrong).toEqual(['missing: 3101.00042v2', 'not on the page: doi:10.1/x']);
  });

  it('knows a paper by any of its identifiers', () => {
    const both = found({ id: 'doi:10.1/x', ids: ['arxiv:3101.00042', 'doi:10.1/x'] });
    expect(comparePapers(page({ count: 1, papers: [LANTERNS] }), [both])).toEqual([]);
  });

  it('knows a paper without identifier by its title, though the index cut it short', () => {
    const title = 'Isolation and characterization of pigeon breast mu';
    const wrong = comparePapers(page({ count: 1, papers: [{ title }] }), [
      found({ title: `${title}scle` }),
    ]);
    expect(wrong).toEqual([]);
  });

  it('takes TeX for the formula that it stands for, and nothing else for something else', () => {
    const expected = page({
      count: 1,
      papers: [{ ...LANTERNS, title: 'Lamps at z∼2−4: a survey' }],
    });
    const tex = (title: string) => comparePapers(expected, [found({ title })]);
    expect(tex('Lamps at $z \\sim 2-4$: a survey')).toEqual([]);
    expect(tex('Lamps at $z \\sim 2-4$: a study')).toHaveLength(1);
  });

  it.each([
    ['another title', { title: 'On Lamps' }, /title/],
    ['an author too few', { authors: ['Ada Quill'] }, /1 authors instead of 2/],
    ['another first author', { authors: ['Bo Reed', 'Ada Quill'] }, /first author/],
    ['no abstract', { abstract: '' }, /no abstract/],
  ])('reports %s', (_what, over, message) => {
    const wrong = comparePapers(page({ count: 1, papers: [LANTERNS] }), [found(over)]);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(message);
  });

  it('counts the authors that a page only numbers', () => {
    const shown = found({ authors: ['Ada Quill'], authorCount: 2 });
    expect(comparePapers(page({ count: 1, papers: [LANTERNS] }), [shown])).toEqual([]);
  });

  it('reports any paper on a page that holds none', () => {
    expect(comparePapers(page({ count: 0, papers: [] }), [found()])).toEqual([
      '1 papers instead of 0',
      'not on the page: arxiv:3101.00042',
    ]);
  });

  it('does not take the papers that a shortened index leaves out for invented', () => {
    const other = found({ id: 'arxiv:3101.00043', ids: ['arxiv:3101.00043'] });
    expect(comparePapers(page({ count: 2, papers: [LANTERNS] }), [found(), other])).toEqual([]);
  });
});

describe('reading an index', () => {
  it('serves a page without an address at one made up', () => {
    expect(page({}).address).toBe('https://page.invalid/a.html');
  });

  it('takes nothing for verified that is null', () => {
    const read = page({ count: null, papers: [{ title: 'T', doi: null, authorsCount: null }] });
    expect(read.count).toBeNull();
    expect(read.papers).toEqual([{ title: 'T' }]);
  });
});
