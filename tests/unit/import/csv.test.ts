import { describe, expect, it } from 'vitest';
import { findCsvShape, readCsv } from '../../../lib/import/csv';
import { readPapers } from '../../support/read-papers';

describe('CSV', () => {
  it('reads what Zotero writes', () => {
    const { papers, problems } = readPapers(
      readCsv,
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note","Date","Date Added","Pages","Issue","Volume","Notes","Manual Tags","Extra"\n' +
        '"ABCD1234","preprint","2031","Example, Ada; van der Beispiel, Bo","Toy Models, ""dreaming""","","","","http://arxiv.org/abs/3101.00042","We dream.\nA lot.","2031-01-02","2031-02-03 04:05:06","","","","My thought","toys; to read","arXiv:3101.00042 [cs]\nCitation Key: example2031"\n',
    );
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        id: 'arxiv:3101.00042',
        title: 'Toy Models, "dreaming"',
        abstract: 'We dream. A lot.',
        date: '2031-01-02',
        addedAt: '2031-02-03T04:05:06.000Z',
        tags: ['toys', 'to read'],
        note: 'My thought',
        type: 'preprint',
        citationKey: 'example2031',
      },
    ]);
    expect(papers[0]?.authors.map(({ name }) => name)).toEqual([
      'Ada Example',
      'Bo van der Beispiel',
    ]);
  });

  it.each([',', ';', '\t'])('finds the delimiter %j by itself', (delimiter) => {
    const text = [
      ['Title', 'Year', 'DOI'].join(delimiter),
      ['Toys', '2031', '10.1000/toys.1'].join(delimiter),
    ].join('\r\n');
    expect(readPapers(readCsv, `\ufeff${text}\r\n`).papers).toEqual([
      {
        id: 'doi:10.1000/toys.1',
        ids: ['doi:10.1000/toys.1'],
        title: 'Toys',
        authors: [],
        date: '2031',
      },
    ]);
  });

  it('reads the notes that Zotero writes as HTML, and leaves Markdown as it is', () => {
    const noteOf = (note: string) =>
      readPapers(readCsv, `Title,Notes\nT,"${note}"\n`).papers[0]?.note;
    expect(
      noteOf('<p>One &amp; two<br/>three</p>; <p>Four</p>\n<ul><li>a</li><li>b</li></ul>'),
    ).toBe('One & two\nthree\n\nFour\n\n- a\n- b');
    expect(noteOf('a < b and **c** <i>d</i>')).toBe('a < b and **c** <i>d</i>');
  });

  it('reads tables of Scopus, IEEE Xplore and PubMed', () => {
    const scopus = readPapers(
      readCsv,
      'Authors,Title,Year,Source title,DOI\n"Example A., Beispiel B.J.",Toys,2031,Journal of Toys,10.1000/1\n',
    );
    expect(scopus.papers[0]?.authors.map(({ name }) => name)).toEqual([
      'A. Example',
      'B.J. Beispiel',
    ]);
    const ieee = readPapers(
      readCsv,
      '"Document Title",Authors,"Publication Title","Publication Year","PDF Link"\n"Toys","A. Example; B. Beispiel","Toy Conf","2031","https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=10412086"\n',
    );
    expect(ieee.papers[0]).toMatchObject({ venue: 'Toy Conf', id: 'ieee:10412086' });
    const pubmed = readPapers(
      readCsv,
      'PMID,Title,Authors,Citation,"Journal/Book","Publication Year",PMCID,DOI\n26017442,Toys.,"Example A, Beispiel B.",c,J Toys,2031,PMC4368415,10.1000/1\n',
    );
    expect(pubmed.papers[0]?.ids).toEqual(['doi:10.1000/1', 'pmid:26017442', 'pmcid:PMC4368415']);
  });

  it('takes the column "Name" of Notion for the title where addresses stand beside it', () => {
    const { papers } = readPapers(
      readCsv,
      'Name,Tags,URL\nToys,a,https://arxiv.org/abs/3101.00042\n',
    );
    expect(papers).toMatchObject([{ title: 'Toys', id: 'arxiv:3101.00042', tags: ['a'] }]);
  });

  it('reports rows with too many or too few cells, and shifts none', () => {
    const text =
      'title,year,venue\nA,2031,V\nB, with a comma,2031,V\nC\n\n"D\nof two lines",2031,V,,\n';
    const { papers, lines, problems } = readPapers(readCsv, text);
    expect(papers.map(({ title }) => title)).toEqual(['A', 'D of two lines']);
    expect(lines).toEqual([2, 6]);
    expect(problems.map(({ line, isKept }) => [line, isKept])).toEqual([
      [3, false],
      [4, false],
    ]);
  });

  it('loses one row to a quote that nothing closes', () => {
    const { papers, problems } = readPapers(readCsv, 'title,year\nA,2031\n"B,2031\nC,2031\n');
    expect(papers.map(({ title }) => title)).toEqual(['A', 'C']);
    expect(problems).toMatchObject([{ line: 3, isKept: false }]);
  });

  it('takes the guard against formulas off, and only that', () => {
    const { papers } = readPapers(readCsv, "title,note\n'=1+1,'- item\n'quoted',it's\n");
    expect(papers).toMatchObject([
      { title: '=1+1', note: '- item' },
      { title: "'quoted'", note: "it's" },
    ]);
  });

  it('is no table without a title column', () => {
    expect(findCsvShape('name,year\nA,2031')).toBeNull();
    expect(findCsvShape('')).toBeNull();
  });
});
