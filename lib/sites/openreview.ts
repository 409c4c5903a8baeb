import { TEXT_LIMITS } from '../core/clean-text';
import { countAuthors } from './candidate';
import { makeListingAdapter } from './listing-site';
import { readText } from './page-text';
import type { UrlCases } from './site-adapter';

const AUTHORS = ':is(.note-authors, .note-content-authors)';
/** Who has no profile is no link. Where nobody is one, the authors are not told. */
const AUTHOR = `${AUTHORS}:has(a) :is(a:not(.show-all), span:not(:has(a, span), .private-author-label))`;

/** OpenReview: venues, submissions, search and profiles. */
export const openreview = makeListingAdapter({
  id: 'openreview',
  name: 'OpenReview',
  matches: ['https://openreview.net/*'],
  hosts: /^(?:www\.)?openreview\.net$/,
  isList: ({ pathname, searchParams }) =>
    /^\/(?:group|submissions|search|profile|venue)$/.test(pathname) && searchParams.size > 0,
  authors: `${AUTHOR}, a[href*="/profile?"]`,
  readMore: (row) => ({
    authorCount: countShownAndHeld(row.querySelector(AUTHORS)),
    abstract: readField(row, 'Abstract'),
    venue: readField(row, 'Venue'),
  }),
});

/** Who has no profile is named all the same, so that commas tell how many are. */
function countShownAndHeld(list: Element | null): number | undefined {
  return countAuthors(list, (list?.textContent ?? '').split(',').length);
}

/** Fields stand as a label and a value: `<strong>Abstract:</strong> <span>…</span>`. */
function readField(row: Element, name: string): string | undefined {
  for (const label of row.querySelectorAll('.note-content-field, strong')) {
    if ((label.textContent ?? '').trim() !== `${name}:`) continue;
    return readText(label.nextElementSibling, TEXT_LIMITS.abstract);
  }
  return undefined;
}

export const urlCases: UrlCases = {
  paper: [
    'https://openreview.net/forum?id=LcF-EEt8cCC',
    'https://openreview.net/forum?noteId=aB3dE5fG7h&id=LcF-EEt8cCC',
  ],
  pdf: ['https://openreview.net/pdf?id=LcF-EEt8cCC'],
  list: [
    'https://openreview.net/group?id=ICLR.cc/2031/Conference#tab-accept-oral',
    'https://openreview.net/submissions?venue=ICLR.cc/2031/Conference',
    'https://openreview.net/search?term=invented',
    'https://openreview.net/profile?id=~Ann_Doe1',
  ],
  none: ['https://openreview.net/', 'https://openreview.net/about', 'https://openreview.net/forum'],
};
