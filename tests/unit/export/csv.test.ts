import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../lib/core/clean-text';
import { unguardFormula } from '../../../lib/core/formula-guard';
import { line } from '../../../lib/export/citation';
import { toCsv } from '../../../lib/export/csv';
import { authorsOf, exchangePaper, hostilePaper, hostileText } from '../../support/exchange-papers';

const HEADER =
  'title,authors,year,date,arxiv,doi,venue,url,pdf,tags,lists,status,rating,added,note,abstract,citationKey';

describe('CSV', () => {
  it('has a header, quoted cells, CRLF and a byte order mark', () => {
    const paper = exchangePaper({
      id: 'arxiv:2401.10000',
      title: 'A "Toy", really',
      authors: authorsOf('Bo van der Beispiel; The Sheep Collaboration'),
      date: '2024-01-02',
      tags: ['sheep', 'to read'],
      lists: ['Farm'],
      status: 'reading',
      starred: true,
      addedAt: '2031-01-05T10:00:00.000Z',
      note: 'Line 1\nLine 2',
      abstract: 'We study sheep.',
    });
    const row = [
      '"A ""Toy"", really"',
      '"van der Beispiel, Bo; The Sheep Collaboration"',
      '"2024"',
      '"2024-01-02"',
      '"arXiv:2401.10000"',
      '"10.48550/arXiv.2401.10000"',
      '""',
      '"https://arxiv.org/abs/2401.10000"',
      '"https://arxiv.org/pdf/2401.10000"',
      '"sheep; to read"',
      '"Farm"',
      '"reading"',
      '"★"',
      '"2031-01-05T10:00:00.000Z"',
      '"Line 1\nLine 2"',
      '"We study sheep."',
      '"vanderbeispiel2024toy"',
    ];
    expect(toCsv([paper])).toBe(`\ufeff${HEADER}\r\n${row.join(',')}\r\n`);
  });

  it('starts with the header itself where no byte order mark is wanted', () => {
    expect(toCsv([], { byteOrderMark: false })).toBe(`${HEADER}\r\n`);
  });

  it('keeps a spreadsheet from running a title', () => {
    const paper = exchangePaper({ title: '=HYPERLINK("http://x")' });
    expect(toCsv([paper])).toContain(`\r\n"'=HYPERLINK(""http://x"")",`);
  });

  it('reads back as the same cells with another reader, and none that is a formula', () => {
    fc.assert(
      fc.property(hostilePaper, hostileText, (paper, note) => {
        const text = toCsv([{ ...paper, note }], { byteOrderMark: false });
        const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
        expect(errors).toEqual([]);
        expect(data.map((row) => row.length)).toEqual([17, 17]);
        const cells = data[1] ?? [];
        for (const cell of cells) expect(cell).not.toMatch(/^(?:["\s]*[=+\-@＝＋－＠]|[\t\r\n])/u);
        expect(unguardFormula(cells[0] ?? '')).toBe(line(paper.title));
        expect(unguardFormula(cells[14] ?? '')).toBe(cleanText(note, note.length));
      }),
      { numRuns: 300 },
    );
  });
});
