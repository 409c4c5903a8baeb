import { toAuthors } from './candidate';
import { makeListingAdapter, readNames } from './listing-site';
import type { UrlCases } from './site-adapter';

/** CVF Open Access: days of CVPR, ICCV and WACV, and their workshops. */
export const cvf = makeListingAdapter({
  id: 'cvf',
  name: 'CVF Open Access',
  matches: ['https://openaccess.thecvf.com/*'],
  hosts: /^openaccess\.thecvf\.com$/,
  isList: ({ pathname }) => /^\/[A-Z]{3,6}\d{4}(?:_workshops\/[\w-]+)?(?:\/|\.py)?$/.test(pathname),
  linksCopies: true,
  // Behind the title's `dt` stand a `dd` with the authors and one with the links.
  rowOf: (row) => [row, ...descriptionsOf(row)],
  // A title is a `dt`; the `dd` behind it names the authors, one form each.
  readMore: (row) => ({
    authors: toAuthors(row.nextElementSibling ? readNames(row.nextElementSibling, 'form a') : []),
  }),
});

function descriptionsOf(row: Element): Element[] {
  const found: Element[] = [];
  for (
    let next = row.nextElementSibling;
    next?.localName === 'dd';
    next = next.nextElementSibling
  ) {
    found.push(next);
  }
  return row.localName === 'dt' ? found : [];
}

export const urlCases: UrlCases = {
  paper: [
    'https://openaccess.thecvf.com/content/CVPR2031/html/Doe_Invented_Networks_CVPR_2031_paper.html',
  ],
  pdf: [
    'https://openaccess.thecvf.com/content/CVPR2031/papers/Doe_Invented_Networks_CVPR_2031_paper.pdf',
  ],
  list: [
    'https://openaccess.thecvf.com/CVPR2031?day=2031-06-16',
    'https://openaccess.thecvf.com/CVPR2031?day=all',
    'https://openaccess.thecvf.com/CVPR2031_workshops/NTIRE',
    'https://openaccess.thecvf.com/CVPR2031_workshops/L3D-IVU',
    'https://openaccess.thecvf.com/CVPR2018_workshops/CVPR2018_w1.py',
  ],
  none: ['https://openaccess.thecvf.com/menu', 'https://openaccess.thecvf.com/'],
};
