import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import { toAuthors } from './candidate';
import { makeListingAdapter } from './listing-site';
import { readText } from './page-text';
import type { UrlCases } from './site-adapter';

/** ACL Anthology: volumes, events, venues and authors. */
export const aclAnthology = makeListingAdapter({
  id: 'acl-anthology',
  name: 'ACL Anthology',
  matches: ['https://aclanthology.org/*'],
  hosts: /^(?:www\.)?aclanthology\.org$/,
  isList: ({ pathname, searchParams }) =>
    /^\/(?:volumes|events|venues|people|sigs)\/[^/]+/.test(pathname) ||
    (/^\/search\/?$/.test(pathname) && searchParams.has('q')),
  // Front matter, which is no paper, may stand beside the only one. Rows were `p` until 2024.
  row: 'p, .align-items-stretch',
  title: 'strong a[href]',
  rowOf: (row) =>
    row.nextElementSibling?.id.startsWith('abstract-') ? [row, row.nextElementSibling] : [row],
  readMore: (row, doc) => ({
    authors: toAuthors(readAuthors(row)),
    abstract: readAbstract(row, doc),
  }),
});

/**
 * "Ann Doe | Bo Roe" on the line below the title; the buttons before it break their lines as well.
 * On a page of Ann Doe, hers is no link.
 */
function readAuthors(row: Element): string[] {
  let line = '';
  let node = row.querySelector('strong ~ br')?.nextSibling ?? null;
  for (; node && node.nodeName !== 'BR'; node = node.nextSibling) line += node.textContent ?? '';
  return line.split('|').map((name) => cleanLine(name, TEXT_LIMITS.authorName));
}

/** Abstracts are folded away behind the row: `#abstract-2020--acl-main--703`. */
function readAbstract(row: Element, doc: Document): string {
  const button = row.querySelector('a[href^="#abstract-"]');
  const id = button?.getAttribute('href')?.slice(1) ?? '';
  return id === '' ? '' : readText(doc.getElementById(id), TEXT_LIMITS.abstract);
}

export const urlCases: UrlCases = {
  paper: ['https://aclanthology.org/2020.acl-main.703/', 'https://aclanthology.org/N19-1423/'],
  pdf: ['https://aclanthology.org/2020.acl-main.703.pdf'],
  list: [
    'https://aclanthology.org/volumes/2020.acl-main/',
    'https://aclanthology.org/events/acl-2020/',
    'https://aclanthology.org/people/ann-doe/',
  ],
  none: [
    'https://aclanthology.org/',
    'https://aclanthology.org/info/ids/',
    'https://aclanthology.org/2020.acl-main.0/',
  ],
};
