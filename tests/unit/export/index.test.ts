import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXPORT_FORMATS,
  type ExportFormatId,
  exportClipboard,
  exportFiles,
  exportPapers,
} from '../../../lib/export/index';
import { authorsOf, exchangePaper, hostilePaper } from '../../support/exchange-papers';

const paper = exchangePaper({ id: 'arxiv:3101.00042', date: '2031' });

describe('every format', () => {
  const ids = EXPORT_FORMATS.map(({ id }) => id);

  it.each(ids)('%s ends with one line break, of its own kind only', (id) => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { maxLength: 3 }), (papers) => {
        const text = exportPapers(papers, id);
        const lineEnd = EXPORT_FORMATS.find((format) => format.id === id)?.lineEnd ?? '';
        expect(text.endsWith(lineEnd)).toBe(true);
        expect(text.endsWith(lineEnd + lineEnd)).toBe(false);
        expect(text).not.toMatch(lineEnd === '\n' ? /\r/ : /\r(?!\n)/);
      }),
      { numRuns: 30 },
    );
  });

  it.each(ids)('%s gives the same bytes for the same papers', (id) => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { maxLength: 3 }), (papers) => {
        expect(exportPapers(structuredClone(papers), id)).toBe(exportPapers(papers, id));
      }),
      { numRuns: 30 },
    );
  });

  it.each(ids)('%s says something of every paper', (id) => {
    const papers = ['One', 'Two', 'Three'].map((title) => exchangePaper({ title }));
    const text = exportPapers(papers, id);
    for (const { title } of papers) expect(text).toContain(title);
  });
});

it('cites a paper of which neither title nor author is known by its identifier', () => {
  const nameless = exchangePaper({ id: 'arxiv:3101.00042', title: '', authors: [] });
  expect(exportPapers([nameless, nameless], 'citations')).toMatch(
    /^(?:arXiv:3101\.00042\..*\n){2}$/,
  );
});

it.each(['en', 'zh_CN'])('every format has a name in %s', (language) => {
  const path = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(path, 'utf8'));
  for (const { labelKey } of EXPORT_FORMATS) expect(messages).toHaveProperty(labelKey);
});

describe('exportFiles', () => {
  it('gives one dated file in a format of one file', () => {
    const [file, ...others] = exportFiles([paper], 'ris', { exportedAt: '2031-01-05T10:00:00Z' });
    expect(file?.name).toBe('reading-list-2031-01-05.ris');
    expect(file?.text).toBe(exportPapers([paper], 'ris'));
    expect(others).toEqual([]);
  });

  it('gives a file for each paper in the others', () => {
    const format = EXPORT_FORMATS.filter(({ isFilePerPaper }) => isFilePerPaper);
    expect(format.map(({ id }) => id)).toEqual(['obsidian', 'logseq']);
    for (const { id } of format) expect(exportFiles([paper, paper], id)).toHaveLength(2);
  });
});

it('names the format that it does not know', () => {
  expect(() => exportPapers([paper], 'docx' as ExportFormatId)).toThrow('no export format "docx"');
  expect(() => exportFiles([paper], 'toString' as ExportFormatId)).toThrow('"toString"');
});

describe('the clipboard', () => {
  it('gets HTML beside the text where a list is copied', () => {
    const { text, html } = exportClipboard([paper], 'markdown');
    expect(text).toBe(exportPapers([paper], 'markdown'));
    expect(html).toMatch(/^<ul>\n<li><a href="https:\/\/arxiv\.org\/abs\/3101\.00042">A Toy<\/a>/);
  });

  it('gets text alone, without a byte order mark, elsewhere', () => {
    expect(exportClipboard([paper], 'bibtex')).toEqual({ text: exportPapers([paper], 'bibtex') });
    expect(exportClipboard([paper], 'csv').text).toMatch(/^title,/);
  });
});

it('writes short citations as plain text', () => {
  const papers = [
    exchangePaper({
      authors: authorsOf('Ada Example; Bo van der Beispiel; Cy Voorbeeld'),
      title: 'Why <i>sheep</i>?',
      type: 'journal-article',
      venue: 'Journal of Trees',
      volume: '3',
      pages: '1–9',
      date: '2031-01',
      ids: ['doi:10.1000/x'],
    }),
    exchangePaper({ id: 'arxiv:3101.00042', authors: [] }),
  ];
  expect(exportPapers(papers, 'citations')).toBe(
    `Ada Example, Bo van der Beispiel and Cy Voorbeeld (2031). Why sheep? Journal of Trees 3, 1-9. https://doi.org/10.1000/x
A Toy. arXiv. https://arxiv.org/abs/3101.00042
`,
  );
});

describe('the backup', () => {
  it('says what it is before anything else, and holds the papers as they are', () => {
    const options = {
      exportedAt: '2031-01-05T10:00:00.000Z',
      backup: { lists: ['Farm', 'Empty'], tags: ['x'], settings: { theme: 'dark' } },
    };
    const papers = [{ ...paper, lists: ['Farm'], tags: ['x'] }];
    const text = exportPapers(papers, 'json', options);
    expect(text).toMatch(/^\{\n"format": "paperkin-backup",\n"version": 1,/);
    expect(JSON.parse(text)).toEqual({
      format: 'paperkin-backup',
      version: 1,
      exportedAt: '2031-01-05T10:00:00.000Z',
      counts: { papers: 1, lists: 2, tags: 1 },
      lists: ['Farm', 'Empty'],
      tags: ['x'],
      settings: { theme: 'dark' },
      papers,
    });
  });

  it('reads back deep-equal, whatever the papers hold', () => {
    fc.assert(
      fc.property(fc.array(hostilePaper), (papers) => {
        expect(JSON.parse(exportPapers(papers, 'json')).papers).toEqual(papers);
      }),
    );
  });
});
