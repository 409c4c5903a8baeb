import { describe, expect, it } from 'vitest';
import { readRis } from '../../../lib/import/ris';
import { readPapers } from '../../support/read-papers';

describe('RIS', () => {
  it('reads the record of a journal article', () => {
    const { papers, lines, problems } = readPapers(
      readRis,
      `Provider: Some Database
Content: text/plain; charset="utf-8"

TY  - JOUR
AU  - van der Beispiel, Bo
AU  - de la Cruz, Juan, Jr.
AU  - The Sheep Collaboration
TI  - Toy Models of $x^2$
T2  - Journal of Toys
JA  - J. Toys
PY  - 2031
DA  - 2031/01/05/
VL  - 12
IS  - 3
SP  - 10
EP  - 20
DO  - https://doi.org/10.1000/TOYS.1
UR  - https://ex.org/toys
L1  - https://ex.org/toys.pdf
KW  - toys; sheep
KW  - models
AB  - We dream.
N1  - My own thought.
ID  - beispiel2031toy
ER  - 
`,
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual([4]);
    expect(papers).toEqual([
      {
        id: 'doi:10.1000/toys.1',
        ids: ['doi:10.1000/toys.1'],
        title: 'Toy Models of $x^2$',
        authors: [
          { name: 'Bo van der Beispiel', family: 'Beispiel', given: 'Bo', particle: 'van der' },
          {
            name: 'Juan de la Cruz Jr.',
            family: 'Cruz',
            given: 'Juan',
            particle: 'de la',
            suffix: 'Jr.',
          },
          { name: 'The Sheep Collaboration', literal: 'The Sheep Collaboration' },
        ],
        abstract: 'We dream.',
        date: '2031-01-05',
        venue: 'Journal of Toys',
        volume: '12',
        number: '3',
        pages: '10-20',
        type: 'journal-article',
        urls: ['https://ex.org/toys', 'https://ex.org/toys.pdf'],
        tags: ['toys; sheep', 'models'],
        note: 'My own thought.',
        citationKey: 'beispiel2031toy',
      },
    ]);
  });

  it.each([
    ['one space', 'TY - JOUR\nTI - T\nPY - 2031\nER -'],
    ['no space behind the hyphen', 'TY  -JOUR\nTI  -T\nPY  -2031\nER  -'],
    ['older tags', 'TY  - JOUR\nT1  - T\nY1  - 2031///\nER  - '],
    ['carriage returns alone', 'TY  - JOUR\rTI  - T\rPY  - 2031\rER  - '],
    ['a byte order mark', '\ufeffTY  - JOUR\nTI  - T\nPY  - 2031\nER  - '],
    ['indented lines', '  TY  - JOUR\n  TI  - T\n  PY  - 2031\n  ER  - '],
    ['no end at all', 'TY  - JOUR\nTI  - T\nPY  - 2031'],
  ])('reads what programs make of the rule: %s', (_, text) => {
    expect(readPapers(readRis, text).papers).toMatchObject([{ title: 'T', date: '2031' }]);
  });

  it('starts a new record at each TY, and skips what stands between two', () => {
    const text =
      'TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n\n1.\nTI  - no record\n\nTY  - GEN\nTI  - C\nER  - ';
    const { papers } = readPapers(readRis, text);
    expect(papers.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  });

  it('joins wrapped lines, and takes EndNote’s list of keywords apart', () => {
    const text =
      'TY  - JOUR\nTI  - A long\n  title\nAB  - One\nand two.\nKW  - toys\nsheep\nER  - ';
    expect(readPapers(readRis, text).papers).toMatchObject([
      { title: 'A long title', abstract: 'One and two.', tags: ['toys', 'sheep'] },
    ]);
  });

  it('finds the identifier wherever it stands', () => {
    const idsOf = (line: string): unknown =>
      readPapers(readRis, `TY  - JOUR\nTI  - T\n${line}\nER  - `).papers[0]?.ids;
    expect(idsOf('AN  - arXiv:3101.00042')).toEqual(['arxiv:3101.00042']);
    expect(idsOf('M3  - doi: 10.1000/toys.1')).toEqual(['doi:10.1000/toys.1']);
    expect(idsOf('UR  - http://arxiv.org/abs/3101.00042v2')).toEqual(['arxiv:3101.00042']);
    expect(idsOf('C2  - PMC4368415')).toEqual(['pmcid:PMC4368415']);
    expect(idsOf('AN  - 26017442\nDB  - PubMed')).toEqual(['pmid:26017442']);
    expect(idsOf('AN  - 26017442')).toBeUndefined();
  });

  it('keeps the notes of people, not what publishers and databases write there', () => {
    const noteOf = (lines: string) =>
      readPapers(readRis, `TY  - JOUR\nTI  - T\n${lines}\nER  - `).papers[0]?.note;
    expect(noteOf('DO  - 10.1000/a\nN1  - doi: 10.1000/a')).toBeUndefined();
    expect(noteOf('DB  - Scopus\nN1  - Cited By :44\nN1  - Export Date: 1 April 2031')).toBe(
      undefined,
    );
    expect(noteOf('DO  - 10.1000/a\nN1  - doi: 10.1000/b\nN1  - Cited By :44')).toBe(
      'doi: 10.1000/b\n\nCited By :44',
    );
  });

  it('takes a preprint for one, without the publisher that exporters add', () => {
    const text = 'TY  - GEN\nTI  - T\nPB  - arXiv\nAN  - arXiv:3101.00042\nER  - ';
    const [paper] = readPapers(readRis, text).papers;
    expect([paper?.type, paper?.publisher]).toEqual(['preprint', undefined]);
  });

  it('reports a record that names nothing', () => {
    const { papers, problems } = readPapers(readRis, 'TY  - JOUR\nPY  - 2031\nER  - \n');
    expect(papers).toEqual([]);
    expect(problems).toMatchObject([{ line: 1, code: 'nothing-found', isKept: false }]);
  });
});
