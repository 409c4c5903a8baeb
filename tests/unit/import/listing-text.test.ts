import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { importText } from '../../../lib/import/index';
import { readListing } from '../../../lib/import/listing-text';

const HEADER = [
  'new',
  '',
  'Get trending papers in your email inbox!',
  '',
  'Subscribe',
  '',
  'Daily Papers',
  '',
  'byAK and the research community',
  '',
];
const ABSTRACT =
  `We invent a thing and study it at length. ${'It does what it does. '.repeat(15)}`.trim();

function block(title: string, by: string, day: string): string[] {
  return [title, '', ABSTRACT, '', by, '·', day, ''];
}

function read(lines: readonly string[], today?: string): ExchangePaper[] {
  const items = [...readListing(lines.join('\n'), today ? { today } : {})];
  expect(items.filter((item) => 'problem' in item)).toEqual([]);
  return items.flatMap((item) => ('record' in item ? item.record.paper : []));
}

describe('text copied from a Daily Papers page', () => {
  it('reads title, abstract, number of authors, day and comments of each paper', () => {
    const lines = [
      ...HEADER,
      'Nov 17',
      '',
      ...block('A thing: invented', '  • 8 authors', 'Aug 28, 2024'),
      ...block('Another thing', '  • 1 authors', 'May 28, 2023 7'),
    ];
    expect(read(lines)).toEqual([
      {
        title: 'A thing: invented',
        abstract: ABSTRACT,
        authors: [],
        authorCount: 8,
        date: '2024-08-28',
        type: 'preprint',
      },
      {
        title: 'Another thing',
        abstract: ABSTRACT,
        authors: [],
        authorCount: 1,
        commentCount: 7,
        date: '2023-05-28',
        type: 'preprint',
      },
    ]);
  });

  it('takes the organisation without the name of its account, which its logo copies as', () => {
    const organizationOf = (by: string) =>
      read([...HEADER, 'Nov 17', '', ...block('T', by, 'Oct 3, 2024')])[0]?.organization;
    expect(organizationOf('tencent Tencent')).toBe('Tencent');
    expect(organizationOf('facebook AI at Meta')).toBe('AI at Meta');
    expect(organizationOf('InventedLab Invented Lab of Nowhere')).toBe('Invented Lab of Nowhere');
    expect(organizationOf('AI at Meta')).toBe('AI at Meta');
  });

  it('dates a day without a year by the page, whose year follows the largest printed', () => {
    const lines = [
      ...HEADER,
      'Nov 17',
      '',
      ...block('Before the page', '  • 2 authors', 'Nov 16 2'),
      ...block('After the page', '  • 2 authors', 'Nov 18'),
      ...block('With a year', '  • 2 authors', 'Dec 25, 2029'),
    ];
    expect(read(lines).map((paper) => paper.date)).toEqual([
      '2030-11-16',
      '2029-11-18',
      '2029-12-25',
    ]);
    expect(read(lines, '2033-01-01').map((paper) => paper.date)).toEqual([
      '2033-11-16',
      '2032-11-18',
      '2029-12-25',
    ]);
  });

  it('leaves the date out where nothing tells the year', () => {
    expect(read([...HEADER, ...block('T', '  • 2 authors', 'Nov 16')])[0]).not.toHaveProperty(
      'date',
    );
  });

  it('parts two papers where the site shows neither authors nor day for the first', () => {
    const lines = [
      ...HEADER,
      'Nov 17',
      '',
      'Shown without its authors',
      '',
      ABSTRACT,
      '',
      ...block('Shown in full', '  • 3 authors', 'Jan 2, 2024'),
    ];
    expect(read(lines).map(({ title, authorCount }) => [title, authorCount])).toEqual([
      ['Shown without its authors', undefined],
      ['Shown in full', 3],
    ]);
  });

  it('reads a last paper that the site shows without authors and day', () => {
    const lines = [
      ...HEADER,
      'Nov 17',
      '',
      ...block('Shown in full', '  • 3 authors', 'Jan 2, 2024'),
      'Shown without its authors',
      '',
      ABSTRACT,
    ];
    expect(read(lines).map(({ title }) => title)).toEqual([
      'Shown in full',
      'Shown without its authors',
    ]);
  });

  it('finds code in the abstract, once, without what a sentence or TeX leaves on it', () => {
    const lines = [...HEADER, 'Nov 17', '', ...block('T', '  • 2 authors', 'Jan 2, 2024')];
    const text =
      'Code: https://github.com/nobody/a_b.git{https://github.com/nobody/a\\_b}, see https://nobody.example/demo.';
    const at = lines.indexOf(ABSTRACT);
    expect(read(lines.with(at, text))[0]?.codeLinks).toEqual(['https://github.com/nobody/a_b']);
  });

  it('is recognised by importText, whatever its line ends', async () => {
    const lines = [
      ...HEADER,
      'Nov 17',
      '',
      ...block('T, "quoted"', '  • 2 authors', 'Jan 2, 2024'),
    ];
    const { format, records, problems } = await importText(lines.join('\r\n'));
    expect({ format, problems }).toEqual({ format: 'listing', problems: [] });
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([['T, "quoted"', 13]]);
  });

  it('reports what is left over', () => {
    const lines = [
      ...HEADER,
      ...block('T', '  • 2 authors', 'Jan 2, 2024'),
      'Cut off her',
      '',
      'e',
    ];
    const items = [...readListing(lines.join('\n'), {})];
    expect(items.find((item) => 'problem' in item)).toMatchObject({
      problem: { code: 'nothing-found', excerpt: 'Cut off her e', line: 19 },
    });
  });
});
