import type { ExchangePaper } from '../core/exchange';
import { formatNameInverted } from '../core/names';
import type { PaperType } from '../core/paper';
import { toPlainText } from '../core/rich-text';
import { type Citation, toCitations } from './citation';
import type { ExportOptions } from './export-options';

/** RIS has no preprint; reference managers and DataCite write GEN. */
const RECORD_TYPE: Readonly<Record<PaperType, string>> = {
  preprint: 'GEN',
  'journal-article': 'JOUR',
  'conference-paper': 'CONF',
  thesis: 'THES',
  report: 'RPRT',
  book: 'BOOK',
  chapter: 'CHAP',
  webpage: 'ELEC',
};
/** EndNote takes CONF for the whole proceedings. */
const ENDNOTE_RECORD_TYPE = { ...RECORD_TYPE, 'conference-paper': 'CPAPER' };

type RisLine = readonly [tag: string, value: string];

/** RIS: CRLF, one value a line, never wrapped. */
export function toRis(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  return write(papers, options, (citation) => [
    ['TY', RECORD_TYPE[citation.type]],
    ...commonLines(citation, options),
    ['L1', citation.pdfUrl],
    ['ID', citation.key],
  ]);
}

/** As EndNote reads it: the key is its label, and L1, which it takes for a file on disk, is left out. */
export function toEndnoteRis(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): string {
  return write(papers, options, (citation) => [
    ['TY', ENDNOTE_RECORD_TYPE[citation.type]],
    ...commonLines(citation, options),
    ['LB', citation.key],
  ]);
}

function write(
  papers: readonly ExchangePaper[],
  options: ExportOptions,
  toLines: (citation: Citation) => RisLine[],
): string {
  const records = toCitations(papers, options).map((citation) =>
    [...toLines(citation).filter(([, value]) => value !== ''), ['ER', ''] as const]
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join(''),
  );
  return records.join('\r\n') || '\r\n';
}

function commonLines(citation: Citation, options: ExportOptions): RisLine[] {
  const { pages, date, doi, mainId, type } = citation;
  const [firstPage = '', lastPage = ''] =
    pages.split('-').length === 2 ? pages.split('-') : [pages];
  return [
    ...citation.authors.map((author) => ['AU', formatNameInverted(author)] as const),
    ['TI', toPlainText(citation.title)],
    [type === 'book' ? 'T3' : 'T2', citation.venue], // T3 is the series
    ['PY', date.year],
    ['DA', date.year && `${date.year}/${date.month}/${date.day}/`],
    ['VL', citation.volume],
    ['IS', citation.number],
    ['SP', firstPage],
    ['EP', lastPage],
    ['PB', publisherOf(citation)],
    ['DO', doi],
    ['UR', citation.citedUrl],
    ['AN', mainId === doi ? '' : mainId],
    ...readerLines(citation, options),
  ];
}

/** Of a thesis or a report, the institution. */
function publisherOf({ type, publisher, organization, arxivId }: Citation): string {
  if (type === 'thesis' || type === 'report') return organization || publisher;
  return publisher || (type === 'preprint' && arxivId ? 'arXiv' : '');
}

function readerLines(citation: Citation, options: ExportOptions): RisLine[] {
  const { abstracts = true, keywords = true, notes = true } = options;
  return [
    ...(keywords ? citation.keywords.map((word) => ['KW', word] as const) : []),
    ['AB', abstracts ? toPlainText(citation.abstract) : ''],
    ['N1', notes ? citation.note.replace(/\s+/g, ' ') : ''],
  ];
}
