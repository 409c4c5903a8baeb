import { TEXT_LIMITS } from '../core/clean-text';
import { type ArxivId, arxivKey, parseArxivId } from '../core/identifiers/arxiv-id';
import { decodeOnce } from '../core/identifiers/decode';
import { toDoiKey } from '../core/identifiers/doi-key';
import type { PaperCandidate, PaperKey } from '../core/paper';
import { countAuthors, type GatheredFacts, makeCandidate, toAuthors } from './candidate';
import { parseDate } from './page-date';
import { readText } from './page-text';
import { MAX_ROWS, type Sighting } from './site-adapter';

/**
 * Rows of `list`, `catchup` and author pages: a `dt` with the links and a `dd` with the facts. The
 * lists share one id, and author pages have none, so rows are found by their link to `/abs/`: by one
 * search of the page, since one in each of two thousand rows costs three times as much.
 */
export function readListRows(doc: Document): Sighting[] {
  const sightings: Sighting[] = [];
  let last: Element | null = null;
  for (const link of doc.querySelectorAll('dt a[href*="/abs/"]')) {
    if (sightings.length >= MAX_ROWS) break;
    const dt = link.closest('dt');
    const id = dt && dt !== last ? readAbsId(link) : null;
    const dd = id && findDescription(dt as Element);
    if (!dt || !id || !dd) continue;
    last = dt;
    sightings.push(new ListedRow(dt, [dt, dd], id));
  }
  return sightings;
}

/** The address of an abstract page, as the site's own links give it. */
const ABS_HREF = /^(?:https?:\/\/[^/]+)?\/abs\/([^?#]*)/;

/** Results of simple and advanced search: list items with a line of links above the title. */
export function readSearchResults(doc: Document): Sighting[] {
  const sightings: Sighting[] = [];
  for (const row of doc.querySelectorAll('li:has(> div a[href*="/abs/"])')) {
    const heading = row.querySelector('p:has(a[href*="/abs/"])');
    const id = heading && findAbsId(heading);
    // Behind the id come tags of categories; after the last of them nothing of the page's moves.
    if (!id) continue;
    const anchor = heading.parentElement ?? heading;
    sightings.push(new ListedRow(anchor, [row], id));
  }
  return sightings;
}

function readKind(dt: Element): Sighting['listedAs'] {
  const mark = dt.textContent ?? '';
  if (/\(replaced\)/.test(mark)) return 'replaced';
  return /\(cross-list from/.test(mark) ? 'cross-list' : 'new';
}

/** One row: what it says is read when it is first asked for. */
class ListedRow implements Sighting {
  readonly key: PaperKey;
  readonly place = 'inside';
  #candidate: PaperCandidate | undefined;

  constructor(
    readonly anchor: Element,
    readonly row: readonly Element[],
    private readonly id: ArxivId,
  ) {
    this.key = arxivKey(id);
  }

  get listedAs(): Sighting['listedAs'] {
    return this.anchor.localName === 'dt' ? readKind(this.anchor) : undefined;
  }

  get candidate(): PaperCandidate {
    this.#candidate ??= this.#read();
    return this.#candidate;
  }

  #read(): PaperCandidate {
    const facts = this.row.at(-1) as Element;
    return makeCandidate('arxiv-list', this.key, [toDoiKey(findDoi(facts))], {
      ...(facts.localName === 'dd' ? readFacts(facts) : readResult(facts)),
      urls: [`https://arxiv.org/abs/${this.id.id}`],
      type: 'preprint',
    });
  }
}

/** Each author is a link to a search for the name. */
const AUTHOR = 'a[href*="searchtype=author"], a[href*="/a/"]';

/** The facts of a row, by the class of the element that holds each; the abstract has none of its own. */
const FACTS =
  '.list-title, .list-authors, .list-subjects, .list-comments, .list-journal-ref, p.mathjax';

/** One search for all: a listing has 2,000 rows, and each search walks the whole row. */
function readFacts(dd: Element): GatheredFacts {
  const found = [...dd.querySelectorAll(FACTS)];
  const withClass = (name: string) => found.find((one) => one.classList.contains(name)) ?? null;
  const abstract = found.find((one) => one.localName === 'p' && !/\blist-/.test(one.className));
  const list = withClass('list-authors');
  const names = readNames(list?.querySelectorAll('a') ?? dd.querySelectorAll(AUTHOR));
  return {
    title: readText(withClass('list-title')) || readFirstLine(dd),
    authors: toAuthors(names),
    authorCount: countAuthors(list, names.length),
    abstract: readText(abstract, TEXT_LIMITS.abstract),
    categories: readCategories(withClass('list-subjects')),
    comments: readText(withClass('list-comments')),
    venue: readText(withClass('list-journal-ref'), TEXT_LIMITS.label),
  };
}

/** The title is the first line of a row, whatever its class, and may be labelled. */
function readFirstLine(dd: Element): string {
  let line: Element | null = dd.firstElementChild;
  while (line?.firstElementChild && /^(?:div|ul)$/.test(line.firstElementChild.localName)) {
    line = line.firstElementChild;
  }
  return readText(line).replace(/^Title:\s*/, '');
}

function readResult(row: Element): GatheredFacts {
  const abstract =
    row.querySelector('.abstract-full') ?? row.querySelector('.abstract-short') ?? null;
  return {
    title: readText(row.querySelector('p.title') ?? row.querySelector(':scope > p')),
    authors: toAuthors(readNames(row.querySelectorAll(AUTHOR))),
    abstract: readText(abstract, TEXT_LIMITS.abstract, 'a.is-size-7'),
    categories: [...row.querySelectorAll('.tag[data-tooltip]')]
      .map((tag) => readText(tag))
      .filter(isCategory),
    comments: readText(row.querySelector('p.comments .mathjax')),
    venue: readLabelled(row, /^Journal ref:\s*/),
    date: readFirstDate(row),
  };
}

/** "Submitted 10 December, 2007; v1 submitted 2 November, 2007; …": the first version's date. */
function readFirstDate(row: Element): string | undefined {
  for (const line of row.querySelectorAll('p.is-size-7')) {
    const text = readText(line);
    const match = /\bv1 submitted ([^;]+)/.exec(text) ?? /^Submitted ([^;]+)/.exec(text);
    if (match) return parseDate(match[1]);
  }
  return undefined;
}

function readLabelled(row: Element, label: RegExp): string | undefined {
  for (const line of row.querySelectorAll('p.is-size-7, p.comments')) {
    const text = readText(line, TEXT_LIMITS.label);
    if (label.test(text)) return text.replace(label, '');
  }
  return undefined;
}

/** The last link of a long list opens the rest of it, and names nobody. */
export function readNames(links: ArrayLike<Element>): string[] {
  const last = links[links.length - 1];
  const isToggle = /^(?:javascript:|#)/.test(last?.getAttribute('href') ?? '');
  const names = Array.from(links, (link) => readText(link));
  return isToggle ? names.slice(0, -1) : names;
}

/** Codes in brackets, the primary one first: "Information Theory (cs.IT); …". */
export function readCategories(subjects: Element | null): string[] {
  const primary = readText(subjects?.querySelector('.primary-subject'));
  const all = `${primary};${readText(subjects)}`.matchAll(/\(([\w.-]{2,20})\)/g);
  return [...new Set([...all].map((match) => match[1] ?? '').filter(isCategory))];
}

function isCategory(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]{2,10})?$/.test(text);
}

function findAbsId(element: Element): ArxivId | null {
  for (const link of element.querySelectorAll('a[href*="/abs/"]')) {
    const id = readAbsId(link);
    if (id) return id;
  }
  return null;
}

function readAbsId(link: Element): ArxivId | null {
  return parseArxivId(ABS_HREF.exec(link.getAttribute('href') ?? '')?.[1] ?? '');
}

/** The `dd` of a `dt`, past nodes that other extensions put between them. */
function findDescription(dt: Element): Element | null {
  let next = dt.nextElementSibling;
  while (next && next.localName !== 'dd' && next.localName !== 'dt') next = next.nextElementSibling;
  return next?.localName === 'dd' ? next : null;
}

function findDoi(row: Element): string {
  const href = row.querySelector('a[href*="doi.org/10."]')?.getAttribute('href') ?? '';
  return decodeOnce(href.slice(href.indexOf('doi.org/') + 'doi.org/'.length));
}
