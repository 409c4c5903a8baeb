import { TEXT_LIMITS } from '../../core/clean-text';
import { readText } from '../page-text';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [class*="title" i], [class*="heading" i]';
const LABEL = /^(?:\d\.?\s*)?(?:abstract|summary|résumé|zusammenfassung|resumen|摘要)\s*[:.]?$/i;
const LEADING_LABEL = /^(?:abstract|summary|résumé)\s*[:.—-]?\s+(?=\S)/i;
/** Shorter than any abstract; longer is the whole text of the paper. */
const MIN_LENGTH = 80;
const MAX_LENGTH = 12_000;
/** Ids and classes that say what they hold, the most exact first. */
const NAMED = [
  '[id="abstract" i], [id^="abs" i][id$="-content"], [property="abstract"], [itemprop="abstract"]',
  '[class~="abstract" i], [class*="abstractSection" i], [class*="acl-abstract" i], [class~="abstract-content" i]',
  '[id*="abstract" i], [class*="abstract" i]',
]
  .join('\n')
  .split('\n');

/** The abstract that a page shows: under a heading that says so, or in an element named so. */
export function findAbstract(doc: Document): string {
  for (const heading of doc.querySelectorAll(HEADINGS)) {
    if ((heading.textContent ?? '').length > 40 || !LABEL.test(readText(heading))) continue;
    const text = readBelow(heading);
    if (isAbstract(text)) return text;
  }
  for (const selector of NAMED) {
    for (const element of doc.querySelectorAll(selector)) {
      const text = readBlock(element);
      if (isAbstract(text)) return text;
    }
  }
  return '';
}

/** What follows the heading, up to the next one; or else the rest of what it stands in. */
function readBelow(heading: Element): string {
  const texts: string[] = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(HEADINGS)) break;
    texts.push(readBlock(next));
  }
  const below = texts.filter(Boolean).join(' ');
  const parent = heading.parentElement;
  if (below !== '' || !parent || (parent.textContent ?? '').length > MAX_LENGTH) return below;
  return readBlock(parent);
}

function readBlock(element: Element): string {
  if ((element.textContent ?? '').length > MAX_LENGTH * 2) return '';
  return readText(element, TEXT_LIMITS.abstract, 'script, nav, form, ul.nav').replace(
    LEADING_LABEL,
    '',
  );
}

function isAbstract(text: string): boolean {
  return text.length >= MIN_LENGTH && text.length <= MAX_LENGTH;
}
