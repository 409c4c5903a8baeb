import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import';
import { readBackup } from '../../../lib/import/backup-json';
import { readPapers } from '../../support/read-papers';

function backup(papers: unknown, rest: object = {}): string {
  return JSON.stringify({ format: 'paperkin-backup', version: 1, ...rest, papers });
}

const FULL = {
  id: 'arxiv:3101.00042',
  ids: ['arxiv:3101.00042', 'doi:10.1000/toys.1'],
  title: 'Toy Models',
  authors: [{ name: 'Bo van der Beispiel', family: 'Beispiel', given: 'Bo', particle: 'van der' }],
  authorCount: 12,
  organization: 'Pasture',
  abstract: 'We dream.',
  date: '2031-01-05',
  venue: 'Toys',
  volume: '1',
  number: '2',
  pages: '3-4',
  publisher: 'P',
  type: 'journal-article',
  urls: ['https://ex.org'],
  codeLinks: ['https://code.example/toy'],
  categories: ['cs.LG'],
  comments: '12 pages',
  version: 2,
  keywords: ['k'],
  commentCount: 0,
  upvotes: 5,
  codeStars: 7,
  tags: ['t', '__proto__'],
  lists: ['l'],
  note: 'Line one\n  - line two',
  status: 'reading',
  starred: false,
  queueRank: 2.5,
  citationKey: 'key',
  addedAt: '2031-01-05T10:20:30.123Z',
  openedAt: '2031-01-06',
  readAt: '2031-01-07T00:00:00Z',
};

describe('our own backup', () => {
  it('gives every field back as it was', () => {
    const { papers, problems } = readPapers(readBackup, backup([FULL]));
    expect(problems).toEqual([]);
    expect(papers).toEqual([FULL]);
  });

  it('takes nothing that is not of the right kind, and nothing that we do not know', () => {
    const odd = {
      title: 'T',
      authors: [{ name: 'A', html: '<b>', literal: 7 }, 'B', null, 3, {}],
      authorCount: '12',
      version: -1,
      upvotes: 1.5,
      date: '2031-13-45',
      type: 'sermon',
      urls: ['javascript:alert(1)', 'https://ex.org', 5],
      tags: 'not a list',
      status: 'burnt',
      starred: 'yes',
      addedAt: 'yesterday',
      ids: ['arxiv:not-an-id', 'doi:10.1000/ok', 'evil'],
      evil: { toString: 'x' },
    };
    expect(readPapers(readBackup, backup([odd])).papers).toEqual([
      {
        title: 'T',
        authors: [{ name: 'A', literal: '7' }, { name: 'B' }],
        urls: ['https://ex.org'],
        ids: ['doi:10.1000/ok'],
      },
    ]);
  });

  it('reports what is no paper, and reads the others', () => {
    const { papers, problems } = readPapers(readBackup, backup([1, { authors: [] }, FULL]));
    expect(papers).toHaveLength(1);
    expect(problems).toHaveLength(2);
  });

  it('gives lists, tags and settings beside the papers', async () => {
    const extras = { lists: ['Empty list', 'l'], tags: ['t'], settings: { theme: 'dark', n: [1] } };
    expect((await importText(backup([FULL], extras))).extras).toEqual(extras);
    const odd = `{"format":"paperkin-backup","version":1,"lists":7,"tags":["t",1],"settings":{"__proto__":{"x":1},"a":1}}`;
    expect((await importText(odd)).extras).toEqual({ lists: [], tags: ['t'], settings: { a: 1 } });
  });

  it('of a newer version is refused as such', () => {
    for (const version of [2, 'x']) {
      expect(() => readPapers(readBackup, backup([FULL], { version }))).toThrow(
        expect.objectContaining({ code: 'bad-input', fault: 'newer-backup' }),
      );
    }
  });
});
