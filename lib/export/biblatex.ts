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
import { type Citation, isoDate, toCitations } from './citation';
import type { ExportOptions } from './export-options';

const ENTRY_TYPE: Readonly<Record<PaperType, string>> = {
  preprint: 'online',
  'journal-article': 'article',
  'conference-paper': 'inproceedings',
  thesis: 'phdthesis',
  report: 'techreport',
  book: 'book',
  chapter: 'incollection',
  webpage: 'online',
};
/** Names of biblatex 2.2; the entry type gives the kind of a thesis or report. */
const FIELD_NAMES: BibFieldNames = {
  journal: 'journaltitle',
  thesisPlace: 'institution',
  preprintPlace: 'organization',
  note: 'annotation',
};

/** BibLaTeX: the flavour that Zotero reads best, since its BibTeX reader knows no archivePrefix. */
export function toBiblatex(papers: readonly ExchangePaper[], options: ExportOptions = {}): string {
  return joinEntries(toCitations(papers, options).map((citation) => entry(citation, options)));
}

function entry(citation: Citation, options: ExportOptions): string {
  const { text, title, verbatim, names } = bibValues(options);
  return formatBibEntry(ENTRY_TYPE[citation.type], citation.key, [
    ['title', title(citation.title)],
    ['author', names(citation)],
    ...publicationFields(citation, FIELD_NAMES, options),
    ['date', text(isoDate(citation.date))],
    ['doi', verbatim(citation.doi)],
    ...eprint(citation, options),
    ['pmid', citation.arxivId && text(citation.pmid)],
    ['pmcid', text(citation.pmcid)],
    ['url', verbatim(citation.citedUrl)],
    ...readerFields(citation, FIELD_NAMES, options),
  ]);
}

/** One archive for each entry: arXiv before PubMed. */
function eprint(citation: Citation, options: ExportOptions): BibField[] {
  const { text, verbatim } = bibValues(options);
  if (!citation.arxivId && !citation.pmid) return [];
  if (!citation.arxivId)
    return [
      ['eprint', verbatim(citation.pmid)],
      ['eprinttype', '{pubmed}'],
    ];
  return [
    ['eprint', verbatim(citation.arxivId)],
    ['eprinttype', '{arxiv}'],
    ['eprintclass', text(citation.arxivCategory)],
  ];
}
