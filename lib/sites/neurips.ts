import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** NeurIPS proceedings: the papers of a year. */
export const neurips = makeListingAdapter({
  id: 'neurips',
  name: 'NeurIPS proceedings',
  matches: [
    'https://papers.nips.cc/*',
    'https://papers.neurips.cc/*',
    'https://proceedings.neurips.cc/*',
    'https://proceedings.nips.cc/*',
    'https://datasets-benchmarks-proceedings.neurips.cc/*',
  ],
  hosts: /^(?:papers|proceedings|datasets-benchmarks-proceedings)\.(?:nips|neurips)\.cc$/,
  isList: ({ pathname }) =>
    /^\/(?:(?:paper_files\/)?paper\/\d{4}(?:\/vol\d+[\w-]*)?|(?:papers\/)?search|book\/[\w-]+|author\/[\w-]+)\/?$/.test(
      pathname,
    ),
  unnumbered: /^\/paper\/\d+-[\w-]+$/,
  authors: 'i, .paper-authors, a.author',
  isControlLast: true,
});

export const urlCases: UrlCases = {
  paper: [
    'https://papers.nips.cc/paper_files/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html',
    'https://papers.nips.cc/paper/8668-an-invented-slug',
  ],
  pdf: [
    'https://papers.nips.cc/paper_files/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf',
  ],
  list: [
    'https://papers.nips.cc/paper_files/paper/2017',
    'https://proceedings.neurips.cc/paper/2017',
    'https://proceedings.neurips.cc/paper_files/paper/2031/vol44-main-conference',
    'https://papers.nips.cc/search?q=invented',
    'https://papers.nips.cc/book/invented-systems-30-2031',
    'https://papers.nips.cc/author/ann-doe-1',
  ],
  none: ['https://papers.nips.cc/', 'https://papers.nips.cc/admin/login'],
};
