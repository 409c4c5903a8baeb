import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

const AUTHORS = '[data-test-id="author-list"], .cl-paper-authors';

/** Semantic Scholar: search, authors, topics and one's own library. */
export const semanticScholar = makeListingAdapter({
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  matches: ['https://www.semanticscholar.org/*'],
  hosts: /^(?:www\.)?semanticscholar\.org$/,
  isList: ({ pathname }) =>
    /^\/(?:search|author\/.+|topic\/.+|me\/.+|venue.*|shared\/library\/.+)$/.test(pathname),
  linksCopies: true,
  authors: `:is(${AUTHORS}) a`,
  // A summary that a machine made may stand in its place.
  abstract:
    '[data-test-id="text-truncator-text"]:not(.tldr-abstract-replacement *), .cl-paper-abstract',
  date: '[data-test-id="paper-year"], .cl-paper-pubdates',
  venue: '[data-test-id="normalized-venue-link"], .cl-paper-venue',
  readMore: (row) => ({ authorCount: countAuthors(row.querySelector(AUTHORS)) }),
});

/** "A. Doe, B. Roe, +5 authors, C. Poe" names three of eight; undefined where all are named. */
function countAuthors(list: Element | null): number | undefined {
  const hidden = /\+\s*(\d{1,4}) authors?/.exec(list?.textContent ?? '')?.[1];
  return hidden ? Number(hidden) + (list?.querySelectorAll('a').length ?? 0) : undefined;
}

export const urlCases: UrlCases = {
  paper: [
    'https://www.semanticscholar.org/paper/A-slug-Doe/0123456789abcdef0123456789abcdef01234567',
    'https://www.semanticscholar.org/reader/0123456789abcdef0123456789abcdef01234567',
  ],
  pdf: [],
  list: [
    'https://www.semanticscholar.org/search?q=invented&sort=relevance',
    'https://www.semanticscholar.org/author/Ann-Doe/1234567',
    'https://www.semanticscholar.org/me/library',
  ],
  none: ['https://www.semanticscholar.org/', 'https://www.semanticscholar.org/product/api'],
};
