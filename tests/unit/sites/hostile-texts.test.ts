import { describe, expect, it } from 'vitest';
import { parseIdentifier, parsePaperAddress } from '../../../lib/core/identifiers';
import { readPage } from '../../../lib/sites/index';
import { parseDate } from '../../../lib/sites/page-date';
import { parsePage, readFixtures } from '../../support/read-fixture';

const LONG = 100_000;
/** Runs that make a pattern with two ways through a text try them all. */
const RUNS: readonly (readonly [name: string, text: string])[] = [
  ['one letter', 'a'.repeat(LONG)],
  ['spaces', ' '.repeat(LONG)],
  ['spaces and letters', 'a '.repeat(LONG / 2)],
  ['commas', ','.repeat(LONG)],
  ['digits', '1'.repeat(LONG)],
  ['dots between digits', '1.'.repeat(LONG / 2)],
  ['slashes', '/'.repeat(LONG)],
  ['brackets', '('.repeat(LONG / 2) + ')'.repeat(LONG / 2)],
  ['tags that never end', '<i '.repeat(LONG / 3)],
  ['entities', '&#x41'.repeat(LONG / 5)],
  ['dollars', '$'.repeat(LONG)],
  ['dashes between words', 'a - '.repeat(LONG / 4)],
  ['a DOI that never ends', `10.1000/${'a.'.repeat(LONG / 2)}`],
];

describe('S-16: long runs of one thing', () => {
  it.each(RUNS)('%s leave every reader of pages its page', (_name, text) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    for (const { name, html, url } of readFixtures()) {
      const before = readPage(parsePage(html, url), url).length;
      const page = html.replaceAll(/\b(?:Invented|invention|invented|Doe|Roe)\b/g, escaped);
      const papers = readPage(parsePage(page, url), url);
      // A title that became a mere run may be none, but no row of another paper goes with it.
      expect(papers.length, name).toBeLessThanOrEqual(before);
      for (const { candidate } of papers) expect(candidate.title.length).toBeLessThan(2_000);
    }
  });

  it.each(RUNS)('%s are no identifier, no address and no date', (_name, text) => {
    expect(parseIdentifier(text)).toBeNull();
    expect(parsePaperAddress(`https://arxiv.org/abs/${text}`)).toBeNull();
    expect(parsePaperAddress(`https://dl.acm.org/doi/${text}`)).toBeNull();
    expect(parseDate(text) ?? '').not.toMatch(/\d{5}/);
  });
});

describe('S-17: Unicode that deceives or piles up', () => {
  const TITLES: readonly (readonly [name: string, title: string, read: RegExp])[] = [
    ['a right-to-left override', 'A \u202egnp.txt\u202c title', /^A gnp\.txt title$/],
    ['zero-width letters', 'A t\u200bi\u200ct\u2060l\ufeffe', /^A title$/],
    ['ten thousand combining marks', `A${'\u0301'.repeat(10_000)} title`, /^.{1,2000}$/s],
    ['a family of one emoji', 'A 👩‍👩‍👧‍👦 title', /^A .+ title$/],
    ['letters that look alike', 'А Тіtlе', /^А Тіtlе$/],
  ];

  it.each(TITLES)('a title with %s is read as a person sees it', (_name, title, read) => {
    const url = new URL('https://huggingface.co/papers/date/2031-01-01');
    const html = `<main><article><h3><a href="/papers/3101.00001">${title}</a></h3></article></main>`;
    const [sighting] = readPage(parsePage(html, url), url);
    expect(sighting?.candidate.title).toMatch(read);
    expect(sighting?.key).toBe('arxiv:3101.00001');
  });
});
