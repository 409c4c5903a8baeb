import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCslJson } from '../../../lib/export/csl-json';
import { authorsOf, exchangePaper, hostilePaper } from '../../support/exchange-papers';

describe('CSL-JSON', () => {
  it('writes a preprint as an article of arXiv', () => {
    const paper = exchangePaper({
      id: 'arxiv:2401.10000',
      title: 'Toy <i>Models</i> $x$',
      authors: authorsOf('de la Cruz, Jr., Juan; The Sheep Collaboration'),
      date: '2024-01-02',
      categories: ['cs.LG'],
      abstract: 'We study sheep.',
      tags: ['sheep', 'to read'],
      note: 'Line 1\nLine 2',
    });
    expect(JSON.parse(toCslJson([paper]))).toEqual([
      {
        id: 'delacruz2024toy',
        type: 'article',
        title: 'Toy <i>Models</i> $x$',
        author: [
          { family: 'Cruz', given: 'Juan', 'non-dropping-particle': 'de la', suffix: 'Jr.' },
          { literal: 'The Sheep Collaboration' },
        ],
        issued: { 'date-parts': [[2024, 1, 2]] },
        publisher: 'arXiv',
        number: 'arXiv:2401.10000',
        DOI: '10.48550/arXiv.2401.10000',
        URL: 'https://arxiv.org/abs/2401.10000',
        abstract: 'We study sheep.',
        keyword: 'sheep, to read',
        note: 'arXiv:2401.10000 [cs.LG]',
        annote: 'Line 1\nLine 2',
      },
    ]);
  });

  it('writes a published paper with its journal, and its arXiv id in the note', () => {
    const paper = exchangePaper({
      ids: ['doi:10.1000/a', 'arxiv:3101.00043', 'pmid:1', 'pmcid:PMC2'],
      type: 'journal-article',
      venue: 'Journal of Trees',
      volume: '3',
      number: '2',
      pages: '5998–6008',
      date: '2031-12',
    });
    expect(JSON.parse(toCslJson([paper]))).toEqual([
      {
        id: 'example2031toy',
        type: 'article-journal',
        title: 'A Toy',
        author: [{ family: 'Example', given: 'Ada' }],
        issued: { 'date-parts': [[2031, 12]] },
        'container-title': 'Journal of Trees',
        volume: '3',
        issue: '2',
        page: '5998-6008',
        DOI: '10.1000/a',
        PMID: '1',
        PMCID: 'PMC2',
        note: 'arXiv:3101.00043',
      },
    ]);
  });

  it('is an empty array for no papers', () => {
    expect(toCslJson([])).toBe('[]\n');
  });

  it('has a type, an id of its own and no empty member for each of any papers', () => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { maxLength: 4 }), (papers) => {
        const items: Record<string, unknown>[] = JSON.parse(toCslJson(papers));
        expect(new Set(items.map(({ id }) => id)).size).toBe(papers.length);
        for (const item of items) {
          expect(item.type).toMatch(/^[a-z-]+$/);
          expect(Object.values(item)).not.toContain('');
        }
      }),
    );
  });
});
