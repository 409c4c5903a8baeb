import { assignCitationKeys } from '../core/citation-key';
import { cleanLine, cleanText } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { formatIdentifier } from '../core/identifiers';
import { isPaperKey } from '../core/identifiers/schemes';
import { type NameParts, nameParts } from '../core/names';
import type { PaperType } from '../core/paper';
import { citationType, isPreprintDoi } from './citation-type';
import type { ExportOptions } from './export-options';
import { findPageUrl, findPdfUrl, paperKeys, webAddresses } from './paper-links';

/**
 * A paper as a reference format sees it: the record with everything worked out that more than one
 * format needs, and every text clean and on one line. '' and [] where nothing is known.
 */
export interface Citation {
  readonly key: string;
  /** As published, where that is known, else as first made public. */
  readonly type: PaperType;
  readonly title: string;
  readonly authors: readonly NameParts[];
  /** There are more authors than those named. */
  readonly isTruncated: boolean;
  readonly date: CitationDate;
  readonly venue: string;
  readonly volume: string;
  readonly number: string;
  /** With a single ASCII hyphen between first and last page. */
  readonly pages: string;
  readonly publisher: string;
  readonly organization: string;
  /** With a version if the options ask for one. */
  readonly arxivId: string;
  readonly arxivCategory: string;
  /** The publisher's, else that of arXiv if the options allow it. */
  readonly doi: string;
  readonly pmid: string;
  readonly pmcid: string;
  /** The first identifier as people write it: `arXiv:3101.00042`, `PMID:26017442`, a DOI. */
  readonly mainId: string;
  readonly url: string;
  /** The same, but '' where it would only say the DOI again. */
  readonly citedUrl: string;
  readonly pdfUrl: string;
  readonly abstract: string;
  /** The user's tags, then the paper's own keywords. */
  readonly keywords: readonly string[];
  /** Markdown of several lines. */
  readonly note: string;
  readonly paper: ExchangePaper;
}

/** Digits, as strings: `2031`, `01`, `05`. */
export interface CitationDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const DOI_ADDRESS = 'https://doi.org/';
/** Says no more than the arXiv id does. */
const IS_ARXIV = /^(?:arxiv(?:\.org)?(?: preprint.*)?|corr)$/i;
/** `cs.LG`, `hep-th`: what may stand in brackets behind an id. */
const CATEGORY = /^[a-z][a-z-]{1,20}(?:\.[A-Za-z-]{2,20})?$/;
const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)/;

/** The papers in their order, each with a citation key that no other has. */
export function toCitations(papers: readonly ExchangePaper[], options: ExportOptions): Citation[] {
  const keys = assignCitationKeys(papers, {
    ...(options.keyTemplate && { template: options.keyTemplate }),
    ...(options.takenKeys && { taken: options.takenKeys }),
  });
  return papers.map((paper, index) => toCitation(paper, keys[index] ?? '', options));
}

function toCitation(paper: ExchangePaper, key: string, options: ExportOptions): Citation {
  const urls = webAddresses(paper.urls ?? []);
  const ids = paperKeys([paper.id ?? '', ...(paper.ids ?? [])], urls);
  const arxiv = idOf(ids, 'arxiv');
  const published = publishedDoi(ids);
  const authors = paper.authors.map(nameParts).map(cleanName).filter(hasName);
  const url = findPageUrl(urls, ids) ?? '';
  const version = options.arxivVersion && paper.version ? `v${paper.version}` : '';
  return {
    key,
    type: citationType(paper, published),
    title: line(paper.title),
    authors,
    isTruncated: authors.length > 0 && (paper.authorCount ?? 0) > paper.authors.length,
    date: toDate(paper.date),
    venue: arxiv && IS_ARXIV.test(line(paper.venue)) ? '' : line(paper.venue),
    volume: line(paper.volume),
    number: line(paper.number),
    pages: line(paper.pages).replace(/\s*[-‐-―−]+\s*/g, '-'),
    publisher: line(paper.publisher),
    organization: line(paper.organization),
    arxivId: arxiv && arxiv + version,
    arxivCategory: arxiv && (paper.categories?.find((name) => CATEGORY.test(name)) ?? ''),
    doi: published || doiOfArxiv(arxiv, options),
    pmid: idOf(ids, 'pmid'),
    pmcid: idOf(ids, 'pmcid'),
    mainId: arxiv
      ? `arXiv:${arxiv}${version}`
      : (ids.filter(isPaperKey).map(formatIdentifier)[0] ?? ''),
    url,
    citedUrl: urls.length === 0 && url.startsWith(DOI_ADDRESS) ? '' : url,
    pdfUrl: findPdfUrl(urls, arxiv) ?? '',
    // The long texts, which many formats leave out, are cleaned when asked for.
    get abstract() {
      return line(paper.abstract);
    },
    get keywords() {
      return lines([...(paper.tags ?? []), ...(paper.keywords ?? [])]);
    },
    get note() {
      return cleanText(paper.note ?? '', Number.POSITIVE_INFINITY);
    },
    paper,
  };
}

/** Clean text on one line, whole: what a file of the user's holds is not cut. */
export function line(text: string | undefined): string {
  return cleanLine(text ?? '', Number.POSITIVE_INFINITY);
}

/** Each once, in order, empty ones left out. */
export function lines(texts: readonly string[] = []): string[] {
  return [...new Set(texts.map(line))].filter(Boolean);
}

/** `2031-01-05`, `2031-01` or `2031`, as precise as known; '' for an unknown year. */
export function isoDate({ year, month, day }: CitationDate): string {
  return [year, month, day].filter(Boolean).join('-');
}

/** The DOI of the journal or proceedings before that of a preprint server. */
function publishedDoi(ids: readonly string[]): string {
  const dois = ids.filter((id) => id.startsWith('doi:')).map((id) => line(id.slice(4)));
  return dois.find((doi) => !isPreprintDoi(doi)) ?? dois[0] ?? '';
}

function doiOfArxiv(arxivId: string, options: ExportOptions): string {
  return arxivId && options.arxivDoi !== false ? `10.48550/arXiv.${arxivId}` : '';
}

function idOf(ids: readonly string[], scheme: string): string {
  return line(ids.find((id) => id.startsWith(`${scheme}:`))?.slice(scheme.length + 1));
}

function toDate(text: string | undefined): CitationDate {
  const [, year = '', month = '', day = ''] = DATE.exec(text ?? '') ?? [];
  return { year, month, day };
}

function cleanName(parts: NameParts): NameParts {
  if ('literal' in parts) return { literal: line(parts.literal) };
  const [given, particle, suffix] = [line(parts.given), line(parts.particle), line(parts.suffix)];
  return {
    family: line(parts.family),
    ...(given && { given }),
    ...(particle && { particle }),
    ...(suffix && { suffix }),
  };
}

function hasName(parts: NameParts): boolean {
  return 'literal' in parts ? parts.literal !== '' : parts.family !== '';
}
