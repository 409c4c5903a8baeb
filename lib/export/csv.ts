import type { ExchangePaper } from '../core/exchange';
import { guardFormula } from '../core/formula-guard';
import { formatNameInverted } from '../core/names';
import { type Citation, lines, toCitations } from './citation';
import type { ExportOptions } from './export-options';

/** The columns in order; the importer knows them by these names. */
const COLUMNS: Readonly<Record<string, (citation: Citation) => string>> = {
  title: ({ title }) => title,
  authors: ({ authors }) => authors.map(formatNameInverted).join('; '),
  year: ({ date }) => date.year,
  date: ({ paper }) => paper.date ?? '',
  arxiv: ({ arxivId }) => arxivId && `arXiv:${arxivId}`,
  doi: ({ doi }) => doi,
  venue: ({ venue }) => venue,
  url: ({ url }) => url,
  pdf: ({ pdfUrl }) => pdfUrl,
  tags: ({ paper }) => lines(paper.tags).join('; '),
  lists: ({ paper }) => lines(paper.lists).join('; '),
  status: ({ paper }) => paper.status ?? '',
  rating: ({ paper }) => (paper.starred ? '★' : ''),
  added: ({ paper }) => paper.addedAt ?? '',
  note: ({ note }) => note,
  abstract: ({ abstract }) => abstract,
  citationKey: ({ key }) => key,
};

/** RFC 4180 with a header row, every cell quoted, none that a spreadsheet would run. */
export function toCsv(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  const rows = toCitations(papers, options).map((citation) =>
    Object.values(COLUMNS).map((cellOf) => quoted(guardFormula(cellOf(citation)))),
  );
  const table = [Object.keys(COLUMNS), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
  return options.byteOrderMark === false ? table : `\ufeff${table}`;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
