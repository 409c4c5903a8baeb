import type { ExchangePaper } from '../core/exchange';
import type { NameParts } from '../core/names';
import type { PaperType } from '../core/paper';
import { type Citation, type CitationDate, toCitations } from './citation';
import type { ExportOptions } from './export-options';

const ITEM_TYPE: Readonly<Record<PaperType, string>> = {
  preprint: 'article', // which Zotero shows as a preprint
  'journal-article': 'article-journal',
  'conference-paper': 'paper-conference',
  thesis: 'thesis',
  report: 'report',
  book: 'book',
  chapter: 'chapter',
  webpage: 'webpage',
};

/** CSL-JSON 1.0.2; titles keep the tags that CSL knows. */
export function toCslJson(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  const items = toCitations(papers, options).map((citation) => cslItem(citation, options));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function cslItem(citation: Citation, options: ExportOptions): Record<string, unknown> {
  const { abstracts = true, keywords = true, notes = true } = options;
  const isPreprint = citation.type === 'preprint';
  const arxiv = citation.arxivId && `arXiv:${citation.arxivId}`;
  // Zotero's "Extra" names the paper on arXiv and its category like this: arXiv:3101.00042 [cs.LG]
  const category = citation.arxivCategory && ` [${citation.arxivCategory}]`;
  return withoutEmpty({
    id: citation.key,
    type: ITEM_TYPE[citation.type],
    title: citation.title,
    author: citation.authors.map(cslName),
    issued: cslDate(citation.date),
    ...publication(citation),
    publisher: publisherOf(citation),
    number: isPreprint ? arxiv || citation.number : numberOf(citation),
    DOI: citation.doi,
    PMID: citation.pmid,
    PMCID: citation.pmcid,
    URL: citation.citedUrl,
    abstract: abstracts ? citation.abstract : '',
    keyword: keywords ? citation.keywords.join(', ') : '',
    note: isPreprint && !category ? '' : arxiv + category,
    annote: notes ? citation.note : '',
  });
}

function publication(citation: Citation): Record<string, string> {
  const { type, venue, volume, number, pages } = citation;
  const isInContainer = type !== 'thesis' && type !== 'report' && type !== 'book';
  return {
    'container-title': isInContainer ? venue : '',
    'collection-title': type === 'book' ? venue : '',
    genre: type === 'thesis' ? 'PhD thesis' : '',
    volume,
    issue: numberOf(citation) || type === 'preprint' ? '' : number,
    page: pages,
  };
}

function publisherOf({ type, publisher, organization, venue, arxivId }: Citation): string {
  if (type === 'thesis' || type === 'report') return organization || publisher || venue;
  return publisher || (type === 'preprint' && arxivId ? 'arXiv' : '');
}

/** The number of a thing, rather than that of a journal's issue. */
function numberOf({ type, number }: Citation): string {
  return type === 'report' || type === 'thesis' || type === 'book' ? number : '';
}

function cslName(name: NameParts): Record<string, unknown> {
  if ('literal' in name) return name;
  const { family, given = '', particle = '', suffix = '' } = name;
  return withoutEmpty({ family, given, 'non-dropping-particle': particle, suffix });
}

function cslDate({ year, month, day }: CitationDate): unknown {
  const parts = [year, month, day].filter(Boolean).map(Number);
  return parts.length > 0 ? { 'date-parts': [parts] } : '';
}

function withoutEmpty(members: Record<string, unknown>): Record<string, unknown> {
  const isKnown = (value: unknown): boolean =>
    value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => isKnown(value)));
}
