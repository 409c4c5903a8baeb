import { parseIdentifier } from '../core/identifiers';
import { toAuthors } from './candidate';
import { makeListingAdapter } from './listing-site';
import { readText } from './page-text';
import type { UrlCases } from './site-adapter';

/** Formats of one block of text for other programs. */
const PLAIN_TEXT = /^(?:pubmed|pmid)$/;

/** PubMed: search and collections, as summaries or (`format=abstract`) as whole records. */
export const pubmed = makeListingAdapter({
  id: 'pubmed',
  name: 'PubMed',
  matches: ['https://pubmed.ncbi.nlm.nih.gov/*'],
  hosts: /^pubmed\.ncbi\.nlm\.nih\.gov$/,
  isList: ({ pathname, searchParams }) =>
    (pathname === '/' &&
      ['term', 'linkname', 'cmd'].some((name) => searchParams.has(name)) &&
      !PLAIN_TEXT.test(searchParams.get('format') ?? '')) ||
    /^\/(?:collections|clinical|trending)\/?/.test(pathname),
  title: 'a.docsum-title',
  tidyTitle: withoutStop,
  abstract: '.full-view-snippet, .abstract-content',
  readIds: (row) => [
    parseIdentifier(/doi: (10\.\S+)/.exec(citationOf(row))?.[1] ?? '')?.key ?? null,
    parseIdentifier(readText(row.querySelector('.identifier.doi a')))?.key ?? null,
  ],
  readMore: (row) => ({ ...readCitation(citationOf(row)), authors: toAuthors(readAuthors(row)) }),
});

/** A record names each author in a link of their own, a summary all of them in one line. */
function readAuthors(row: Element): string[] {
  const names = [...row.querySelectorAll('.authors-list .full-name')].map((name) => readText(name));
  const line = withoutStop(readText(row.querySelector('.docsum-authors.full-authors')));
  return names.length > 0 ? names : line.split(/\s*,\s*/);
}

/** PubMed ends titles and lists of authors with a full stop. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

function citationOf(row: Element): string {
  return readText(row.querySelector('.full-journal-citation'));
}

/** "Nature. 2015 May 28;521(7553):436-44. doi: 10.1038/nature14539." */
function readCitation(citation: string) {
  const match =
    /^(.+?)\. (\d{4})(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;(\w+)?(?:\(([^)]+)\))?:([\w-]+)/.exec(
      citation,
    );
  const [, venue, date, volume, number, pages] = match ?? [];
  return { venue, date, volume, number, pages };
}

export const urlCases: UrlCases = {
  paper: ['https://pubmed.ncbi.nlm.nih.gov/26017442/'],
  pdf: [],
  list: [
    'https://pubmed.ncbi.nlm.nih.gov/?term=invented&page=2',
    'https://pubmed.ncbi.nlm.nih.gov/?term=invented&format=abstract&size=200',
    'https://pubmed.ncbi.nlm.nih.gov/collections/12345/?sort=pubdate',
    'https://pubmed.ncbi.nlm.nih.gov/?linkname=pubmed_pubmed_citedin&from_uid=26017442',
    'https://pubmed.ncbi.nlm.nih.gov/trending/',
  ],
  none: [
    'https://pubmed.ncbi.nlm.nih.gov/',
    'https://pubmed.ncbi.nlm.nih.gov/advanced/',
    'https://pubmed.ncbi.nlm.nih.gov/?term=invented&format=pmid',
  ],
};
