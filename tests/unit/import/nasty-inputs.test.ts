import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { parseName } from '../../../lib/core/names';
import type { Author } from '../../../lib/core/paper';
import { exportPapers } from '../../../lib/export';
import { importText } from '../../../lib/import';

/** The papers of a text, which must have no problems. */
async function papersOf(text: string): Promise<ExchangePaper[]> {
  const { records, problems } = await importText(text);
  expect(problems).toEqual([]);
  return records.map(({ paper }) => paper);
}

async function paperOf(text: string): Promise<ExchangePaper> {
  const [paper] = await papersOf(text);
  if (!paper) throw new Error('no paper read');
  return paper;
}

function parts({ family, given, particle, suffix, literal }: Author): unknown[] {
  return literal ? [literal] : [particle, family, suffix, given];
}

async function expectSameAgain(paper: ExchangePaper): Promise<string> {
  const written = exportPapers([paper], 'bibtex', { abstracts: true, notes: true });
  const { title, authors, authorCount, date } = await paperOf(written);
  expect({ title, authors, authorCount, date }).toEqual({
    title: paper.title,
    authors: paper.authors,
    authorCount: paper.authorCount,
    date: paper.date,
  });
  return written;
}

describe('titles of BibTeX entries', () => {
  it.each([
    [4, 'Stra{\\ss}e und {\\"O}l', 'Straße und Öl', 'Straße und Öl'],
    [5, 'na{\\"\\i}ve {\\.I}stanbul {\\i}', 'naïve İstanbul ı', 'naïve İstanbul ı'],
    [
      6,
      "$\\alpha$-{R\\'enyi} in $O(n \\log n)$ on {$\\mathbb{R}^{d}$}: $p < 0.05$",
      '$\\alpha$-Rényi in $O(n \\log n)$ on $\\mathbb{R}^{d}$: $p < 0.05$',
      '$\\alpha$-Rényi in $O(n \\log n)$ on $\\mathbb{R}^{d}$: $p < 0.05$',
    ],
    [
      17,
      '95\\% of R\\&D costs \\$5 \\#1 under\\_score \\{b\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} ~x',
      '95% of R&D costs $5 #1 under_score {b} ~ ^ \\ x',
      '95\\% of {R\\&D} costs \\$5 \\#1 under\\_score \\{b\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} x',
    ],
    [20, 'A parrot 🦜', 'A parrot 🦜', 'A parrot 🦜'],
    [20, 'A scientist 👩\u200d🔬', 'A scientist 👩\u200d🔬', 'A scientist 👩\u200d🔬'],
    [
      21,
      '<i>E. coli</i> H<sub>2</sub>O x\\textsuperscript{2} \\textit{meta}',
      '<i>E. coli</i> H<sub>2</sub>O x<sup>2</sup> <i>meta</i>',
      '\\textit{E. coli} H\\textsubscript{2}O x\\textsuperscript{2} \\textit{meta}',
    ],
    [22, 'x < y > z', 'x < y > z', 'x \\textless{} y \\textgreater{} z'],
    [
      23,
      '{BERT}: {P}re-training of {{Deep} {Bidirectional}} Transformers',
      'BERT: Pre-training of Deep Bidirectional Transformers',
      '{BERT}: Pre-training of Deep Bidirectional Transformers',
    ],
    [
      27,
      'u\u0308ber\u00a0zero\u200bwidth so\u00adft',
      'über zerowidth soft',
      'über zerowidth soft',
    ],
    [34, 'from $5 to $10', 'from $5 to $10', 'from \\$5 to \\$10'],
    [34, 'from \\$5 to \\$10', 'from $5 to $10', 'from \\$5 to \\$10'],
  ])('row %i: %s', async (_, latex, title, writtenAs) => {
    const paper = await paperOf(`@misc{key,\n  title = {${latex}}\n}`);
    expect(paper.title).toBe(title);
    const written = await expectSameAgain(paper);
    expect(written.replace(/\{R\\&D\}/, 'R\\&D')).toContain(
      `{${writtenAs.replace(/\{R\\&D\}/, 'R\\&D')}}`,
    );
  });

  it('row 16: quotes and dashes in a quoted value', async () => {
    const paper = await paperOf(
      '@misc{key, title = "``Why?\'\' -- the `Predictions\' of {"}any{"} Classifier---really"}',
    );
    expect(paper.title).toBe('“Why?” – the ‘Predictions’ of "any" Classifier—really');
    await expectSameAgain(paper);
  });
});

describe('authors of BibTeX entries', () => {
  it.each([
    [
      1,
      'M{\\"u}ller, J{\\"o}rg and {\\\'E}mile Zola',
      [
        [undefined, 'Müller', undefined, 'Jörg'],
        [undefined, 'Zola', undefined, 'Émile'],
      ],
      'Müller, Jörg and Zola, Émile',
    ],
    [2, '{\\O}yvind {\\AA}s', [[undefined, 'Ås', undefined, 'Øyvind']], 'Ås, Øyvind'],
    [3, 'Nguy{\\~{\\^e}}n, V\\u{a}n', [[undefined, 'Nguyễn', undefined, 'Văn']], 'Nguyễn, Văn'],
    [
      7,
      'van der Maaten, Laurens and Ludwig van Beethoven',
      [
        ['van der', 'Maaten', undefined, 'Laurens'],
        ['van', 'Beethoven', undefined, 'Ludwig'],
      ],
      'van der Maaten, Laurens and van Beethoven, Ludwig',
    ],
    [8, 'de la Cruz, Jr., Juan', [['de la', 'Cruz', 'Jr.', 'Juan']], 'de la Cruz, Jr., Juan'],
    [
      9,
      "{\\'A}lvarez de Toledo, Pedro",
      [[undefined, 'Álvarez de Toledo', undefined, 'Pedro']],
      'Álvarez de Toledo, Pedro',
    ],
    [
      10,
      "d'Alembert, Jean and O'Neil, Cathy",
      [
        [undefined, "d'Alembert", undefined, 'Jean'],
        [undefined, "O'Neil", undefined, 'Cathy'],
      ],
      "d'Alembert, Jean and O'Neil, Cathy",
    ],
    [
      11,
      '{The ATLAS Collaboration} and {Barnes and Noble, Inc.}',
      [['The ATLAS Collaboration'], ['Barnes and Noble, Inc.']],
      '{The ATLAS Collaboration} and {Barnes and Noble, Inc.}',
    ],
    [
      19,
      '王, 小明 and 山田太郎 and Kim, Min-Su (김민수)',
      [
        [undefined, '王', undefined, '小明'],
        ['山田太郎'],
        [undefined, 'Kim', undefined, 'Min-Su (김민수)'],
      ],
      '王, 小明 and {山田太郎} and Kim, Min-Su (김민수)',
    ],
  ])('row %i: %s', async (_, field, names, writtenAs) => {
    const paper = await paperOf(`@misc{key, title = {T}, author = {${field}}}`);
    expect(paper.authors.map(parts)).toEqual(names);
    const written = await expectSameAgain(paper);
    expect(written.replaceAll("{d'Alembert}", "d'Alembert")).toContain(`{${writtenAs}}`);
  });

  it('row 12: a hundred, in order', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `First${at + 1} Lastname${at + 1}`);
    const paper = await paperOf(`@misc{key, title = {T}, author = {${names.join(' and ')}}}`);
    expect(paper.authors.map(({ name }) => name)).toEqual(names);
    await expectSameAgain(paper);
  });

  it('row 13: "and others" says that there are more', async () => {
    const paper = await paperOf('@misc{key, title = {T}, author = {Vaswani, Ashish and others}}');
    expect(paper.authors.map(({ name }) => name)).toEqual(['Ashish Vaswani']);
    expect(paper.authorCount).toBeGreaterThan(1);
    expect(await expectSameAgain(paper)).toContain('{Vaswani, Ashish and others}');
  });

  it('row 32: names as plain strings', () => {
    const names = [
      'Madonna',
      'Jean-Luc de la Fontaine III',
      'DeepSeek-AI',
      'Xu',
      'SHEEP Collaboration',
    ];
    expect(names.map(parseName).map(parts)).toEqual([
      ['Madonna'],
      ['de la', 'Fontaine', 'III', 'Jean-Luc'],
      ['DeepSeek-AI'],
      ['Xu'],
      ['SHEEP Collaboration'],
    ]);
  });
});

describe('other fields of BibTeX entries', () => {
  it('row 14: no year stays no year, and the arXiv id is kept', async () => {
    const paper = await paperOf('@misc{key, title = {T}, eprint = {2401.00001}}');
    expect(paper.id).toBe('arxiv:2401.00001');
    expect(paper.date).toBeUndefined();
    expect(exportPapers([paper], 'bibtex')).not.toContain('year');
  });

  it('row 15: a key is kept as it is', async () => {
    const paper = await paperOf('@misc{müller2020über, title = {T}}');
    expect(paper.citationKey).toBe('müller2020über');
    expect(exportPapers([paper], 'bibtex')).toContain('@misc{müller2020über,');
  });

  it('row 18: an address is kept as it is', async () => {
    const url = 'https://ex.org/a_b?x=1%20&y=~z#f';
    const paper = await paperOf(`@misc{key, title = {T}, url = {${url}}}`);
    expect(paper.urls).toEqual([url]);
    expect(exportPapers([paper], 'bibtex')).toContain(`{${url}}`);
  });

  it('row 24: strings are joined, months are macros, pages a range', async () => {
    const paper = await paperOf(
      '@string{nips = "Advances in Sheep"}\n@inproceedings{key, title = {T}, booktitle = nips # " 30", month = dec, year = 2017, pages = {5998--6008}}',
    );
    expect(paper).toMatchObject({
      venue: 'Advances in Sheep 30',
      date: '2017-12',
      pages: '5998-6008',
    });
    const written = exportPapers([paper], 'bibtex');
    expect(written).toMatch(/month\s+= dec/);
    expect(written).toContain('{5998--6008}');
  });

  it('row 25: an unbalanced entry costs itself alone, and is named by its line', async () => {
    const { records, problems } = await importText(
      '% a list\n\n@article{bad,\n  title = {An unbalanced brace { here},\n  year = 2020\n}\n\n@article{good,\n  title = {Good}\n}\n',
    );
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([['Good', 8]]);
    expect(problems).toMatchObject([{ line: 3, code: 'unreadable', isKept: false }]);
    expect(problems[0]?.excerpt).toContain('@article{bad');
  });

  it('row 26: comments, free text, byte order mark, CRLF and parentheses', async () => {
    const text =
      '\ufeffThis file was made by hand.\n@comment{ @article{no, title = {No}} }\n@ARTICLE(yes, Title = {Yes}, YEAR = 2031)\n';
    const papers = await papersOf(text.replaceAll('\n', '\r\n'));
    expect(papers).toMatchObject([{ title: 'Yes', citationKey: 'yes', date: '2031' }]);
  });

  it('row 33: keys that clash are told apart and stay', async () => {
    const papers = [1, 2].map((number) => ({
      title: `Attention of kind ${number}`,
      authors: [parseName('Ada Example')],
      date: '2031',
    }));
    const again = await papersOf(exportPapers(papers, 'bibtex'));
    const keys = again.map(({ citationKey }) => citationKey);
    expect(keys).toEqual(['example2031attention', 'example2031attentiona']);
    const reversed = await papersOf(exportPapers(again.toReversed(), 'bibtex'));
    expect(reversed.map(({ citationKey }) => citationKey)).toEqual(keys.toReversed());
  });
});

describe('other formats', () => {
  it('row 28: a formula comes back from CSV as it was', async () => {
    const title = '=HYPERLINK("http://x")';
    const written = exportPapers([{ title, authors: [] }], 'csv');
    expect(written).toContain('"\'=HYPERLINK(""http://x"")"');
    expect((await paperOf(written)).title).toBe(title);
  });

  it('row 29: YAML of Obsidian keeps a title that looks like YAML', () => {
    const title = 'Attention: "all" you #need [x]';
    expect(exportPapers([{ title, authors: [] }], 'obsidian')).toContain(
      'title: "Attention: \\"all\\" you #need [x]"',
    );
  });

  it.each(['csv', 'csl-json', 'json', 'ris', 'bibtex', 'biblatex'] as const)(
    'row 30: arXiv 2401.10000 keeps its zeros through %s',
    async (format) => {
      const paper = { title: 'T', authors: [], id: 'arxiv:2401.10000', ids: ['arxiv:2401.10000'] };
      expect((await paperOf(exportPapers([paper], format))).id).toBe('arxiv:2401.10000');
    },
  );

  it('row 31: RIS with wrapped lines, slashes, odd values and no last ER', async () => {
    const text = [
      '\ufeffTY  - JOUR',
      'TI  - A title that is',
      'wrapped by its program',
      'ER  - ',
      '',
      'TY  - JOUR',
      'T1  - Slashes',
      'PY  - 2021/03/04/',
      'ER  - ',
      'TY  - JOUR',
      'TI  - Address',
      'UR  - https://ex.org/a  - b',
      'ER  - ',
      'TY  - JOUR',
      'TI  - No end',
    ].join('\r\n');
    const papers = await papersOf(text);
    expect(papers.map(({ title }) => title)).toEqual([
      'A title that is wrapped by its program',
      'Slashes',
      'Address',
      'No end',
    ]);
    expect(papers[1]?.date).toBe('2021-03-04');
    expect(papers[2]?.urls).toEqual(['https://ex.org/a%20%20-%20b']);
  });
});

it('accents that the ASCII option writes are read back', async () => {
  const names = 'Müller; Łukasz Ś.; Øyvind; Dvořák; Erdős; ş; ğ; İstanbul; ą; ß; ð; Þ; Å; ï; å; ễ';
  const title = names.replaceAll(';', '');
  const written = exportPapers([{ title, authors: [] }], 'bibtex', { ascii: true });
  expect(written).toMatch(/^\p{ASCII}*$/u);
  expect((await paperOf(written)).title).toBe(title);
});
