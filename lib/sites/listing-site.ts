import { TEXT_LIMITS } from '../core/clean-text';
import { parsePaperAddress } from '../core/identifiers';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, keyOfTitle, makeCandidate, sightLazily, toAuthors } from './candidate';
import { citationMeta } from './citation-meta';
import { findAbstract } from './declared/page-abstract';
import { findHeading } from './declared/visible-paper';
import { findLinkedRows, findRowTitle, HEADINGS, type LinkedRow } from './linked-rows';
import { parseDate } from './page-date';
import { readText } from './page-text';
import type { Sighting, SiteAdapter } from './site-adapter';

/** What tells one listing site from another. Selectors are tried within a row. */
export interface ListingSite {
  readonly id: string;
  readonly name: string;
  readonly matches: readonly string[];
  readonly hosts: RegExp;
  /** True for the addresses of its listings; those of papers are known by their identifiers. */
  isList(url: URL): boolean;
  /** Closest around a row's link, where a page with one paper would else be taken for its row. */
  readonly row?: string;
  /** Where the title is neither a heading nor the longest link. */
  readonly title?: string;
  /** Takes off what the site adds to its titles. */
  readonly tidyTitle?: (title: string) => string;
  /** One element for each author, or one for all of them, parted by commas. */
  readonly authors?: string;
  readonly abstract?: string;
  readonly date?: string;
  readonly venue?: string;
  /** Paths of paper pages whose addresses hold no identifier; the title then names the paper. */
  readonly unnumbered?: RegExp;
  /** Rows link copies of their paper at other sites, which are further identifiers of it. */
  readonly linksCopies?: true;
  /** All elements of a row, where the one that links the paper is not all of it. */
  readonly rowOf?: (row: Element) => readonly Element[];
  /** The control goes to the end of the row, since behind the title its authors go on. */
  readonly isControlLast?: true;
  /** Paper pages that show their paper as a row does. */
  readonly hasRowsOnPaperPages?: boolean;
  /** Further identifiers that a row names in its text. */
  readonly readIds?: (row: Element) => readonly (PaperKey | null)[];
  /** What only this site tells. */
  readonly readMore?: (row: Element, doc: Document) => GatheredFacts;
}

/** An adapter for a site whose listings link each paper by an address that names it. */
export function makeListingAdapter(site: ListingSite): SiteAdapter {
  const { id, name, matches, hosts } = site;
  return {
    id,
    name,
    matches,
    hosts: (url) => hosts.test(url.hostname),

    classify(url) {
      if (!hosts.test(url.hostname)) return null;
      const kind = parsePaperAddress(url)?.kind ?? (site.isList(url) ? 'list' : null);
      return kind ?? (site.unnumbered?.test(url.pathname) ? 'paper' : null);
    },

    read(doc, url): Sighting[] {
      const isPaper = parsePaperAddress(url) !== null || site.unnumbered?.test(url.pathname);
      if (!isPaper || site.hasRowsOnPaperPages) return readRows(site, doc, url);
      const declared = citationMeta.read(doc, url);
      return declared.length > 0 ? declared : readShownPaper(site, doc, url);
    },
  };
}

/** A paper page that declares nothing: its heading, if the names of authors stand by it. */
function readShownPaper(site: ListingSite, doc: Document, url: URL): Sighting[] {
  const key = parsePaperAddress(url)?.key;
  const heading = findHeading(doc);
  if (!key || !heading || !site.authors) return [];
  let block = heading.element.parentElement;
  while (block && !block.querySelector(site.authors)) block = block.parentElement;
  if (!block) return [];
  const candidate = makeCandidate('site', key, [], {
    title: heading.title,
    authors: toAuthors(readNames(block, site.authors)),
    abstract: findAbstract(doc),
    urls: [withoutTrail(url)],
  });
  return [{ key, candidate, anchor: heading.element, place: 'inside' }];
}

/** A paper's key, or the path of a page that names its paper by the title alone. */
type RowName = PaperKey | `/${string}`;

/** Leading elsewhere: buttons that are drawn as links outnumber these on some pages. */
const LINKS = 'a[href]:not([href^="#"], [href^="javascript:"])';

function readRows(site: ListingSite, doc: Document, url: URL): Sighting[] {
  const toName = (target: URL): RowName | null => {
    if (!site.hosts.test(target.hostname)) return null;
    const path = target.pathname as `/${string}`;
    return parsePaperAddress(target)?.key ?? (site.unnumbered?.test(path) ? path : null);
  };
  const sightings: Sighting[] = [];
  for (const row of findLinkedRows<RowName>(doc, url, LINKS, toName)) {
    const sighting = readRow(site, doc, narrow(row, site.row));
    if (sighting) sightings.push(sighting);
  }
  return sightings;
}

function narrow(row: LinkedRow<RowName>, selector?: string): LinkedRow<RowName> {
  const own = selector && row.links[0]?.element.closest(selector);
  return own && row.element.contains(own) ? { ...row, element: own } : row;
}

function readRow(site: ListingSite, doc: Document, row: LinkedRow<RowName>): Sighting | null {
  const [link] = row.links;
  const title = findTitle(row, site.title) ?? findRowTitle(row);
  if (!link || !title) return null;
  const elements = site.rowOf?.(row.element) ?? [row.element];
  const facts = () => readFacts(site, doc, row, title);
  const key = isPath(link.name) ? keyOfTitle(facts()) : link.name;
  const place = site.isControlLast
    ? ({ anchor: row.element, place: 'inside' } as const)
    : placeBeside(title);
  return sightLazily({ key, ...place, row: elements }, () => {
    const others = site.readIds?.(row.element) ?? [];
    const copies = site.linksCopies ? findCopies(elements, key) : [];
    return makeCandidate('site', key, [...others, ...copies], facts());
  });
}

/** What the selector says, unless it leads elsewhere than the row's own links. */
function findTitle({ element, links }: LinkedRow, selector?: string): Element | null {
  if (!selector) return null;
  const found = [...element.querySelectorAll(selector)].find((title) => {
    const link = title.closest('a[href]');
    return link === null || links.some((each) => each.element === link);
  });
  return found ?? null;
}

function readFacts(
  site: ListingSite,
  doc: Document,
  row: LinkedRow<RowName>,
  title: Element,
): GatheredFacts {
  const find = (selector?: string) => (selector ? row.element.querySelector(selector) : null);
  const text = readText(title);
  return {
    title: site.tidyTitle?.(text) ?? text,
    authors: toAuthors(site.authors ? readNames(row.element, site.authors) : []),
    abstract: readText(find(site.abstract), TEXT_LIMITS.abstract).replace(/^Abstract[.:]?\s+/i, ''),
    date: parseDate(readText(find(site.date))),
    venue: readText(find(site.venue), TEXT_LIMITS.label),
    urls: [findPage(row, title)],
    ...site.readMore?.(row.element, doc),
  };
}

function isPath(name: RowName): name is `/${string}` {
  return name.startsWith('/');
}

/** Two papers of one scheme would be two papers: then neither is the row's own. */
function findCopies(elements: readonly Element[], own: PaperKey): PaperKey[] {
  const byScheme = new Map<string, PaperKey | null>();
  for (const element of elements) {
    for (const link of element.querySelectorAll('a[href^="http"]')) {
      const key = parsePaperAddress(link.getAttribute('href') ?? '')?.key;
      if (!key || schemeOf(key) === schemeOf(own)) continue;
      const known = byScheme.get(schemeOf(key));
      byScheme.set(schemeOf(key), known === undefined || known === key ? key : null);
    }
  }
  return [...byScheme.values()].filter((key) => key !== null);
}

function schemeOf(key: PaperKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** Where the title leads, or else the first link to a page about the paper, or to its PDF. */
function findPage({ links }: LinkedRow<RowName>, title: Element): string {
  const own = links.find(({ element }) => element.contains(title));
  const page = links.find(({ target }) => parsePaperAddress(target)?.kind === 'paper');
  const target = (own ?? page ?? links[0])?.target;
  return target ? withoutTrail(target) : '';
}

/** Without the fragment, and without how the reader came there. */
function withoutTrail(target: URL): string {
  const url = new URL(target);
  url.hash = '';
  url.searchParams.delete('referrer');
  return url.href;
}

/** In the heading behind the title's link, or behind the link where there is no heading. */
export function placeBeside(title: Element): Pick<Sighting, 'anchor' | 'place'> {
  const link = title.closest('a');
  const heading = title.closest(HEADINGS);
  if (heading && !heading.closest('a')) return { anchor: heading, place: 'inside' };
  return link ? { anchor: link, place: 'after' } : { anchor: title, place: 'inside' };
}

/** Names of one element each, or of one element that parts them by commas. */
export function readNames(row: Element, selector: string): string[] {
  const elements = [...row.querySelectorAll(selector)];
  const names = elements.map((element) => readText(element, TEXT_LIMITS.abstract));
  if (names.length !== 1) return names;
  return (names[0] ?? '').split(/\s*[,;·|]\s*(?:and\s+)?|\s+and\s+/).filter((name) => name !== '');
}
