import { parsePaperAddress } from '../core/identifiers';
import { parseArxivId } from '../core/identifiers/arxiv-id';
import { readHtmlPage } from './arxiv-paper';
import type { SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:www\.)?ar5iv\.(?:labs\.arxiv\.)?org$/;

/** ar5iv: arXiv's papers as pages, made by the same program as arXiv's own. */
export const ar5iv: SiteAdapter = {
  id: 'ar5iv',
  name: 'ar5iv',
  matches: ['https://ar5iv.labs.arxiv.org/*', 'https://ar5iv.org/*'],
  hosts: (url) => HOSTS.test(url.hostname),
  classify: (url) => (HOSTS.test(url.hostname) ? (parsePaperAddress(url)?.kind ?? null) : null),

  read(doc, url) {
    const key = parsePaperAddress(url)?.key ?? '';
    const id = parseArxivId(key.slice('arxiv:'.length));
    return id ? readHtmlPage(doc, id) : [];
  },
};

export const urlCases: UrlCases = {
  paper: [
    'https://ar5iv.labs.arxiv.org/html/2401.00001',
    'https://ar5iv.org/abs/math/0309136',
    'https://ar5iv.labs.arxiv.org/html/hep-th/9901001v2',
  ],
  pdf: [],
  list: [],
  none: ['https://ar5iv.labs.arxiv.org/', 'https://ar5iv.labs.arxiv.org/feeling_lucky'],
};
