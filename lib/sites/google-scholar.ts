import { parsePaperAddress } from '../core/identifiers';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, keyOfTitle, makeCandidate, toAuthors } from './candidate';
import { byTrust } from './declared/choose-key';
import { readText } from './page-text';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^scholar\.google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/;
/** Google's country domains in number; a match pattern cannot leave the ending open. */
const DOMAINS =
  'com ca co.uk co.in co.jp co.kr com.au com.br com.hk com.mx com.sg com.tr com.tw de fr es it nl ch at be se dk fi no pl pt gr ie cz';

/** A work of a profile. Until 2021 its link was a script, and the address stood beside it. */
const WORK = 'a[href*="citation_for_view="], a[data-href*="citation_for_view="]';

/** "[PDF]", "[CITATION]" and the like, which stand before the title. */
const KIND_OF_COPY = '.gs_ctu, .gs_ctc, .gs_ct1, .gs_ct2, .gs_ctg2';

/**
 * Google Scholar: results and profiles, as they stand in the page; it is never asked for anything.
 * Its own numbers name clusters of copies, so papers are known by where their links lead.
 */
export const googleScholar: SiteAdapter = {
  id: 'google-scholar',
  name: 'Google Scholar',
  matches: DOMAINS.split(' ').map((domain) => `https://scholar.google.${domain}/*`),
  hosts: (url) => HOSTS.test(url.hostname),

  classify(url): PageKind {
    if (!HOSTS.test(url.hostname)) return null;
    const { pathname, searchParams } = url;
    if (pathname === '/scholar') return searchParams.size > 0 ? 'list' : null;
    if (/^\/scholar_labs\/search/.test(pathname)) return 'list';
    const isProfile = pathname === '/citations' && searchParams.has('user');
    return isProfile && !searchParams.has('citation_for_view') ? 'list' : null;
  },

  read(doc, url): Sighting[] {
    const results = [...doc.querySelectorAll('h3')].map((heading) => readResult(heading, url));
    const works = [...doc.querySelectorAll(WORK)].map((link) => readWork(link, url));
    return [...results, ...works].filter((sighting) => sighting !== null);
  },
};

/** A result is the block that has a number of its own; before 2016 only its class told. */
function readResult(anchor: Element, url: URL): Sighting | null {
  const row = anchor.closest('[data-cid]') ?? anchor.closest('.gs_r');
  const title = readText(
    anchor.querySelector('a[href], span[id]') ?? anchor,
    undefined,
    KIND_OF_COPY,
  );
  const byline = anchor.nextElementSibling;
  const own = anchor.querySelector('a[href]');
  // Offers of profiles and of related searches have a heading too; they stay on Scholar.
  const isOffer = toAddresses(own, url).some((address) => HOSTS.test(new URL(address).hostname));
  if (!row || !byline || isOffer || title === '') return null;
  const abstract = byline.nextElementSibling;
  const links = [...row.querySelectorAll('a[href^="http"]')].filter(
    (link) => !byline.contains(link) && !abstract?.contains(link),
  );
  return sight(row, anchor, findKeys(links), {
    title,
    ...parseByline(readText(byline)),
    urls: toAddresses(own, url),
  });
}

function readWork(link: Element, url: URL): Sighting | null {
  const row = link.closest('tr');
  const title = readText(link);
  if (!row || !link.parentElement || title === '') return null;
  const [names, venue] = [...link.parentElement.children]
    .filter((one) => one !== link)
    .map((one) => readText(one));
  return sight(row, link.parentElement, [], {
    title,
    ...splitNames(names ?? ''),
    venue: venue?.replace(/,\s*\d{4}$/, ''),
    date: /^\d{4}$/.exec(readText(row.lastElementChild))?.[0],
    urls: toAddresses(link, url),
  });
}

/** Where a title leads, as an address; [] for a title without a link. */
function toAddresses(link: Element | null, page: URL): string[] {
  const href = link?.getAttribute('href') ?? '';
  const target = href !== '' && URL.canParse(href, page.href) ? new URL(href, page.href) : null;
  return target && /^https?:$/.test(target.protocol) ? [target.href] : [];
}

function sight(row: Element, anchor: Element, keys: PaperKey[], facts: GatheredFacts): Sighting {
  const key = keys[0] ?? keyOfTitle(facts);
  return {
    key,
    candidate: makeCandidate('site', key, keys, facts),
    anchor,
    place: 'inside',
    row: [row],
  };
}

/** "A Doe, B Roe… - Journal of Invention, 2031 - nowhere.example" */
function parseByline(line: string): GatheredFacts {
  const [names = '', ...rest] = line.split(/\s+[-–—]\s+/);
  const source = rest.length > 1 ? rest.slice(0, -1).join(' - ') : (rest[0] ?? '');
  const year = /(?:^|\D)((?:1[89]|20)\d\d)$/.exec(source)?.[1];
  const venue = source.replace(/,?\s*\d{4}$/, '');
  return { ...splitNames(names), date: year, venue: /[…]/.test(venue) ? undefined : venue };
}

/** A list that ends in dots names only some; how many there are, nobody says. */
function splitNames(text: string): GatheredFacts {
  const isCut = /(?:…|\.\.\.)\s*$/.test(text);
  const names = text
    .replace(/(?:…|\.\.\.)/g, '')
    .split(/\s*,\s*/)
    .filter((name) => name !== '');
  return { authors: toAuthors(names), authorCount: isCut ? names.length + 1 : undefined };
}

/** Result and PDF often lead to copies of one paper under two schemes. */
function findKeys(links: readonly Element[]): PaperKey[] {
  const keys = links.flatMap(
    (link) => parsePaperAddress(link.getAttribute('href') ?? '')?.key ?? [],
  );
  return byTrust([...new Set(keys)]);
}

export const urlCases: UrlCases = {
  paper: [],
  pdf: [],
  list: [
    'https://scholar.google.com/scholar?q=invented&hl=en',
    'https://scholar.google.co.uk/scholar?cites=1234567890',
    'https://scholar.google.de/citations?user=abcdefgAAAAJ&hl=de',
    'https://scholar.google.com/scholar_labs/search/session/1234567890',
  ],
  none: [
    'https://scholar.google.com/',
    'https://scholar.google.com/citations?view_op=view_citation&user=a&citation_for_view=a:b',
    'https://scholar.google.com.evil.example/scholar?q=invented',
    'https://www.google.com/search?q=invented',
  ],
};
