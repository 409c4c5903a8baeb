import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** SciRate. Its papers are arXiv's. */
export const scirate = makeListingAdapter({
  id: 'scirate',
  name: 'SciRate',
  matches: ['https://scirate.com/*'],
  hosts: /^scirate\.com$/,
  isList: ({ pathname }) =>
    /^\/(?:arxiv(?:\/[a-z-]+(?:\.[A-Za-z-]+)?)?\/?|search)?$/.test(pathname),
  // The last of more than twenty leads to the paper and says how many follow.
  authors: '.authors a[href*="/search"]',
  abstract: '.abstract',
  date: '.uid',
  readMore: (row) => ({ authorCount: countAuthors(row.querySelector('.authors')) }),
});

function countAuthors(list: Element | null): number | undefined {
  const more = /et al \((\d+)\)/.exec(list?.textContent ?? '')?.[1];
  return more ? Number(more) + (list?.querySelectorAll('a').length ?? 0) - 1 : undefined;
}

export const urlCases: UrlCases = {
  paper: ['https://scirate.com/arxiv/2401.00001', 'https://scirate.com/arxiv/math/0309136'],
  pdf: [],
  list: [
    'https://scirate.com/',
    'https://scirate.com/arxiv/quant-ph?date=2031-01-15&range=7',
    'https://scirate.com/arxiv/cs.LG',
    'https://scirate.com/search?q=invented',
  ],
  none: ['https://scirate.com/about', 'https://scirate.com/someone'],
};
