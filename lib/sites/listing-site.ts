import { TEXT_LIMITS } from '../core/clean-text';
import { parsePaperAddress } from '../core/identifiers';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, makeCandidate, toAuthors } from './candidate';
import { citationMeta } from './citation-meta';
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
  /** Where the title is neither a heading nor the longest link. */
  readonly title?: string;
  /** One element for each author, or one for all of them, parted by commas. */
  readonly authors?: string;
  readonly abstract?: string;
  readonly date?: string;
  readonly venue?: string;
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
      return parsePaperAddress(url)?.kind ?? (site.isList(url) ? 'list' : null);
    },

    read(doc, url): Sighting[] {
      const isPaper = parsePaperAddress(url) !== null;
      if (isPaper && !site.hasRowsOnPaperPages) return citationMeta.read(doc, url);
      return readRows(site, doc, url);
    },
  };
}

function readRows(site: ListingSite, doc: Document, url: URL): Sighting[] {
  const toKey = (target: URL): PaperKey | null =>
    site.hosts.test(target.hostname) ? (parsePaperAddress(target)?.key ?? null) : null;
  const sightings: Sighting[] = [];
  for (const row of findLinkedRows(doc, url, 'a[href]', toKey)) {
    const sighting = readRow(site, doc, row);
    if (sighting) sightings.push(sighting);
  }
  return sightings;
}

function readRow(site: ListingSite, doc: Document, row: LinkedRow): Sighting | null {
  const [link] = row.links;
  const title = (site.title && row.element.querySelector(site.title)) || findRowTitle(row);
  if (!link || !title) return null;
  const find = (selector?: string) => (selector ? row.element.querySelector(selector) : null);
  const others = site.readIds?.(row.element) ?? [];
  const candidate = makeCandidate('site', link.key, others, {
    title: readText(title),
    authors: toAuthors(site.authors ? readNames(row.element, site.authors) : []),
    abstract: readText(find(site.abstract), TEXT_LIMITS.abstract).replace(/^Abstract[.:]?\s+/i, ''),
    date: parseDate(readText(find(site.date))),
    venue: readText(find(site.venue), TEXT_LIMITS.label),
    urls: [findPage(row, title).replace(/#.*$/, '')],
    ...site.readMore?.(row.element, doc),
  });
  const place = site.isControlLast
    ? ({ anchor: row.element, place: 'inside' } as const)
    : placeBeside(title);
  return { key: link.key, candidate, ...place, row: [row.element] };
}

/** Where the title leads, or else the first link to a page about the paper, or to its PDF. */
function findPage({ links }: LinkedRow, title: Element): string {
  const own = links.find(({ element }) => element.contains(title));
  const page = links.find(({ target }) => parsePaperAddress(target)?.kind === 'paper');
  return (own ?? page ?? links[0])?.target.href ?? '';
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
