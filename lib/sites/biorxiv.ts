import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** bioRxiv and medRxiv: collections, search and what is new. */
export const biorxiv = makeListingAdapter({
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  matches: ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*'],
  hosts: /^(?:www\.|connect\.)?(?:bio|med)rxiv\.org$/,
  isList: ({ pathname }) =>
    /^\/(?:collection\/.+|search\/.+|archive|content\/(?:\w+\/)?early\/recent|relate\/content\/\d+)\/?$/.test(
      pathname,
    ),
  title: '.highwire-cite-linked-title, .highwire-cite-title a[href]',
  authors: '.highwire-citation-author',
});

export const urlCases: UrlCases = {
  paper: [
    'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2',
    'https://www.medrxiv.org/content/10.64898/2025.12.10.693400v1.full',
  ],
  pdf: ['https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf'],
  list: [
    'https://www.biorxiv.org/collection/neuroscience',
    'https://www.biorxiv.org/content/early/recent',
    'https://www.biorxiv.org/content/early/recent?page=2',
    'https://www.medrxiv.org/archive?field_highwire_a_epubdate_value%5Bvalue%5D&page=3',
    'https://www.medrxiv.org/search/invented%252Bdisease',
  ],
  none: ['https://www.biorxiv.org/', 'https://www.biorxiv.org/about-biorxiv'],
};
