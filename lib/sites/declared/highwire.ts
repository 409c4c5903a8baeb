import { TEXT_LIMITS } from '../../core/clean-text';
import type { PaperType } from '../../core/paper';
import { toAuthors } from '../candidate';
import { parseDate } from '../page-date';
import { type Declaration, toAddressKey, toDeclaredKey, withoutNulls } from './declaration';
import { allOf, firstOf, type MetaMap } from './meta-map';

/** Tags that only papers carry; a title, authors and a date stand on blog posts too. */
const PAPER_TAGS = [
  'journal_title',
  'journal_abbrev',
  'conference_title',
  'conference',
  'inbook_title',
  'book_title',
  'dissertation_institution',
  'dissertation_name',
  'technical_report_institution',
  'technical_report_number',
  'pdf_url',
  'firstpage',
  'issn',
  'isbn',
];

const PREFIXES = ['citation_', 'bepress_citation_', 'wkhealth_'];

/**
 * Highwire Press tags, `citation_title` and so on, which Google Scholar asks of publishers; and
 * those of bepress and Wolters Kluwer, which differ by a prefix. Null where there is neither title nor identifier.
 * Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function readHighwire(metas: MetaMap): Declaration | null {
  const prefix = PREFIXES.find((each) => metas.has(`${each}title`)) ?? 'citation_';
  const one = (...names: string[]) => firstOf(metas, ...names.map((name) => prefix + name));
  const title = one('title');
  const ids = withoutNulls([
    toDeclaredKey(one('arxiv_id'), 'arxiv'),
    toDeclaredKey(one('doi')),
    toDeclaredKey(one('pmid'), 'pmid'),
    toDeclaredKey(one('pmcid', 'pmc_id'), 'pmcid'),
  ]);
  const linkedIds = withoutNulls([
    toAddressKey(one('abstract_html_url', 'public_url')),
    toAddressKey(one('pdf_url')),
  ]);
  if (title === '' && ids.length === 0) return null;
  const isPaper =
    ids.length + linkedIds.length > 0 || PAPER_TAGS.some((tag) => metas.has(prefix + tag));
  const conference = one('conference_title', 'conference');
  return {
    ids,
    linkedIds,
    isPaper,
    facts: {
      title: title.slice(0, TEXT_LIMITS.title),
      authors: toAuthors(readNames(metas, prefix)),
      abstract: one('abstract'),
      date: parseDate(one('publication_date', 'date', 'online_date', 'cover_date', 'year')),
      venue:
        one('journal_title') || conference || one('inbook_title', 'book_title', 'journal_abbrev'),
      volume: one('volume'),
      number: one('issue', 'technical_report_number'),
      pages: joinPages(one('firstpage'), one('lastpage')),
      publisher: one('publisher', 'technical_report_institution', 'dissertation_institution'),
      type: readType(one, conference),
      keywords: splitKeywords(allOf(metas, `${prefix}keywords`)),
    },
  };
}

function readType(one: (...names: string[]) => string, conference: string): PaperType | undefined {
  if (one('dissertation_institution', 'dissertation_name')) return 'thesis';
  if (one('technical_report_institution', 'technical_report_number')) return 'report';
  if (conference) return 'conference-paper';
  if (one('inbook_title')) return 'chapter';
  if (one('journal_title', 'journal_abbrev')) return 'journal-article';
  return one('arxiv_id') ? 'preprint' : undefined;
}

function readNames(metas: MetaMap, prefix: string): readonly string[] {
  const each = allOf(metas, `${prefix}author`);
  // Some put several names into one tag, parted by semicolons.
  if (each.length > 0) return each.flatMap((name) => name.split(/\s*;\s*/));
  return splitNames(firstOf(metas, `${prefix}authors`));
}

/** "A. Doe, B. Roe, and C. Poe", or "Doe, A.; Roe, B.". */
export function splitNames(text: string): string[] {
  const parts = text.includes(';')
    ? text.split(';')
    : text.split(/,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/);
  return parts.map((name) => name.trim()).filter((name) => name !== '');
}

export function joinPages(first: string, last: string): string {
  if (first === '' || last === '' || first === last) return first;
  return first.includes('-') ? first : `${first}-${last}`;
}

/** One tag holds one keyword, or several parted by semicolons or commas. */
export function splitKeywords(texts: readonly string[]): string[] {
  const split = texts.flatMap((text) => text.split(text.includes(';') ? ';' : ','));
  const words = split
    .map((word) => word.trim())
    .filter((word) => word !== '' && word.length <= 100);
  return [...new Set(words)].slice(0, 100);
}
