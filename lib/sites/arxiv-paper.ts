import { TEXT_LIMITS } from '../core/clean-text';
import { type ArxivId, arxivKey } from '../core/identifiers/arxiv-id';
import { toDoiKey } from '../core/identifiers/doi-key';
import { readCategories, readNames } from './arxiv-list';
import { type GatheredFacts, makeCandidate, toAuthors } from './candidate';
import { readMeta, readMetas } from './meta-tags';
import { parseDate } from './page-date';
import { readText } from './page-text';
import type { Sighting } from './site-adapter';

/** An abstract page. Its meta tags name every author; the page shows some hundred at most. */
export function readAbstractPage(doc: Document, id: ArxivId): Sighting[] {
  // Labs and bibliography add cards about other papers around `#abs`; those are not read.
  const main = doc.querySelector('#abs') ?? doc.querySelector('.leftcolumn');
  const anchor = main?.querySelector('h1.title');
  if (!main || !anchor) return [];
  const names = readMetas(doc, 'citation_author');
  return sight(doc, 'arxiv', id, anchor, {
    title: readTitle(doc, anchor),
    authors: toAuthors(names.length > 0 ? names : readNames(main.querySelectorAll('.authors a'))),
    abstract:
      readText(main.querySelector('blockquote.abstract'), TEXT_LIMITS.abstract) ||
      readMeta(doc, 'citation_abstract', TEXT_LIMITS.abstract),
    date: parseDate(readMeta(doc, 'citation_date')),
    categories: readCategories(main.querySelector('.subjects')),
    comments: readText(main.querySelector('td.comments')),
    venue: readText(main.querySelector('td.jref'), TEXT_LIMITS.label),
    version: id.version ?? readVersion(main),
  });
}

/** The heading, as long as its formulas still have their TeX; a meta tag keeps it for good. */
function readTitle(doc: Document, heading: Element): string {
  const declared = readMeta(doc, 'citation_title');
  const isTypeset = heading.querySelector('mjx-container') !== null;
  return isTypeset && declared !== '' ? declared : readText(heading) || declared;
}

/** The full text, as LaTeXML makes it. */
export function readHtmlPage(doc: Document, id: ArxivId): Sighting[] {
  const anchor = doc.querySelector('.ltx_title_document');
  if (!anchor) return [];
  return sight(doc, 'site', id, anchor, {
    title: readText(anchor),
    authors: toAuthors(readBundledNames(doc.querySelectorAll('.ltx_personname'))),
    abstract: readText(
      doc.querySelector('.ltx_abstract'),
      TEXT_LIMITS.abstract,
      '.ltx_title_abstract',
    ),
    version: id.version,
  });
}

/** The choice of formats names the paper by its id alone. */
export function readFormatPage(doc: Document, id: ArxivId): Sighting[] {
  const anchor = doc.querySelector('#content h1') ?? doc.querySelector('h1');
  return anchor ? sight(doc, 'address', id, anchor, {}) : [];
}

function sight(
  doc: Document,
  source: 'arxiv' | 'site' | 'address',
  id: ArxivId,
  anchor: Element,
  facts: GatheredFacts,
): Sighting[] {
  const key = arxivKey(id);
  const doi = toDoiKey(readMeta(doc, 'citation_doi'));
  const candidate = makeCandidate(source, key, [doi], {
    ...facts,
    urls: [`https://arxiv.org/abs/${id.id}`],
    type: 'preprint',
  });
  return [{ key, candidate, anchor, place: 'inside' }];
}

/** "(this version, v3)" in the dateline, or the version that "Cite as" names. */
function readVersion(main: Element): number | undefined {
  const dateline = readText(main.querySelector('.dateline'));
  const cited = readText(main.querySelector('.arxividv'));
  const version =
    /this version, v(\d{1,3})/.exec(dateline)?.[1] ?? /:\S+?v(\d{1,3})\b/.exec(cited)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** One element may hold several names with their affiliations; lines and "and" part them. */
function readBundledNames(elements: Iterable<Element>): string[] {
  const names: string[] = [];
  for (const element of elements) {
    const parted = element.cloneNode(true) as Element;
    for (const end of parted.querySelectorAll('br')) end.replaceWith('; ');
    const text = readText(parted, TEXT_LIMITS.abstract, 'sup, .ltx_contact, .ltx_role_affiliation');
    const pieces = text.replace(/\$[^$]{0,200}\$/g, ' ').split(/\s*(?:,|;|&|\band\b)\s*/);
    names.push(...pieces.filter(isPersonName));
  }
  return names;
}

function isPersonName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}.’' -]{2,40}$/u.test(text) &&
    /\s/.test(text) &&
    !/universit|institut|department|laborator|college|school|research|inc\.?$/i.test(text)
  );
}
