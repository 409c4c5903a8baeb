import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import/index';

const ARXIV = `[1] arXiv:3101.00001 (replaced) [pdf, other]
Title: Gauges That Were Fixed
Authors: Ann Doe, Bo Roe
Comments: 3 pages, see https://arxiv.org/abs/2901.00001
Journal-ref: J. Inv. 5 (2031) 1-9
DOI: 10.1000/own

[2] arXiv:math/0309136 [pdf, html, other]
Title: Surfaces
Authors: Cleo Poe
`;
const FEED = [
  'Daily Papers',
  'byAK and the research community',
  'Nov 17',
  'Cards that were never dealt',
  `We deal cards. ${'They are what they are. '.repeat(15)}`.trim(),
  '  • 8 authors\n·\nAug 28, 2024',
].join('\n\n');

const read = async (text: string) => {
  const { format, records, problems } = await importText(text, '', { today: '2031-01-20' });
  return {
    format,
    problems,
    papers: records.map(({ paper, line }) => [line, paper.id, paper.title]),
  };
};

describe('a copied listing with identifiers around it', () => {
  it('gives both, by line', async () => {
    const text = `see arXiv:2901.00009v2 and https://doi.org/10.1000/x, also PMID: 26017442\n\n${ARXIV}\n- https://openreview.net/forum?id=LcF-EEt8cCC\n- 2901.00010\n`;
    const { papers, problems } = await read(text);
    expect(papers).toEqual([
      [1, 'arxiv:2901.00009', ''],
      [1, 'doi:10.1000/x', ''],
      [1, 'pmid:26017442', ''],
      [3, 'arxiv:3101.00001', 'Gauges That Were Fixed'],
      [10, 'arxiv:math/0309136', 'Surfaces'],
      [14, 'openreview:LcF-EEt8cCC', ''],
      [15, 'arxiv:2901.00010', ''],
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves to a paper what stands in its lines, and names none twice', async () => {
    const { papers } = await read(`${ARXIV}\narXiv:3101.00001v3\n`);
    expect(papers).toEqual([
      [1, 'arxiv:3101.00001', 'Gauges That Were Fixed'],
      [8, 'arxiv:math/0309136', 'Surfaces'],
    ]);
  });

  it('gives both of a page of Daily Papers', async () => {
    const { format, papers } = await read(`10.1000/x, 2901.00009\n\n${FEED}`);
    expect(format).toBe('listing');
    expect(papers.map(([, id, title]) => id ?? title)).toEqual([
      'doi:10.1000/x',
      'arxiv:2901.00009',
      'Cards that were never dealt',
    ]);
  });
});
