import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import/index';

const ABSTRACT =
  `We invent a thing. ${'It does what it does, and nothing else. '.repeat(8)}`.trim();

async function read(lines: readonly string[]) {
  const { format, records, problems } = await importText(lines.join('\n'));
  expect({ format, problems }).toEqual({ format: 'listing', problems: [] });
  return records.map(({ paper }) => ({
    ...paper,
    authors: paper.authors.map(({ name }) => name),
  }));
}

describe('text copied from arXiv', () => {
  it('reads the rows of a list, with and without abstracts', async () => {
    const papers = await read([
      'Machine Learning',
      'Showing new listings for Wednesday, 15 January 2031',
      '[1] arXiv:3101.00011 [pdf, html, other]',
      'Title: Bounds on $L_2$-norms of invented networks',
      'Anna Roe, Bjørn Pöe (Nowhere, Invented)',
      'Comments: 12 pages, accepted at INVENTED 2031',
      'Subjects: Machine Learning (cs.LG); Optimization and Control (math.OC)',
      '',
      ABSTRACT,
      '[2] arXiv:math/0309136 (cross-list from math.GT) [pdf, other]',
      'Title: An old knot',
      'Karla Knot',
      'Journal-ref: J. Invented Knots 7 (2004) 1-12',
    ]);
    expect(papers).toEqual([
      {
        id: 'arxiv:3101.00011',
        ids: ['arxiv:3101.00011'],
        title: 'Bounds on $L_2$-norms of invented networks',
        authors: ['Anna Roe', 'Bjørn Pöe'],
        abstract: ABSTRACT,
        categories: ['cs.LG', 'math.OC'],
        comments: '12 pages, accepted at INVENTED 2031',
        type: 'preprint',
      },
      {
        id: 'arxiv:math/0309136',
        ids: ['arxiv:math/0309136'],
        title: 'An old knot',
        authors: ['Karla Knot'],
        venue: 'J. Invented Knots 7 (2004) 1-12',
        type: 'preprint',
      },
    ]);
  });

  it('reads search results, whose titles carry no label', async () => {
    const [paper] = await read([
      'Showing 1–1 of 1 results for all: invented',
      'arXiv:0711.0041 [pdf, ps, other]  astro-ph',
      'An invented disk around no star',
      'Authors: Dora Disk, Sam Star',
      `Abstract: ${ABSTRACT} △ Less`,
      'Submitted 10 December, 2007; originally announced November 2007.',
    ]);
    expect(paper).toMatchObject({
      id: 'arxiv:0711.0041',
      title: 'An invented disk around no star',
      authors: ['Dora Disk', 'Sam Star'],
      abstract: ABSTRACT,
    });
  });

  it('does not take a bare list of ids for a listing', async () => {
    expect((await importText('arXiv:2401.00001\narXiv:2401.00002')).format).toBe('identifiers');
  });
});
