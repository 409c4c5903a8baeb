import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEndnoteRis, toRis } from '../../../lib/export/ris';
import { authorsOf, exchangePaper, hostilePaper } from '../../support/exchange-papers';

const preprint = exchangePaper({
  id: 'arxiv:3101.00042',
  title: 'Toy <i>Models</i> with 10<sup>5</sup> sheep in $O(n)$',
  authors: authorsOf('Bo van der Beispiel; de la Cruz, Jr., Juan; The Sheep Collaboration'),
  date: '2031-01-02',
  abstract: 'We study\nsheep.',
  tags: ['to read; soon', 'sheep'],
  note: 'Line 1\nLine 2',
});

const article = exchangePaper({
  ids: ['doi:10.1000/a_b'],
  type: 'conference-paper',
  venue: 'Sheep 2031',
  volume: '3',
  number: '2',
  pages: '5998–6008',
  publisher: 'Wood Press',
  date: '2031',
});

describe('RIS', () => {
  it('has one value a line, CRLF, and the particle with the family name', () => {
    expect(toRis([preprint, article]).split('\r\n')).toEqual([
      'TY  - GEN',
      'AU  - van der Beispiel, Bo',
      'AU  - de la Cruz, Juan, Jr.',
      'AU  - The Sheep Collaboration',
      'TI  - Toy Models with 10⁵ sheep in $O(n)$',
      'PY  - 2031',
      'DA  - 2031/01/02/',
      'PB  - arXiv',
      'DO  - 10.48550/arXiv.3101.00042',
      'UR  - https://arxiv.org/abs/3101.00042',
      'AN  - arXiv:3101.00042',
      'KW  - to read; soon',
      'KW  - sheep',
      'AB  - We study sheep.',
      'N1  - Line 1 Line 2',
      'L1  - https://arxiv.org/pdf/3101.00042',
      'ID  - vanderbeispiel2031toy',
      'ER  - ',
      '',
      'TY  - CONF',
      'AU  - Example, Ada',
      'TI  - A Toy',
      'T2  - Sheep 2031',
      'PY  - 2031',
      'DA  - 2031///',
      'VL  - 3',
      'IS  - 2',
      'SP  - 5998',
      'EP  - 6008',
      'PB  - Wood Press',
      'DO  - 10.1000/a_b',
      'ID  - example2031toy',
      'ER  - ',
      '',
    ]);
  });

  it('leaves abstract, keywords and note out where told to', () => {
    const text = toRis([preprint], { abstracts: false, keywords: false, notes: false });
    expect(text).not.toMatch(/^(?:AB|KW|N1) /m);
  });

  it('keeps pages that are no range in one piece', () => {
    expect(toRis([exchangePaper({ pages: 'e1003604' })])).toContain('SP  - e1003604\r\n');
    expect(toRis([exchangePaper({ pages: '1-3, 7-9' })])).toContain('SP  - 1-3, 7-9\r\n');
  });

  it('names a paper without DOI or arXiv id by the identifier that it has', () => {
    expect(toRis([exchangePaper({ ids: ['pmid:26017442'] })])).toContain('AN  - PMID:26017442\r\n');
  });

  it('gives the series of a book as one', () => {
    expect(toRis([exchangePaper({ type: 'book', venue: 'Wool' })])).toContain('T3  - Wool\r\n');
  });

  it('for EndNote names conference papers and labels as EndNote does, and links no file', () => {
    const text = toEndnoteRis([preprint, article]);
    expect(text).toContain('TY  - CPAPER\r\n');
    expect(text).toContain('LB  - example2031toy\r\n');
    expect(text).not.toMatch(/^(?:L1|ID) /m);
  });

  it('stays as many records as there are papers, one value a line, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { minLength: 1, maxLength: 3 }), (papers) => {
        const lines = toRis(papers).split('\r\n');
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(papers.length);
        expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(papers.length);
        for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*)?$/);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back as many records with another reader', () => {
    fc.assert(
      fc.property(fc.array(hostilePaper, { minLength: 1, maxLength: 3 }), (papers) => {
        expect(new Cite(toRis(papers)).data).toHaveLength(papers.length);
      }),
    );
  });
});
