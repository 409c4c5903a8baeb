import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { readCslJson } from '../../../lib/import/csl-json';
import { readPapers } from '../../support/read-papers';

function read(item: unknown): ExchangePaper | undefined {
  return readPapers(readCslJson, JSON.stringify([item])).papers[0];
}

describe('CSL-JSON', () => {
  it('reads a preprint as Zotero writes it', () => {
    const paper = read({
      id: 'example2031toy',
      type: 'article',
      title: 'Toy <i>Models</i> of <span class="nocase">sheep</span>',
      author: [
        { family: 'Beispiel', given: 'Bo', 'non-dropping-particle': 'van der' },
        { family: 'van der Maaten', given: 'Laurens' },
        { literal: 'The Sheep Collaboration' },
      ],
      issued: { 'date-parts': [['2031', 1, '2']] },
      publisher: 'arXiv',
      number: 'arXiv:3101.00042',
      DOI: '10.48550/arXiv.3101.00042',
      URL: 'https://arxiv.org/abs/3101.00042',
      note: 'arXiv:3101.00042 [cs]\nCitation Key: bestKey\nAccepted at Sheep 2031',
    });
    expect(paper).toMatchObject({
      ids: ['arxiv:3101.00042'],
      title: 'Toy <i>Models</i> of sheep',
      date: '2031-01-02',
      type: 'preprint',
      categories: ['cs'],
      citationKey: 'bestKey',
      comments: 'Accepted at Sheep 2031',
    });
    expect([paper?.publisher, paper?.number]).toEqual([undefined, undefined]);
    expect(paper?.authors.map(({ particle, family }) => [particle, family])).toEqual([
      ['van der', 'Beispiel'],
      ['van der', 'Maaten'],
      [undefined, undefined],
    ]);
  });

  it('reads what Crossref answers', () => {
    const paper = read({
      type: 'journal-article',
      title: ['Toy Models'],
      subtitle: ['Of sheep'],
      'container-title': ['Journal of Toys'],
      author: [{ given: 'Ada', family: 'Example' }, { name: 'Sheep Group' }],
      published: { 'date-parts': [[2031, 5]] },
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>We <jats:italic>dream</jats:italic> of a &lt; b.</jats:p>',
      page: '1-9',
      DOI: '10.1000/toys.1',
    });
    expect(paper).toMatchObject({
      title: 'Toy Models: Of sheep',
      venue: 'Journal of Toys',
      date: '2031-05',
      abstract: 'We <i>dream</i> of a < b.',
      type: 'journal-article',
    });
    expect(paper?.authors.map(({ name }) => name)).toEqual(['Ada Example', 'Sheep Group']);
  });

  it.each([
    [{ issued: { raw: '2031-05-06' } }, '2031-05-06'],
    [{ issued: { 'date-parts': [[2031]] } }, '2031'],
    [{ issued: { 'date-parts': [['2031', '12']] } }, '2031-12'],
    [{ issued: { literal: 'May 2031' } }, '2031-05'],
    [{ issued: '2031' }, '2031'],
    [{ year: 2031 }, '2031'],
    [{ issued: { 'date-parts': [[]] } }, undefined],
    [{}, undefined],
  ])('reads the date of %j', (date, expected) => {
    expect(read({ type: 'article', title: 'T', ...date })?.date).toBe(expected);
  });

  it('reads one item alone, and items under a name', () => {
    const item = { type: 'book', title: 'T' };
    expect(readPapers(readCslJson, JSON.stringify(item)).papers).toMatchObject([{ title: 'T' }]);
    const { papers } = readPapers(readCslJson, JSON.stringify({ items: [item, item] }));
    expect(papers).toHaveLength(2);
  });

  it('loses no item to a broken one, and names its line', () => {
    const text =
      '[\n{"type":"book","title":"A"},\n{"type":"book","title":tru},\n7,\n{"type":"book","title":"B"},\n{"type":"book","title":"C"';
    const { papers, problems } = readPapers(readCslJson, text);
    expect(papers.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(problems.map(({ line, isKept }) => [line, isKept])).toEqual([
      [3, false],
      [4, false],
      [6, false],
    ]);
  });
});
