import { parsePaperAddress } from '../core/identifiers';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, keyOfTitle, makeCandidate, sightLazily, toAuthors } from './candidate';
import { byTrust } from './declared/choose-key';
import { parseDate } from './page-date';
import { readText } from './page-text';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:www\.)?dblp\d?\.(?:org|dagstuhl\.de|uni-trier\.de)$/;
const LIST = /^\/(?:search|pid\/.+|db\/.+|pers\/.+|streams\/.+)/;

/** A record of a paper; whole proceedings and data sets have entries of the same form. */
const ENTRY = '.entry:not(.editor, .data), [itemtype$="ScholarlyArticle"]:not(.entry)';

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
    return [...doc.querySelectorAll(ENTRY)].map(readEntry).filter((sighting) => sighting !== null);
  },
};

function readEntry(entry: Element): Sighting | null {
  const heading = entry.querySelector('.title, cite > [itemprop="name"]');
  const title = readText(heading).replace(/\.$/, '');
  if (!heading || title === '') return null;
  const keys = findKeys(entry);
  const key = keys[0] ?? keyOfTitle(readFacts(entry, title));
  // The venue stands right behind the title; behind the whole citation is room.
  const anchor = heading.closest('cite') ?? heading;
  return sightLazily({ key, anchor, place: 'inside', row: [entry] }, () =>
    makeCandidate('site', key, keys, readFacts(entry, title)),
  );
}

function readFacts(entry: Element, title: string): GatheredFacts {
  const names = [...entry.querySelectorAll('[itemprop="author"]')].map((author) =>
    // Namesakes are told apart by a number, which is no part of the name.
    readText(author.querySelector('[itemprop="name"]') ?? author).replace(/\s+\d{4}$/, ''),
  );
  return {
    title,
    authors: toAuthors(names),
    date: parseDate(readText(entry.querySelector('[itemprop="datePublished"]'))),
    venue: readText(entry.querySelector('[itemprop="isPartOf"] [itemprop="name"]')),
    pages: readText(entry.querySelector('[itemprop="pagination"]')),
    urls: findEditions(entry).slice(0, 1),
  };
}

/** Electronic editions, the record's own first. */
function findEditions(entry: Element): string[] {
  const links = entry.querySelectorAll('li.ee a[href], nav > ul > li:first-child a[href]');
  const addresses = [...links].map((link) => link.getAttribute('href') ?? '');
  return addresses.filter((address) => /^https?:/.test(address));
}

function findKeys(entry: Element): PaperKey[] {
  const keys = findEditions(entry).flatMap((address) => parsePaperAddress(address)?.key ?? []);
  return byTrust([...new Set(keys)]);
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
