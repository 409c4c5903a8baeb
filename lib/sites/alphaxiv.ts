import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** alphaXiv. It is drawn in the browser, so rows are known by their links alone. */
export const alphaxiv = makeListingAdapter({
  id: 'alphaxiv',
  name: 'alphaXiv',
  matches: ['https://www.alphaxiv.org/*', 'https://alphaxiv.org/*'],
  hosts: /^(?:www\.)?alphaxiv\.org$/,
  isList: ({ pathname }) =>
    /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/?(?:\/(?:explore(?:\/.*)?|bookmarks|library|(?:folder|topic)s?\/.+|@.+))?\/?$/i.test(
      pathname,
    ),
});

export const urlCases: UrlCases = {
  paper: [
    'https://www.alphaxiv.org/abs/2401.00001v2',
    'https://www.alphaxiv.org/overview/2401.00001',
  ],
  pdf: ['https://www.alphaxiv.org/pdf/2401.00001'],
  list: [
    'https://www.alphaxiv.org/',
    'https://www.alphaxiv.org/?sort=Hot',
    'https://www.alphaxiv.org/explore',
    'https://www.alphaxiv.org/bookmarks',
    'https://www.alphaxiv.org/topics/invention',
    'https://www.alphaxiv.org/zh',
  ],
  none: ['https://www.alphaxiv.org/abs/2608.some-title', 'https://www.alphaxiv.org/about'],
};
