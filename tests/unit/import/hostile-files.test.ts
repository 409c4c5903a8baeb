import { describe, expect, it } from 'vitest';
import { importText } from '../../../lib/import';

/** Cases S-09, S-11, S-16 and S-17: files made to break their reader. */

async function read(text: string): Promise<{ titles: string[]; lost: number[] }> {
  const { records, problems } = await importText(text);
  return {
    titles: records.map(({ paper }) => paper.title),
    lost: problems.filter(({ isKept }) => !isKept).map(({ line }) => line),
  };
}

const paper = (title: string): string => `{"type":"book","title":"${title}"}`;

describe('S-09: JSON', () => {
  it('with prototype keys pollutes nothing', async () => {
    const evil =
      '"__proto__":{"polluted":1,"title":"Evil"},"constructor":{"prototype":{"polluted":1}}';
    const files = [
      `[{"type":"book","title":"A",${evil}}]`,
      `{"format":"paperkin-backup","version":1,${evil},"papers":[{"title":"A","authors":[],${evil}}]}`,
      `{"__dataVersion":1,${evil},"x":{"title":"A","bibtex":"",${evil}}}`,
    ];
    for (const file of files) {
      const { titles } = await read(file);
      expect(titles).toContain('A');
      expect(titles).not.toContain('Evil');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('nested ten thousand deep costs one entry', async () => {
    const deep = `{"type":"book","title":"Deep","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(await read(`[\n${paper('A')},\n${deep},\n${paper('B')}]`)).toEqual({
      titles: ['A', 'B'],
      lost: [3],
    });
    expect((await read(`[${paper('A')},${'['.repeat(100_000)}`)).titles).toEqual(['A']);
  });

  it('with a million things that are no papers is refused', async () => {
    await expect(importText(`[${paper('A')}${',1'.repeat(1_000_000)}]`)).rejects.toMatchObject({
      fault: 'few-papers',
    });
  });

  it('with a million authors keeps five thousand, and says that there are more', async () => {
    const authors = JSON.stringify(Array.from({ length: 100_000 }, () => ({ family: 'A' })));
    const { records } = await importText(`[{"type":"book","title":"T","author":${authors}}]`);
    expect(records[0]?.paper.authors).toHaveLength(5_000);
    expect(records[0]?.paper.authorCount).toBe(100_000);
  });

  it('with doubled keys, numbers as text, NaN, NULs and half characters is cleaned or refused by entry', async () => {
    const text = [
      '\ufeff[',
      '{"type":"book","title":"First","title":"Last","year":"2031"},',
      '{"type":"book","title":NaN},',
      '{"type":"book","title":"nul\\u0000l \\ud800 \\u202eoverride"},',
      '{"type":"book","title":12345}',
      ']',
    ].join('\n');
    expect(await read(text)).toEqual({
      titles: ['Last', 'null \ufffd override', '12345'],
      lost: [3],
    });
  });

  it('too long for one paper costs that paper', async () => {
    const huge = `{"type":"book","title":"Huge","abstract":"${'x'.repeat(2_100_000)}"}`;
    expect(await read(`[${huge},\n${paper('A')}]`)).toEqual({ titles: ['A'], lost: [1] });
  });
});

describe('S-11: BibTeX', () => {
  it('with a field of a megabyte is read, and the field cut', async () => {
    const { records } = await importText(
      `@misc{a, title={T}, abstract={${'word '.repeat(200_000)}}}\n@misc{b, title={U}}`,
    );
    expect(records.map(({ paper }) => paper.title)).toEqual(['T', 'U']);
    expect(records[0]?.paper.abstract?.length).toBeLessThanOrEqual(20_000);
  });

  it('that says "input" or "write" runs nothing', async () => {
    const title = '\\input{/etc/passwd} \\immediate \\write18{id} \\csname x\\endcsname';
    expect((await read(`@misc{a, title={${title}}}`)).titles).toEqual([title]);
  });

  it('with percent and at signs inside keeps them', async () => {
    const text = '@misc{a, title={50% of me@home.example}, note={%@misc{b, title={No}}}}\r\n';
    expect(await read(text)).toEqual({ titles: ['50% of me@home.example'], lost: [] });
  });

  it.each([
    ['open braces', '@misc{a, title={', '{'],
    ['entries that never close', '', '@misc{a, title={\n'],
    ['entries without keys that never close', '', '@misc{,x={\n'],
    ['comments that never close', '', '@comment{\n'],
    ['strings that never close', '', '@string{a={\n'],
    ['at signs', '', '@'],
    ['quotes', '@misc{a, title="', '"'],
    ['backslashes', '@misc{a, title={', '\\'],
    ['accents', '@misc{a, title={', "\\'"],
    ['groups in accents', '@misc{a, title={', '\\"{'],
    ['commands', '@misc{a, title={', '\\textit{'],
    ['dollars', '@misc{a, title={', '$'],
    ['dollars and spaces', '@misc{a, title={', '$ '],
    ['dashes', '@misc{a, title={', '-'],
    ['ampersands', '@misc{a, title={', '&#'],
    ['names', '@misc{a, author={', 'a and '],
    ['white space in names', '@misc{a, author={a', ' '],
    ['commas in names', '@misc{a, author={', ','],
    ['braces in names', '@misc{a, author={', '{},'],
    ['strings of strings', '@misc{a, title=', 'a # '],
    ['percent signs', '@misc{a, ', '%\n'],
    ['keywords', '@misc{a, keywords={', ','],
  ])('with fifty thousand %s is read or reported', async (_, start, unit) => {
    const text = `${start}${unit.repeat(50_000)}\n@misc{last, title={Last}}\n`;
    const outcome = await read(text).catch((error: Error) => error.message);
    if (typeof outcome === 'string') expect(outcome).toMatch(/few-papers|too-many/);
    else expect(outcome.titles.at(-1)).toBe('Last');
  });
});

describe('S-16: long runs of one thing', () => {
  it.each([
    'TY  - JOUR\n',
    'KW  - x\n',
    'PMID- 1\n',
    'title,year\n',
    '"title","year"\n',
    '"',
    '""',
    ',',
    '<A HREF="https://arxiv.org/abs/3101.00042">',
    '<DL>',
    '<a ',
    '{"a":',
    '[',
    '{',
    '\\',
    ' ',
    '\n',
    '\t',
    'a',
    '@',
    '10.1000/',
    'https://arxiv.org/abs/',
    '\u0301',
    '\u200d',
    '(',
  ])('is read or refused: %j', async (unit) => {
    for (const start of [
      '',
      '{',
      '[',
      'title,year\n',
      'TY  - JOUR\nTI  - ',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
      '[{"type":"book","title":"',
      'PMID- 1\nAU  - ',
      'PMID- 1\nTI  - ',
    ]) {
      const result = await importText(start + unit.repeat(Math.ceil(50_000 / unit.length))).catch(
        (error: unknown) => error,
      );
      expect(result).toBeDefined();
      if (result instanceof Error) expect(result.name).toBe('AppError');
    }
  });
});

describe('S-17: Unicode', () => {
  it('that overrides, hides or piles up is cleaned in every format', async () => {
    const hostile = `a\u202eb\u200bc${'\u0301'.repeat(10_000)}d\ufeffe👩\u200d🔬`;
    const clean = `ab\u0107${'\u0301'.repeat(7)}de👩\u200d🔬`;
    const files = [
      `@misc{a, title={${hostile}}}`,
      `TY  - JOUR\nTI  - ${hostile}\nER  - `,
      JSON.stringify([{ type: 'book', title: hostile }]),
      `title,year\n${hostile},2031\n`,
      `PMID- 1\nTI  - ${hostile}\n`,
      JSON.stringify({ format: 'paperkin-backup', version: 1, papers: [{ title: hostile }] }),
      JSON.stringify({ x: { title: hostile, bibtex: '' }, __dataVersion: 1 }),
    ];
    for (const file of files) {
      const { titles } = await read(file);
      expect(titles[0] === clean, file.slice(0, 20)).toBe(true);
    }
  });
});
