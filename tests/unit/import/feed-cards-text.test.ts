import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import/index';

describe('cards copied from a Daily Papers feed', () => {
  it('reads title, votes, number of authors and comments of each', async () => {
    const text = [
      'Daily Papers',
      'by AK and the research community',
      'Aug 1',
      'Submitted by',
      ' someone',
      '94',
      'Cards that were never dealt',
      '·',
      '533 authors',
      '5',
      'Submitted by someone',
      '7',
      '',
      'A second card',
      '· 1 author',
      'Submitted by',
      'another',
      'A third without votes',
      '·',
      '12 authors',
    ].join('\n');
    const { format, records, problems } = await importText(text);
    expect({ format, problems }).toEqual({ format: 'listing', problems: [] });
    expect(records.map(({ paper }) => paper)).toEqual([
      {
        title: 'Cards that were never dealt',
        authors: [],
        authorCount: 533,
        upvotes: 94,
        commentCount: 5,
        type: 'preprint',
      },
      { title: 'A second card', authors: [], authorCount: 1, upvotes: 7, type: 'preprint' },
      { title: 'A third without votes', authors: [], authorCount: 12, type: 'preprint' },
    ]);
  });

  it('reports a number of authors without a title', async () => {
    const { problems } = await importText('Daily Papers\n94\n·\n3 authors\n5');
    expect(problems).toMatchObject([{ code: 'unreadable', line: 2, excerpt: '94' }]);
  });
});
