import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** papers.cool: arXiv's and conferences' papers, one panel each, also where there is only one. */
export const papersCool = makeListingAdapter({
  id: 'papers-cool',
  name: 'Cool Papers',
  matches: ['https://papers.cool/*'],
  hosts: /^papers\.cool$/,
  isList: ({ pathname }) =>
    /^\/(?:arxiv|venue)\/[^/]+/.test(pathname) && !/@[A-Z][\w-]*$/.test(pathname),
  unnumbered: /^\/venue\/[^/]+@[A-Z][\w-]*$/,
  linksCopies: true,
  title: 'a.title-link',
  authors: 'a.author',
  abstract: 'p.summary',
  date: '.date-data',
  hasRowsOnPaperPages: true,
});

export const urlCases: UrlCases = {
  paper: [
    'https://papers.cool/arxiv/2401.00001',
    'https://papers.cool/venue/LcF-EEt8cCC@OpenReview',
    'https://papers.cool/venue/35000@AAAI',
  ],
  pdf: [],
  list: [
    'https://papers.cool/arxiv/cs.CL',
    'https://papers.cool/arxiv/cs.CL+cs.AI?date=2031-01-15',
    'https://papers.cool/arxiv/2401.00001,2401.00002',
    'https://papers.cool/arxiv/search?query=invented',
    'https://papers.cool/venue/ICLR.2031',
    'https://papers.cool/venue/ICLR.2031?group=Oral',
  ],
  none: ['https://papers.cool/', 'https://papers.cool/about'],
};
