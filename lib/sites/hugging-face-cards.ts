import { parseArxivId } from '../core/identifiers/arxiv-id';
import { toPaperKey } from '../core/identifiers/schemes';
import type { PaperKey } from '../core/paper';
import { type GatheredFacts, makeCandidate } from './candidate';
import { type PaperProps, readProps } from './hugging-face-props';
import { parseCount, readText } from './page-text';
import type { Sighting } from './site-adapter';

/** A link to a paper. */
interface PaperLink {
  readonly element: HTMLAnchorElement;
  readonly id: string;
  readonly isComments: boolean;
}

const MAX_ROW_DEPTH = 12;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Where a page links papers without listing them. */
const ELSEWHERE = 'header, nav, footer, aside, form';

/**
 * One sighting for each card or line that names a paper. A card links its paper several times
 * (picture, title, authors, comments); the links say which papers are there, and in what order.
 */
export function readCards(doc: Document, url: URL): Sighting[] {
  const links = findPaperLinks(doc, url);
  const props = readProps(doc);
  const sightings: Sighting[] = [];
  for (const [row, linksOfRow] of groupByRow(links)) {
    const sighting = readCard(row, linksOfRow, props);
    if (sighting) sightings.push(sighting);
  }
  return sightings;
}

function findPaperLinks(doc: Document, url: URL): PaperLink[] {
  const links: PaperLink[] = [];
  for (const element of doc.querySelectorAll<HTMLAnchorElement>('a[href*="/papers/"]')) {
    const href = element.getAttribute('href') ?? '';
    if (!URL.canParse(href, url.href)) continue;
    const { hostname, pathname, hash } = new URL(href, url.href);
    const id = parseArxivId(/^\/papers\/(.+?)\/?$/.exec(pathname)?.[1] ?? '')?.id;
    if (id && hostname === url.hostname && !element.closest(ELSEWHERE)) {
      links.push({ element, id, isComments: hash !== '' });
    }
  }
  return links;
}

/** Rows in page order: a card's `article`, or else the largest element that names one paper only. */
function groupByRow(links: readonly PaperLink[]): Map<Element, PaperLink[]> {
  const idOf = new Map<Element, string | null>();
  for (const { element, id } of links) markAncestors(element, id, idOf);
  const rows = new Map<Element, PaperLink[]>();
  for (const link of links) {
    const row = link.element.closest('article') ?? climb(link, idOf);
    const known = rows.get(row);
    if (known) known.push(link);
    else rows.set(row, [link]);
  }
  return rows;
}

/** Notes for each element above a link the one paper it names, or null for several. */
function markAncestors(link: Element, id: string, idOf: Map<Element, string | null>): void {
  let element: Element | null = link;
  for (let depth = 0; element && depth < MAX_ROW_DEPTH; depth += 1) {
    const known = idOf.get(element);
    idOf.set(element, known === undefined || known === id ? id : null);
    element = element.parentElement;
  }
}

function climb({ element, id }: PaperLink, idOf: Map<Element, string | null>): Element {
  let row: Element = element;
  for (let depth = 1; depth < MAX_ROW_DEPTH; depth += 1) {
    const parent: Element | null = row.parentElement;
    if (!parent || idOf.get(parent) !== id || /^(?:main|body|ul|ol)$/.test(parent.localName)) break;
    row = parent;
  }
  return row;
}

function readCard(row: Element, links: readonly PaperLink[], props: PaperProps): Sighting | null {
  const first = links[0];
  // A card quotes other papers at most behind its own.
  const own = links.filter((link) => link.id === first?.id);
  const title = first && findTitle(row, own);
  if (!first || !title) return null;
  const known = props.get(first.id) ?? {};
  const { authorCount, ...shown } = readShown(row, own);
  const key = toPaperKey('arxiv', first.id) as PaperKey;
  const candidate = makeCandidate('hugging-face', key, [], {
    ...known,
    ...withoutUndefined(shown),
    authorCount: authorCount === known.authors?.length ? undefined : authorCount,
    title: readText(title) || known.title,
    urls: [`https://huggingface.co/papers/${first.id}`, `https://arxiv.org/abs/${first.id}`],
    type: 'preprint',
  });
  return { candidate, ...findPlace(row, title, own), row: [row] };
}

/** The heading with a link to the paper or within one, or else the link with most to read. */
function findTitle(row: Element, links: readonly PaperLink[]): Element | null {
  for (const heading of row.querySelectorAll(HEADINGS)) {
    const link = links.find(({ element }) => heading.contains(element));
    if (link) return link.element;
    if (links.some(({ element }) => element.contains(heading))) return heading;
  }
  const readable = links
    .filter(({ isComments }) => !isComments)
    .map(({ element }) => ({ element, text: readText(element) }))
    .filter(({ text }) => text.length > 10 && !/^[\s\d.,·+-]*authors?$/.test(text));
  readable.sort((a, b) => b.text.length - a.text.length);
  return readable[0]?.element ?? null;
}

/** What the card itself shows goes before what the server once said. */
function readShown(row: Element, links: readonly PaperLink[]): GatheredFacts {
  const comments = links.find(({ isComments }) => isComments);
  const count = /(\d[\d,]*) authors?/.exec(readText(row, 4_000))?.[1];
  return {
    authorCount: parseCount(count),
    commentCount: parseCount(comments?.element.textContent),
    upvotes: readUpvotes(row),
  };
}

/** The vote box is a link to the login, or a label with a checkbox for who is logged in. */
function readUpvotes(row: Element): number | undefined {
  for (const box of row.querySelectorAll('a[href^="/login"], label, div:has(> input)')) {
    const count = parseCount((box.textContent ?? '').replace(/^\s*upvote/i, ''));
    if (count !== undefined) return count;
  }
  return undefined;
}

/**
 * A card's last line has its authors at the left and its comments at the right, with room between:
 * there nothing moves. Where there is no such line, the control stands in the heading.
 */
function findPlace(
  row: Element,
  title: Element,
  links: readonly PaperLink[],
): Pick<Sighting, 'anchor' | 'place'> {
  const comments = links.find(({ isComments }) => isComments)?.element;
  const authors = comments?.parentElement?.firstElementChild;
  if (authors && authors !== comments && authors.localName === 'a') {
    return { anchor: authors, place: 'after' };
  }
  const heading = title.closest(HEADINGS);
  if (heading && !heading.closest('a')) return { anchor: heading, place: 'inside' };
  const link = title.closest('a') ?? title;
  return row === link ? { anchor: link, place: 'after' } : { anchor: row, place: 'inside' };
}

function withoutUndefined(facts: GatheredFacts): GatheredFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
