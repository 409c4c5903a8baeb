import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import { titleKey } from '../core/title-key';
import { makeCandidate, toAuthors } from './candidate';
import { parseDate } from './page-date';
import { readText } from './page-text';
import type { PageKind, Sighting, SiteAdapter, UrlCases } from './site-adapter';

const HOSTS = /^(?:www\.)?lingbuzz\.net$|^ling\.auf\.net$/;
const PAPER = /^\/lingbuzz\/(\d{6})\/?$/;
const PDF = /^\/lingbuzz\/(\d{6})\/(?:current|v\d+)\.pdf$/;

/** LingBuzz declares nothing, and numbers its papers in a way that no one else uses. */
export const lingbuzz: SiteAdapter = {
  id: 'lingbuzz',
  name: 'LingBuzz',
  matches: ['https://lingbuzz.net/*', 'https://ling.auf.net/*'],
  hosts: (url) => HOSTS.test(url.hostname),

  classify(url): PageKind {
    if (!HOSTS.test(url.hostname)) return null;
    if (PAPER.test(url.pathname)) return 'paper';
    return PDF.test(url.pathname) ? 'pdf' : null;
  },

  read(doc, url): Sighting[] {
    const id = PAPER.exec(url.pathname)?.[1];
    const heading = doc.querySelector(`a[href*="/${id}/current.pdf"]`)?.parentElement;
    const block = heading?.closest('center');
    if (!block) return [];
    const title = readText(heading);
    const authors = toAuthors(
      [...block.querySelectorAll(`a[href*="/${id}?"]`)].map((link) => readText(link)),
    );
    const date = parseDate(readText(block).slice(-40));
    const year = Number(date?.slice(0, 4)) || undefined;
    const candidate = makeCandidate('site', titleKey(title, authors[0]?.name, year), [], {
      title,
      authors,
      date,
      abstract: readAbstract(block),
      urls: [`https://lingbuzz.net/lingbuzz/${id}`],
      type: 'preprint',
    });
    return [{ key: candidate.key, candidate, anchor: block, place: 'inside' }];
  },
};

/** The bare text between the block of the title and the table of facts. */
function readAbstract(block: Element): string {
  const pieces: string[] = [];
  for (let next = block.nextSibling; next && next.nodeName !== 'TABLE'; next = next.nextSibling) {
    pieces.push(next.textContent ?? '');
  }
  return cleanLine(pieces.join(' '), TEXT_LIMITS.abstract);
}

export const urlCases: UrlCases = {
  paper: ['https://lingbuzz.net/lingbuzz/001234', 'https://ling.auf.net/lingbuzz/001234'],
  pdf: ['https://lingbuzz.net/lingbuzz/001234/current.pdf'],
  list: [],
  none: ['https://lingbuzz.net/', 'https://lingbuzz.net/lingbuzz', 'https://lingbuzz.net/_people'],
};
