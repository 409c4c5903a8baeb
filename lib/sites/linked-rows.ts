import { readText } from './page-text';
import { MAX_ROWS } from './site-adapter';

/** A link that names a paper: by `Name`, its key or whatever else tells it from others there. */
export interface RowLink<Name extends string> {
  readonly element: HTMLAnchorElement;
  readonly name: Name;
  /** Where it leads, fragment and all. */
  readonly target: URL;
}

/** One card, line or table row of a listing, and its links to the one paper that it is about. */
export interface LinkedRow<Name extends string = string> {
  readonly element: Element;
  readonly links: readonly RowLink<Name>[];
}

export const HEADINGS = 'h1, h2, h3, h4, h5, h6';

const MAX_ROW_DEPTH = 12;
/** A row links its paper some three times: itself, its PDF, its BibTeX. */
const MAX_LINKS = 3 * MAX_ROWS;
/** Where pages link papers without listing them. */
const ELSEWHERE = 'header, nav, footer, aside, form';
/** Within one of these, a header or footer is that of the part, as HTML has it, not the page's. */
const OWN_HEADER = 'article, section, main';
/** Parts of a page that stand beside its rows and never in one. */
const PAGE_PARTS = 'main, nav, footer, h1, input[type="search"]';
/** Elements that hold rows and are none. */
const HOLDERS = /^(?:main|body|ul|ol|dl|tbody|table)$/;
/** What links of a row say when they are not its title. */
const NO_TITLE =
  /^(?:[\s\d.,·+-]*authors?|abs(?:tract)?|pdf|html|bib(?:tex)?|supp(?:lemental)?|cite|share|code|upvote.*|(?:download|view|open|read) .{0,20}|full text|\[.{0,20}\]|https?:.*|\P{L}*)$/iu;

/**
 * Rows in page order. A row is the `article` around a link, or else the largest element, that names
 * one paper only, so that no class name need be known; two articles may stand side by side for one
 * paper. An article may quote others beside the one in its heading. Links lead to papers as `toName`
 * says.
 */
export function findLinkedRows<Name extends string>(
  doc: Document,
  url: URL,
  selector: string,
  toName: (target: URL) => Name | null,
): LinkedRow<Name>[] {
  const links = findLinks(doc, url, selector, toName);
  const nameOf: NamedElements = new Map();
  for (const link of links) markAncestors(link, nameOf);
  const subjects = findSubjects(links, nameOf);
  const rows = new Map<Element, RowLink<Name>[]>();
  for (const link of links) {
    const card = link.element.closest('article');
    const subject = card && (nameOf.get(card) ?? subjects.get(card));
    if (subject && subject !== link.name) continue; // the text of a card quotes another paper
    const element = card && subject ? card : climb(link, nameOf);
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
  return readable[0]?.element ?? findUnlinkedTitle(element);
}

/** Where a row links only "abs" and "pdf", its title is the first thing in it that is no link. */
function findUnlinkedTitle(row: Element): Element | null {
  const [first] = row.children;
  const isTitle = first && !first.matches('a') && !first.querySelector('a');
  return isTitle && !NO_TITLE.test(readText(first)) ? first : null;
}

function findLinks<Name extends string>(
  doc: Document,
  url: URL,
  selector: string,
  toName: (target: URL) => Name | null,
): RowLink<Name>[] {
  const links: RowLink<Name>[] = [];
  const names = new Set<Name>();
  for (const element of doc.querySelectorAll<HTMLAnchorElement>(selector)) {
    if (links.length >= MAX_LINKS || names.size >= MAX_ROWS) break;
    const href = element.getAttribute('href') ?? '';
    const target = URL.canParse(href, url.href) ? new URL(href, url.href) : null;
    const name = target && toName(target);
    if (!name || isElsewhere(element)) continue;
    names.add(name);
    links.push({ element, name, target });
  }
  return links;
}

function isElsewhere(link: Element): boolean {
  const part = link.closest(ELSEWHERE);
  if (!part?.matches('header, footer')) return part !== null;
  const owner = part.parentElement?.closest(`${OWN_HEADER}, ${ELSEWHERE}`);
  return !owner?.matches(OWN_HEADER);
}

/** The one paper that each element names, or null for several. */
type NamedElements = Map<Element, string | null>;

function markAncestors(link: RowLink<string>, nameOf: NamedElements): void {
  let element: Element | null = link.element;
  for (let depth = 0; element && depth < MAX_ROW_DEPTH; depth += 1) {
    const known = nameOf.get(element);
    nameOf.set(element, known === undefined || known === link.name ? link.name : null);
    element = element.parentElement;
  }
}

/** Of the cards that name several papers: the one that is named in headings, or null for several. */
function findSubjects(links: readonly RowLink<string>[], nameOf: NamedElements): NamedElements {
  const subjects: NamedElements = new Map();
  for (const { element, name } of links) {
    const card = element.closest('article');
    if (!card || nameOf.get(card) !== null) continue;
    if (!element.closest(HEADINGS) && !element.querySelector(HEADINGS)) continue;
    const known = subjects.get(card);
    subjects.set(card, known === undefined || known === name ? name : null);
  }
  return subjects;
}

function climb({ element, name }: RowLink<string>, nameOf: NamedElements): Element {
  let row: Element = element;
  for (let depth = 1; depth < MAX_ROW_DEPTH; depth += 1) {
    const parent: Element | null = row.parentElement;
    if (!parent || nameOf.get(parent) !== name || HOLDERS.test(parent.localName)) break;
    // A list of one paper: what holds more than the row is the page.
    if (parent.querySelector(PAGE_PARTS)) break;
    row = parent;
  }
  return row;
}
