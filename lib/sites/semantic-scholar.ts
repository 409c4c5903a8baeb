import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** Semantic Scholar: search, authors, topics and one's own library. */
export const semanticScholar = makeListingAdapter({
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  matches: ['https://www.semanticscholar.org/*'],
  hosts: /^(?:www\.)?semanticscholar\.org$/,
  isList: ({ pathname }) =>
    /^\/(?:search|author\/.+|topic\/.+|me\/.+|venue.*|shared\/library\/.+)$/.test(pathname),
  linksCopies: true,
  authors: '[data-test-id="author-list"] a, .cl-paper-authors a',
  abstract: '[data-test-id="text-truncator-text"], .cl-paper-abstract',
  date: '[data-test-id="paper-year"], .cl-paper-pubdates',
  venue: '[data-test-id="normalized-venue-link"], .cl-paper-venue',
});

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
