import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracesBalance } from '../../../lib/core/rich-text';
import { toBiblatex } from '../../../lib/export/biblatex';
import { toBibtex } from '../../../lib/export/bibtex';
import { line } from '../../../lib/export/citation';
import { exchangePaper, hostilePaper, hostileText } from '../../support/exchange-papers';

/** Other people's parsers read our BibTeX, whatever the papers hold. */

const everything = { abstracts: true, keywords: true, notes: true };
const severalPapers = fc.array(hostilePaper, { minLength: 1, maxLength: 3 });

// their parsers are slow, and the machine may be busy
describe('BibTeX of hostile papers', { timeout: 60_000 }, () => {
  it('has one balanced entry for each, on lines that nothing can break', () => {
    fc.assert(
      fc.property(severalPapers, fc.boolean(), (papers, ascii) => {
        for (const write of [toBibtex, toBiblatex]) {
          const text = write(papers, { ...everything, ascii });
          const entries = text.trimEnd().split('\n\n');
          expect(entries).toHaveLength(papers.length);
          for (const entry of entries) expectEntry(entry);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is read as the same entries by @retorquere/bibtex-parser', () => {
    fc.assert(
      fc.property(severalPapers, (papers) => {
        const text = toBibtex(papers, everything);
        const { entries, errors } = parse(text);
        // this parser knows few of the commands that stand in formulas
        const faults = errors.filter(({ error }) => !error.startsWith('unhandled macro'));
        expect(faults).toEqual([]);
        expect(entries.map(({ key }) => key)).toEqual(keysIn(text));
      }),
      { numRuns: 50 },
    );
  });

  it('is read as the same entries by citation-js', () => {
    fc.assert(
      fc.property(severalPapers, (papers) => {
        const text = toBibtex(papers, everything);
        const { data } = new Cite(text);
        expect(data.map(({ id }) => id)).toEqual(keysIn(text));
      }),
      { numRuns: 50 },
    );
  });

  it('gives citation-js the title back, character by character', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const title = line(`x${hostile.replace(/[<>$]/g, '')}x`);
        const { data } = new Cite(toBibtex([exchangePaper({ title })]));
        expect(data[0]?.title).toBe(title);
      }),
      { numRuns: 150 },
    );
  });
});

function keysIn(text: string): string[] {
  return [...text.matchAll(/^@[a-z]+\{(.*),$/gm)].map(([, key]) => key ?? '');
}

function expectEntry(entry: string): void {
  const [head = '', ...lines] = entry.split('\n');
  expect(head).toMatch(/^@[a-z]+\{[^\s,{}"#%'()=~\\]+,$/);
  expect(lines.pop()).toBe('}');
  expect(bracesBalance(entry)).toBe(true);
  for (const field of lines) {
    const value = /^ {2}[A-Za-z]+ += (.*?),?$/.exec(field)?.[1] ?? '';
    expect(value).toMatch(/^(?:\{.*\}|[a-z]{3})$/);
    expect(bracesBalance(value)).toBe(true);
  }
}
