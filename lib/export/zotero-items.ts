import type { ExchangePaper } from '../core/exchange';
import type { NameParts } from '../core/names';
import type { PaperType } from '../core/paper';
import { toPlainText } from '../core/rich-text';
import { type Citation, isoDate, toCitations } from './citation';
import type { ExportOptions } from './export-options';
import { escapeHtml } from './html';

/** The papers as Zotero's connector takes them: https://github.com/zotero/zotero-schema */

export interface ZoteroItem {
  readonly itemType: string;
  readonly creators: readonly ZoteroCreator[];
  readonly tags: readonly { readonly tag: string; readonly type?: 1 }[];
  readonly notes: readonly { readonly note: string }[];
  readonly attachments: readonly never[];
  /** Fields of the type; a field that is not known is left out. */
  readonly [field: string]: unknown;
}

type ZoteroCreator = { readonly creatorType: 'author'; readonly lastName: string } & (
  | { readonly firstName: string }
  | { readonly fieldMode: 1 }
);

const ITEM_TYPE: Readonly<Record<PaperType, string>> = {
  preprint: 'preprint',
  'journal-article': 'journalArticle',
  'conference-paper': 'conferencePaper',
  thesis: 'thesis',
  report: 'report',
  book: 'book',
  chapter: 'bookSection',
  webpage: 'webpage',
};
const HAS_DOI: ReadonlySet<PaperType> = new Set([
  'preprint',
  'journal-article',
  'conference-paper',
]);

export function toZoteroItems(
  papers: readonly ExchangePaper[],
  options: ExportOptions = {},
): ZoteroItem[] {
  return toCitations(papers, options).map(zoteroItem);
}

function zoteroItem(citation: Citation): ZoteroItem {
  const { type, paper, note, doi } = citation;
  const fields = {
    title: citation.title,
    date: isoDate(citation.date),
    url: citation.citedUrl,
    abstractNote: toPlainText(citation.abstract),
    DOI: HAS_DOI.has(type) ? doi : '',
    extra: extraLines(citation).join('\n'),
    ...publication(citation),
  };
  return {
    itemType: ITEM_TYPE[type],
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    creators: citation.authors.map(zoteroCreator),
    tags: zoteroTags(citation, paper),
    notes: note === '' ? [] : [{ note: noteHtml(note) }],
    attachments: [],
  };
}

/** Where it came out, under the names that its type has for that. */
function publication(citation: Citation): Record<string, string> {
  const { type, venue, volume, number, pages, publisher, organization, arxivId } = citation;
  switch (type) {
    case 'preprint':
      return {
        repository: arxivId ? 'arXiv' : venue || publisher,
        archiveID: arxivId && `arXiv:${arxivId}`,
      };
    case 'journal-article':
      return { publicationTitle: venue, volume, issue: number, pages };
    case 'conference-paper':
      return { proceedingsTitle: venue, volume, pages, publisher };
    case 'thesis':
      return { university: organization || publisher || venue };
    case 'report':
      return { institution: organization || publisher || venue, reportNumber: number, pages };
    case 'book':
      return { series: venue, seriesNumber: number, volume, publisher };
    case 'chapter':
      return { bookTitle: venue, volume, pages, publisher };
    case 'webpage':
      return { websiteTitle: venue };
  }
}

/** What Zotero has no field for; it reads these lines again when it cites. */
function extraLines({ type, key, doi, arxivId, arxivCategory, pmid, pmcid }: Citation): string[] {
  return [
    arxivId && `arXiv:${arxivId}${arxivCategory && ` [${arxivCategory}]`}`,
    doi && !HAS_DOI.has(type) && `DOI: ${doi}`,
    pmid && `PMID: ${pmid}`,
    pmcid && `PMCID: ${pmcid}`,
    `Citation Key: ${key}`,
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}

function zoteroCreator(name: NameParts): ZoteroCreator {
  const creatorType = 'author';
  if ('literal' in name) return { creatorType, lastName: name.literal, fieldMode: 1 };
  const { family, given = '', particle, suffix } = name;
  const lastName = particle ? `${particle} ${family}` : family;
  // A suffix stands behind the given name: citeproc's rule, which Zotero follows.
  return { creatorType, lastName, firstName: suffix ? `${given}, ${suffix}` : given };
}

/** The user's tags, then the paper's own keywords, which Zotero calls automatic. */
function zoteroTags({ keywords }: Citation, { tags = [] }: ExchangePaper): ZoteroItem['tags'] {
  const own = new Set(tags.map((tag) => tag.trim()));
  return keywords.map((tag) => (own.has(tag) ? { tag } : { tag, type: 1 }));
}

/** Markdown as its writer typed it; Zotero's notes are HTML. */
function noteHtml(note: string): string {
  return note
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
