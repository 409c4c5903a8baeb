import { TEXT_LIMITS } from '../../core/clean-text';
import { type GatheredFacts, toAuthors } from '../candidate';
import { readText } from '../page-text';

/**
 * Names as pages mark them up: schema.org in attributes, ScienceDirect's parts of names, ACM before
 * 2022. The first kind that is there counts.
 */
const NAMES: readonly (readonly [selector: string, parts: string])[] = [
  ['[property="author"]', '[property="givenName"], [property="familyName"]'],
  ['[itemprop="author"]', '[itemprop="name"]'],
  ['.author-group .react-xocs-alternative-link', '.given-name, .surname'],
  ['.author-group .author', '.given-name, .surname'],
  ['.authorGroup .authorName', ''],
  ['li.loa__item .loa__author-name', ''],
];

/**
 * What a page shows where its metadata names an identifier but too little else. The title is the
 * first heading, if the page's own title says the same: on a "please wait" page it does not.
 */
export function readVisibleFacts(doc: Document): GatheredFacts {
  return { title: findHeading(doc)?.title, authors: toAuthors(readVisibleNames(doc)) };
}

/** The heading that is the paper's title. */
export function findHeading(doc: Document): { element: Element; title: string } | null {
  const pageTitle = fold(doc.title);
  for (const element of doc.querySelectorAll('h1, [itemprop="headline"]')) {
    const title = readText(element, TEXT_LIMITS.title, '.title-footnote, sup.xref');
    const folded = fold(title);
    if (folded.length > 8 && pageTitle.startsWith(folded.slice(0, 60))) return { element, title };
  }
  return null;
}

export function readVisibleNames(doc: Document): string[] {
  for (const [selector, parts] of NAMES) {
    const names = [...doc.querySelectorAll(selector)].map((element) => readName(element, parts));
    const known = names.filter((name) => name !== '');
    if (known.length > 0) return [...new Set(known)];
  }
  return [];
}

function readName(element: Element, parts: string): string {
  const pieces = parts === '' ? [] : [...element.querySelectorAll(parts)];
  const texts = (pieces.length > 0 ? pieces : [element]).map((piece) =>
    readText(piece, 200, 'sup'),
  );
  return texts.filter(Boolean).join(' ');
}

/** Letters and digits only: titles differ in dashes, spaces and quotes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
