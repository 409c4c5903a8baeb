import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { formatNameInverted, nameParts, parseName, toAuthor } from '../../../lib/core/names';
import type { Author } from '../../../lib/core/paper';
import { toPlainText } from '../../../lib/core/rich-text';
import { type ExportFormatId, exportPapers } from '../../../lib/export';
import { importText } from '../../../lib/import';
import { toExchangePaper } from '../../../lib/import/paper-draft';
import { hostilePaper } from '../../support/exchange-papers';

/** Hostile papers as they stand in a library: cleaned at the door. */
const storedPaper: fc.Arbitrary<ExchangePaper> = hostilePaper
  .map((paper) => {
    const { ids = [], id, ...draft } = paper;
    const date = /^\d{4}/.test(paper.date ?? '') ? paper.date : undefined;
    const tags = withoutSemicolons(paper.tags);
    const keywords = withoutSemicolons(paper.keywords);
    return toExchangePaper({ ...draft, tags, keywords, date, idTexts: [id, ...ids] });
  })
  .filter((paper) => paper !== null)
  .filter((paper) => paper.title !== '')
  .map((paper) => ({ ...paper, authors: paper.authors.map(withoutHalfNames) }));

/** A family name alone, or a given name alone, reads as the literal that it is. */
function withoutHalfNames(author: Author): Author {
  return author.given && author.family ? author : toAuthor({ literal: author.name });
}

/** BibTeX lists keywords with commas, and other programs' lists with semicolons are read as well. */
function withoutSemicolons(words: readonly string[] = []): string[] {
  return words.map((word) => word.replaceAll(';', ''));
}

const WITH_ALL = { abstracts: true, keywords: true, notes: true } as const;

async function roundTrip(
  papers: readonly ExchangePaper[],
  format: ExportFormatId,
): Promise<readonly ExchangePaper[]> {
  const { records, problems } = await importText(exportPapers(papers, format, WITH_ALL));
  expect(problems).toEqual([]);
  return records.map(({ paper }) => paper);
}

function words({ tags = [], keywords = [] }: ExchangePaper): string[] {
  return [...new Set([...tags, ...keywords])];
}

function authorsOf({ authors, authorCount = 0 }: ExchangePaper): unknown {
  return {
    names: authors.map(nameParts),
    hasMore: authors.length > 0 && authorCount > authors.length,
  };
}

function arxivOf({ ids = [] }: ExchangePaper): string | undefined {
  return ids.find((id) => id.startsWith('arxiv:'));
}

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();

/** What README says that each format carries; `plain` where a format has no markup. */
const CARRIED: Partial<Record<ExportFormatId, (paper: ExchangePaper) => unknown>> = {
  bibtex: (paper: ExchangePaper) => ({
    title: paper.title,
    authors: authorsOf(paper),
    abstract: paper.abstract,
    date: paper.date?.slice(0, 7),
    words: words(paper),
    note: oneLine(paper.note),
    arxiv: arxivOf(paper),
  }),
  biblatex: (paper: ExchangePaper) => ({
    title: paper.title,
    authors: authorsOf(paper),
    abstract: paper.abstract,
    date: paper.date,
    words: words(paper),
    note: oneLine(paper.note),
    arxiv: arxivOf(paper),
  }),
  ris: (paper: ExchangePaper) => ({
    title: oneLine(toPlainText(paper.title)),
    abstract: oneLine(toPlainText(paper.abstract ?? '')),
    date: paper.date,
    words: words(paper),
    note: oneLine(paper.note),
    arxiv: arxivOf(paper),
  }),
  'csl-json': (paper: ExchangePaper) => ({
    title: paper.title,
    // a lower-case word before a family name becomes its particle
    authors: paper.authors.map(nameParts).map(formatNameInverted),
    abstract: paper.abstract,
    date: paper.date,
    note: paper.note,
    arxiv: arxivOf(paper),
  }),
  csv: (paper: ExchangePaper) => ({
    title: paper.title,
    abstract: paper.abstract,
    date: paper.date,
    status: paper.status,
    note: paper.note,
    arxiv: arxivOf(paper),
  }),
  json: (paper: ExchangePaper) => paper,
};

describe('R-24: what is exported and imported again', () => {
  it.each(Object.entries(CARRIED))('is the same through %s', async (format, carried) => {
    await fc.assert(
      fc.asyncProperty(fc.array(storedPaper, { minLength: 1, maxLength: 4 }), async (papers) => {
        const again = await roundTrip(papers, format as ExportFormatId);
        expect(again.map(carried)).toEqual(papers.map(carried));
      }),
      { numRuns: 150 },
    );
  });
});

const PUBLISHED: ExchangePaper = {
  id: 'arxiv:3101.00042',
  ids: ['arxiv:3101.00042', 'doi:10.1000/toys.1'],
  title: 'A Toy of $x^2$',
  authors: ['Ada Example', 'Bo van der Beispiel'].map(parseName),
  abstract: 'We dream.',
  date: '2031-01',
  venue: 'Journal of Toys',
  volume: '12',
  number: '3',
  pages: '10-20',
  publisher: 'Pasture Press',
  urls: ['https://ex.org/toys'],
  tags: ['toys', 'to read'],
  note: 'My thought',
  citationKey: 'example2031',
};

describe('a published paper', () => {
  const formats = ['bibtex', 'biblatex', 'ris', 'endnote-ris', 'csl-json', 'json'] as const;
  const types = ['journal-article', 'conference-paper', 'chapter'] as const;
  it.each(formats.flatMap((format) => types.map((type) => [format, type] as const)))(
    'comes back whole through %s as %s',
    async (format, type) => {
      const [again] = await roundTrip([{ ...PUBLISHED, type }], format);
      // RIS has an address of the PDF besides.
      expect({ ...again, urls: again?.urls?.slice(0, 1) }).toMatchObject({ ...PUBLISHED, type });
    },
  );

  it('comes back through CSV with all that its columns hold', async () => {
    const authors = ['Barnes and Noble, Inc.'].map(parseName);
    const own = {
      authors,
      tags: ['sheep, and goats'],
      status: 'reading',
      starred: true,
      lists: ['L'],
      addedAt: '2031-01-05T10:20:30.000Z',
    } as const;
    const [again] = await roundTrip([{ ...PUBLISHED, ...own }], 'csv');
    const { volume: _v, number: _n, pages: _p, publisher: _q, urls: _u, ...carried } = PUBLISHED;
    expect(again).toMatchObject({ ...carried, ...own });
  });
});
