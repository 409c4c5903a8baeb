import type { ExchangePaper } from '../core/exchange';
import type { PaperType } from '../core/paper';
import {
  type BibField,
  type BibFieldNames,
  bibValues,
  formatBibEntry,
  joinEntries,
  publicationFields,
  readerFields,
} from './bib-entry';
import { type Citation, toCitations } from './citation';
import type { ExportOptions } from './export-options';

const ENTRY_TYPE: Readonly<Record<PaperType, string>> = {
  preprint: 'misc',
  'journal-article': 'article',
  'conference-paper': 'inproceedings',
  thesis: 'phdthesis',
  report: 'techreport',
  book: 'book',
  chapter: 'incollection',
  webpage: 'misc',
};
const FIELD_NAMES: BibFieldNames = {
  journal: 'journal',
  thesisPlace: 'school',
  preprintPlace: 'howpublished',
  note: 'annote',
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** BibTeX as LaTeX users keep it, in UTF-8 unless `options.ascii`. */
export function toBibtex(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  return joinEntries(toCitations(papers, options).map((citation) => entry(citation, options)));
}

function entry(citation: Citation, options: ExportOptions): string {
  const { text, title, verbatim, names } = bibValues(options);
  const eprint: BibField[] = citation.arxivId
    ? [
        ['eprint', verbatim(citation.arxivId)],
        ['archivePrefix', '{arXiv}'],
        ['primaryClass', text(citation.arxivCategory)],
      ]
    : [];
  const doi: BibField = ['doi', verbatim(citation.doi)];
  return formatBibEntry(ENTRY_TYPE[citation.type], citation.key, [
    ['title', title(citation.title)],
    ['author', names(citation)],
    ...publicationFields(citation, FIELD_NAMES, options),
    ['year', text(citation.date.year)],
    ['month', MONTHS[Number(citation.date.month) - 1] ?? ''],
    ...(citation.type === 'preprint' ? [...eprint, doi] : [doi, ...eprint]),
    ['pmid', text(citation.pmid)],
    ['pmcid', text(citation.pmcid)],
    ['url', verbatim(citation.citedUrl)],
    ...readerFields(citation, FIELD_NAMES, options),
  ]);
}
