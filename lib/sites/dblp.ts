import { parsePaperAddress } from '../core/identifiers';
import { titleKey } from '../core/title-key';
import { makeCandidate, toAuthors } from './candidate';
import { parseDate } from './page-date';
import { readText } from './page-text';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:www\.)?dblp\d?\.(?:org|dagstuhl\.de|uni-trier\.de)$/;
const LIST = /^\/(?:search|pid\/.+|db\/.+|pers\/.+|streams\/.+)/;

/** dblp: search, people, and tables of contents. Its marks are schema.org's. */
export const dblp: SiteAdapter = {
  id: 'dblp',
  name: 'dblp',
  matches: ['https://dblp.org/*', 'https://dblp.uni-trier.de/*', 'https://dblp.dagstuhl.de/*'],
  hosts: (url) => HOSTS.test(url.hostname),

  classify(url): PageKind {
    if (!HOSTS.test(url.hostname)) return null;
    if (/^\/rec\/[^/]+\/.+/.test(url.pathname)) return 'paper';
    return LIST.test(url.pathname) ? 'list' : null;
  },

  read(doc): Sighting[] {
    const entries = [...doc.querySelectorAll('li.entry, [itemscope].entry')];
    return entries.map(readEntry).filter((sighting) => sighting !== null);
  },
};

function readEntry(entry: Element): Sighting | null {
  const anchor = entry.querySelector('.title');
  const title = readText(anchor).replace(/\.$/, '');
  if (!anchor || title === '') return null;
  const authors = toAuthors(
    [...entry.querySelectorAll('[itemprop="author"]')].map((author) =>
      // Namesakes are told apart by a number, which is no part of the name.
      readText(author.querySelector('[itemprop="name"]') ?? author).replace(/\s+\d{4}$/, ''),
    ),
  );
  const date = parseDate(readText(entry.querySelector('[itemprop="datePublished"]')));
  const keys = findKeys(entry);
  const year = Number(date?.slice(0, 4)) || undefined;
  const key = keys[0] ?? titleKey(title, authors[0]?.name, year);
  const candidate = makeCandidate('site', key, keys, {
    title,
    authors,
    date,
    venue: readText(entry.querySelector('[itemprop="isPartOf"] [itemprop="name"]')),
    pages: readText(entry.querySelector('[itemprop="pagination"]')),
  });
  return { key, candidate, anchor, place: 'inside', row: [entry] };
}

/** Electronic editions: what the record itself links first, each scheme once. */
function findKeys(entry: Element) {
  const links = [
    ...entry.querySelectorAll('li.ee a[href], nav.publ > ul > li:first-child a[href]'),
  ];
  const keys = links.flatMap(
    (link) => parsePaperAddress(link.getAttribute('href') ?? '')?.key ?? [],
  );
  return [...new Set(keys)];
}

export const urlCases: UrlCases = {
  paper: ['https://dblp.org/rec/conf/inv/DoeR31', 'https://dblp.org/rec/journals/inv/Doe31.html'],
  pdf: [],
  list: [
    'https://dblp.org/search?q=invented',
    'https://dblp.org/pid/12/3456.html',
    'https://dblp.org/db/conf/inv/inv2031.html',
    'https://dblp.uni-trier.de/pers/hd/d/Doe:Ann',
  ],
  none: ['https://dblp.org/', 'https://dblp.org/faq/'],
};
