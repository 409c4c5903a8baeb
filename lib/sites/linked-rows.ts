import type { PaperKey } from '../core/paper';
import { readText } from './page-text';

/** A link that names a paper. */
export interface RowLink {
  readonly element: HTMLAnchorElement;
  readonly key: PaperKey;
  /** Where it leads, fragment and all. */
  readonly target: URL;
}

/** One card, line or table row of a listing, and its links to the one paper that it is about. */
export interface LinkedRow {
  readonly element: Element;
  readonly links: readonly RowLink[];
}

export const HEADINGS = 'h1, h2, h3, h4, h5, h6';

const MAX_ROW_DEPTH = 12;
/** Where pages link papers without listing them. */
const ELSEWHERE = 'header, nav, footer, aside, form';
/** Elements that hold rows and are none. */
const HOLDERS = /^(?:main|body|ul|ol|dl|tbody|table)$/;
/** What links of a row say when they are not its title. */
const NO_TITLE =
  /^(?:[\s\d.,·+-]*authors?|abs(?:tract)?|pdf|html|bib(?:tex)?|supp(?:lemental)?|cite|share|code|upvote.*|(?:download|view|open|read) .{0,20}|full text|\[.{0,20}\]|https?:.*|\P{L}*)$/iu;

/**
 * Rows in page order. A row is the `article` around a link, or else the largest element, that names
 * one paper only, so that no class name need be known. Links lead to papers as `toKey` says.
 */
export function findLinkedRows(
  doc: Document,
  url: URL,
  selector: string,
  toKey: (target: URL) => PaperKey | null,
): LinkedRow[] {
  const links = findLinks(doc, url, selector, toKey);
  const keyOf = new Map<Element, PaperKey | null>();
  for (const link of links) markAncestors(link, keyOf);
  const rows = new Map<Element, RowLink[]>();
  for (const link of links) {
    const element = findCard(link, keyOf) ?? climb(link, keyOf);
    const known = rows.get(element);
    if (known) known.push(link);
    else rows.set(element, [link]);
  }
  return [...rows].map(([element, ofRow]) => ({ element, links: ofRow }));
}

/** The heading with a link to the paper or within one, or else the link with most to read. */
export function findRowTitle({ element, links }: LinkedRow): Element | null {
  for (const heading of element.querySelectorAll(HEADINGS)) {
    const link = links.find((each) => heading.contains(each.element));
    if (link) return link.element;
    if (links.some((each) => each.element.contains(heading))) return heading;
  }
  const readable = links
    .filter(({ target }) => target.hash === '')
    .map((link) => ({ element: link.element, text: readText(link.element) }))
    .filter(({ text }) => text.length > 3 && !NO_TITLE.test(text));
  readable.sort((a, b) => b.text.length - a.text.length);
  return readable[0]?.element ?? null;
}

function findLinks(
  doc: Document,
  url: URL,
  selector: string,
  toKey: (target: URL) => PaperKey | null,
): RowLink[] {
  const links: RowLink[] = [];
  for (const element of doc.querySelectorAll<HTMLAnchorElement>(selector)) {
    const href = element.getAttribute('href') ?? '';
    const target = URL.canParse(href, url.href) ? new URL(href, url.href) : null;
    const key = target && toKey(target);
    if (key && !element.closest(ELSEWHERE)) links.push({ element, key, target });
  }
  return links;
}

/** Notes for each element above a link the one paper it names, or null for several. */
function markAncestors(link: RowLink, keyOf: Map<Element, PaperKey | null>): void {
  let element: Element | null = link.element;
  for (let depth = 0; element && depth < MAX_ROW_DEPTH; depth += 1) {
    const known = keyOf.get(element);
    keyOf.set(element, known === undefined || known === link.key ? link.key : null);
    element = element.parentElement;
  }
}

/** Two cards may stand side by side for one paper, so a card ends a climb. */
function findCard({ element, key }: RowLink, keyOf: Map<Element, PaperKey | null>): Element | null {
  const card = element.closest('article');
  return card && keyOf.get(card) === key ? card : null;
}

function climb({ element, key }: RowLink, keyOf: Map<Element, PaperKey | null>): Element {
  let row: Element = element;
  for (let depth = 1; depth < MAX_ROW_DEPTH; depth += 1) {
    const parent: Element | null = row.parentElement;
    if (!parent || keyOf.get(parent) !== key || HOLDERS.test(parent.localName)) break;
    row = parent;
  }
  return row;
}
