import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/core/errors';
import { decodeFile, detectFormat, importText, MAX_IMPORT_BYTES } from '../../../lib/import';
import { readBibtex } from '../../../lib/import/bibtex';
import { readPapers } from '../../support/read-papers';

const SAMPLES = {
  bibtex: '@misc{a, title={T}}',
  ris: 'TY  - JOUR\nTI  - T\nER  - ',
  'csl-json': '[{"type":"book","title":"T"}]',
  csv: 'title,year\nT,2031\n',
  medline: 'PMID- 1\nTI  - T\n',
  backup: '{"format":"paperkin-backup","version":1,"papers":[{"title":"T","authors":[]}]}',
  papermemory: '{"a":{"title":"T","bibtex":"","addDate":""},"__dataVersion":1}',
  'papermemory-list': '[{"url":"https://arxiv.org/abs/3101.00042","title":"T"}]',
  bookmarks:
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://arxiv.org/abs/3101.00042">T</A></DL>',
} as const;

describe('the kind of a file', () => {
  it.each(Object.entries(SAMPLES))('is told by its content: %s', async (format, text) => {
    expect(detectFormat(text)).toBe(format);
    expect(detectFormat(`\ufeff\n${text}`, 'misleading.txt')).toBe(format);
    const result = await importText(text);
    expect(result.format).toBe(format);
    expect(result.records.map(({ paper }) => paper.title)).toEqual(['T']);
  });

  it.each([
    ['ris', 'Provider: X\nDatabase: Y\n\nTY  - JOUR\n'],
    ['bibtex', '% Encoding: UTF-8\n\n@Comment{jabref-meta: x}\n'],
    ['bibtex', 'some words first\n@string{a = "b"}\n'],
    ['csv', 'Title;Autor;Jahr\n"@article{x, y}";B;2031\n'],
    ['csv', '"Title","Notes"\n"A","TY  - JOUR\nER  - "\n'],
    ['papermemory', '{"__dataVersion":10203}'],
    ['csl-json', '{"items":[{"type":"book"}]}'],
    ['papermemory-list', '["https://arxiv.org/abs/3101.00042"]'],
    ['bookmarks', '<META HTTP-EQUIV="x">\n<TITLE>B</TITLE>\n<DL><p>\n<DT><A HREF="x">'],
    ['identifiers', '1706.03762\n10.1000/x'],
    ['identifiers', ''],
  ])('is %s for %j', (format, text) => {
    expect(detectFormat(text)).toBe(format);
  });

  it.each([
    ['zotero-rdf', '<?xml version="1.0"?>\n<rdf:RDF\n xmlns:rdf="x">'],
    ['endnote-xml', '<?xml version="1.0" encoding="UTF-8"?><xml><records><record>'],
    ['xml', '<?xml version="1.0"?><modsCollection xmlns="x">'],
    ['web-of-science', 'FN Clarivate Analytics Web of Science\nVR 1.0\n'],
    ['refer', '%0 Journal Article\n%T Toy\n'],
    ['pdf', '%PDF-1.7\n'],
    ['zip', 'PK\u0003\u0004rest'],
    ['web-page', '<!DOCTYPE html><html><body>'],
  ])('that we do not read is refused by its name: %s', async (fault, text) => {
    await expect(importText(text)).rejects.toMatchObject({ code: 'bad-input', fault });
  });
});

describe('importText', () => {
  it('refuses more than 25 MB, and more than 20,000 records', async () => {
    await expect(importText('x'.repeat(MAX_IMPORT_BYTES + 1))).rejects.toMatchObject({
      fault: 'too-large',
    });
    const entry = '@misc{a,title={T}}\n';
    await expect(importText(entry.repeat(20_001))).rejects.toMatchObject({ fault: 'too-many' });
    expect((await importText(entry.repeat(20_000))).records).toHaveLength(20_000);
  });

  it('refuses UTF-16 that was read as something else', async () => {
    await expect(importText('@\0m\0i\0s\0c\0')).rejects.toMatchObject({ fault: 'not-utf-8' });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    const run = importText(SAMPLES.bibtex, 'a.bib', { signal: controller.signal });
    await expect(run).rejects.toThrow('stopped');
  });

  it('lets others work in between, tells how far it is, and can be stopped there', async () => {
    const text = `@misc{a, title={T}, abstract={${'We dream. '.repeat(100)}}}\n`.repeat(10_000);
    const controller = new AbortController();
    const seen: number[] = [];
    const run = importText(text, 'a.bib', {
      signal: controller.signal,
      onProgress: ({ done, records }) => {
        seen.push(done);
        if (records > 100) controller.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it('names bad entries so that a message can: "2 entries could not be read: lines 1 and 5"', async () => {
    const { records, problems } = await importText(
      '@misc{a, title = {T\n year = 1}\n@misc{b, title={T}}\n\n@misc{c, title = "T}\n@misc{d, title={T}}\n',
    );
    const lost = problems.filter(({ isKept }) => !isKept);
    expect(lost.map(({ line }) => line)).toEqual([1, 5]);
    expect(records.map(({ paper }) => paper.citationKey)).toEqual(['b', 'd']);
  });
});

describe('decodeFile', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

  it.each([
    ['UTF-8', new TextEncoder().encode('Müller 🦜')],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('Müller 🦜'))],
    ['UTF-16LE with a mark', bytes(0xff, 0xfe, ...utf16('Müller 🦜'))],
    ['UTF-16LE without one', bytes(...utf16('Müller 🦜'))],
  ])('reads %s', (_, data) => {
    expect(decodeFile(data)).toBe('Müller 🦜');
  });

  it('takes what is no UTF-8 for Windows-1252', () => {
    expect(decodeFile(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96))).toBe('Müller –');
    expect(decodeFile(bytes())).toBe('');
  });

  function utf16(text: string): number[] {
    return [...text]
      .flatMap((character) => character.split(''))
      .flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]);
  }
});

/** Pieces of every format, to be shuffled. */
const PIECES = [
  ...Object.values(SAMPLES),
  ...'@{}()"\\,=#%$&~^_<>[]:;-\'`/|*\n\r\t \0',
  '@article{k,',
  'author = ',
  '\\"{u}',
  '\\textit{',
  '{"',
  '":',
  '\\u0000',
  'TY  - ',
  'ER  - ',
  'PMID- ',
  '__proto__',
  'constructor',
  '🦜',
  '\ud800',
  '\u202e',
  '<DL><H3>',
  '<A HREF="',
  'title,',
  '10.1000/',
  'arXiv:',
  '-'.repeat(50),
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

describe('whatever the text', () => {
  it('reads it or refuses it with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const result = await importText(text).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(AppError);
        else expect(result).toHaveProperty('records');
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same records when it is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const read = (): Promise<unknown> =>
          importText(text).catch((error: unknown) => String(error));
        expect(await read()).toEqual(await read());
      }),
      { numRuns: 200 },
    );
  });

  it('stands between two good entries of BibTeX without costing either', () => {
    fc.assert(
      fc.property(anyText, (junk) => {
        const text = `@misc{first, title={First}}\n${junk}\n@misc{last, title={Last}}\n`;
        const keys = readPapers(readBibtex, text).papers.map(({ citationKey }) => citationKey);
        expect(keys[0]).toBe('first');
        expect(keys.at(-1)).toBe('last');
      }),
      { numRuns: 500 },
    );
  });
});
