import { makeListingAdapter } from './listing-site';
import type { UrlCases } from './site-adapter';

/** Proceedings of Machine Learning Research: volumes. */
export const pmlr = makeListingAdapter({
  id: 'pmlr',
  name: 'PMLR',
  matches: ['https://proceedings.mlr.press/*'],
  hosts: /^proceedings\.mlr\.press$/,
  isList: ({ pathname }) => /^\/[vr]\d+(?:\/(?:index\.html)?)?$/.test(pathname),
  linksCopies: true,
  title: '.title',
  authors: '.authors',
});

export const urlCases: UrlCases = {
  paper: ['https://proceedings.mlr.press/v139/sun21c.html'],
  pdf: ['https://proceedings.mlr.press/v139/sun21c/sun21c.pdf'],
  list: [
    'https://proceedings.mlr.press/v139/',
    'https://proceedings.mlr.press/v139',
    'https://proceedings.mlr.press/r1/',
  ],
  none: [
    'https://proceedings.mlr.press/',
    'https://proceedings.mlr.press/faq.html',
    'https://proceedings.mlr.press/v139/sun21c/sun21c-supp.pdf',
  ],
};
