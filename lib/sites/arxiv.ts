import { parseArxivId } from '../core/identifiers/arxiv-id';
import { readListRows, readSearchResults } from './arxiv-list';
import { readAbstractPage, readFormatPage, readHtmlPage } from './arxiv-paper';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:(?:www|export|browse)\.)?arxiv\.org$/;
const PAPER = /^\/(abs|html|format)\/(.+?)\/?$/;
const PDF = /^\/pdf\/(.+?)(?:\.pdf)?\/?$/;
const LIST = /^\/(?:list\/[\w.-]+(?:\/\w*)?|catchup\/[\w.-]+\/[\w-]+|a\/[\w-]+(?:\.html)?\/?$)/;
const SEARCH = /^\/search(?:\/|$)/;

/** arXiv. Its DOM since 2024 and the one before it are both read. */
export const arxiv: SiteAdapter = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [
    'https://arxiv.org/abs/*',
    'https://arxiv.org/list/*',
    'https://arxiv.org/search/*',
    'https://arxiv.org/catchup/*',
    'https://arxiv.org/a/*',
    'https://arxiv.org/html/*',
    'https://arxiv.org/format/*',
  ],

  hosts: (url) => HOSTS.test(url.hostname),

  classify(url): PageKind {
    if (!HOSTS.test(url.hostname)) return null;
    const path = decodePath(url);
    if (parseArxivId(PAPER.exec(path)?.[2] ?? '')) return 'paper';
    if (parseArxivId(PDF.exec(path)?.[1] ?? '')) return 'pdf';
    if (LIST.test(path) || (SEARCH.test(path) && url.search !== '')) return 'list';
    return null;
  },

  read(doc, url): Sighting[] {
    const path = decodePath(url);
    const [, page, id = ''] = PAPER.exec(path) ?? [];
    const arxivId = parseArxivId(id);
    if (!arxivId) return SEARCH.test(path) ? readSearchResults(doc) : readListRows(doc);
    if (page === 'abs') return readAbstractPage(doc, arxivId);
    return page === 'html' ? readHtmlPage(doc, arxivId) : readFormatPage(doc, arxivId);
  },
};

function decodePath(url: URL): string {
  return url.pathname.replace(/%2f/gi, '/');
}

export const urlCases: UrlCases = {
  paper: [
    'https://arxiv.org/abs/2401.00001',
    'https://arxiv.org/abs/2401.00001v2',
    'https://arxiv.org/abs/math.GT/0309136',
    'https://arxiv.org/abs/hep-th/9901001v3/',
    'https://arxiv.org/html/2401.00001v2',
    'https://arxiv.org/format/2401.00001',
    'https://www.arxiv.org/abs/2401.00001',
  ],
  pdf: ['https://arxiv.org/pdf/2401.00001', 'https://arxiv.org/pdf/hep-th/9901001v1.pdf'],
  list: [
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/list/cs.LG/recent?skip=50&show=50',
    'https://arxiv.org/list/astro-ph/pastweek?show=1000',
    'https://arxiv.org/list/math/2009-06?skip=0&show=2000',
    'https://arxiv.org/list/astro-ph/9810',
    'https://arxiv.org/list/cs/2024',
    'https://arxiv.org/list/cs.LG',
    'https://arxiv.org/catchup/cs.LG/2026-02-03?abs=True',
    'https://arxiv.org/search/?query=quantum&searchtype=all',
    'https://arxiv.org/search/cs?searchtype=author&query=Doe%2C+A',
    'https://arxiv.org/search/advanced?advanced=&terms-0-term=quantum',
    'https://arxiv.org/a/doe_a_1',
    'https://arxiv.org/a/doe_a_1.html',
  ],
  none: [
    'https://arxiv.org/',
    'https://arxiv.org/help/api',
    'https://arxiv.org/abs/nothing',
    'https://arxiv.org/a/doe_a_1.atom2',
    'https://arxiv.org/archive/cs',
    'https://arxiv.org/search/',
    'https://arxiv.org/user/',
    'https://arxiv.org.evil.example/abs/2401.00001',
    'https://info.arxiv.org/about',
  ],
};
