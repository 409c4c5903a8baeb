import { BACKUP_FORMAT } from '../core/backup';
import type { InputFault } from '../core/errors';
import { isArxivListingText } from './arxiv-listing-text';
import { CSL_TYPES } from './csl-json';
import { findCsvShape } from './csv';
import { isFeedCardsText } from './feed-cards-text';
import { eachJsonItem, isJsonObject, type JsonItem, jsonStart, parseJsonItem } from './json-items';
import { isListingText } from './listing-text';

export const IMPORT_FORMATS = [
  'backup',
  'bibtex', // and BibLaTeX
  'ris',
  'csl-json',
  'csv',
  'medline',
  'papermemory', //      its memory file, or its map of ids to BibTeX
  'papermemory-list', // an array of addresses, or of {url, title, tags, codeLink}
  'bookmarks',
  'listing', //          text copied from a listing page
  'identifiers', //      anything else: ids, DOIs and addresses, line by line
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A kind of file that we know and do not read. */
export interface RefusedFormat {
  readonly refused: InputFault;
}

/** So much of a text tells its kind. */
const HEAD = 200_000;
const MAX_SAMPLES = 20;
const MAX_SAMPLE = 10_000;

const REFUSED: readonly (readonly [RegExp, InputFault])[] = [
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?<rdf:RDF/, 'zotero-rdf'],
  [/^\s*(?:<\?xml[^>]{0,200}>\s*)?<xml>\s*<records>/, 'endnote-xml'],
  [
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE [^>]{0,300}>\s*)?<(?:modsCollection|mods|PubmedArticleSet|records|b:Sources|feed|rss|opml)\b/i,
    'xml',
  ],
  [/^\s*FN (?:Clarivate|Thomson|ISI)/, 'web-of-science'],
  [
    /^\s*%0 (?:Journal|Conference|Book|Thesis|Report|Generic|Electronic|Web|Magazine|Edited)/,
    'refer',
  ],
  [/^%PDF-/, 'pdf'],
  [/^PK[^\w\s]/, 'zip'],
  [/^\s*<!doctype html|^\s*<html\b/i, 'web-page'],
];

/**
 * What kind of file a text is, from its content; the file's name decides only where content cannot.
 * Reads no more than the first part of the text.
 */
export function detectFormat(text: string, fileName = ''): ImportFormat | RefusedFormat {
  const head = text.slice(0, HEAD).replace(/^\ufeff/, '');
  const start = jsonStart(text);
  if (
    /^<!DOCTYPE NETSCAPE-Bookmark-file|^<(?:DL|DT|META|TITLE|H1)\b[\s\S]*<DT><A /i.test(
      head.trimStart(),
    )
  ) {
    return 'bookmarks';
  }
  if (text[start] === '{' || text[start] === '[') {
    const format = detectJson(text, start);
    if (format) return format;
  }
  const refused = REFUSED.find(([pattern]) => pattern.test(head.slice(0, 2_000)));
  if (refused) return { refused: refused[1] };
  // Cells of a table may hold lines of any format, so its header comes first.
  const shape = findCsvShape(head);
  if (shape && shape.names.length > 1) return 'csv';
  const listings = [isListingText, isFeedCardsText, isArxivListingText];
  if (listings.some((isListing) => isListing(head))) return 'listing';
  if (/^[ \t]{0,8}TY[ \t]{0,4}-/m.test(head)) return 'ris';
  if (/^PMID ?- ?\d/m.test(head)) return 'medline';
  if (/^[^\n\r%]{0,200}@[ \t]*[a-z]+\s*[{(]/im.test(head)) return 'bibtex';
  if (shape) return 'csv';
  return /\.bib$/i.test(fileName) ? 'bibtex' : 'identifiers';
}

/** From the first members of an object, or the first elements of an array. */
function detectJson(text: string, start: number): ImportFormat | null {
  const head = text.slice(0, HEAD + start);
  const samples = [...firstItems(head, start)];
  const isArray = text[start] === '[';
  const values = samples.map((item) => toSample(head, item));
  if (isArray) {
    const isList = values.some((value) => isLink(value)) && !values.some(isCsl);
    if (isList) return 'papermemory-list';
    return values.some((value) => isJsonObject(value)) ? 'csl-json' : null;
  }
  if (samples.some(({ key }, at) => key === 'format' && values[at] === BACKUP_FORMAT))
    return 'backup';
  if (samples.some(({ key }) => key === '__dataVersion')) return 'papermemory';
  if (values.some(isMemoryPaper)) return 'papermemory';
  if (samples.some(({ key }) => key === 'items' || key === 'type' || key === 'title'))
    return 'csl-json';
  return null;
}

function* firstItems(text: string, start: number): Generator<JsonItem> {
  let count = 0;
  for (const item of eachJsonItem(text, start)) {
    if (typeof item === 'number') continue;
    yield item;
    count += 1;
    if (count >= MAX_SAMPLES) return;
  }
}

/** A value as far as its kind shows: of an object the first members, of which long ones are ''. */
function toSample(text: string, item: JsonItem): unknown {
  if (text[item.start] !== '{') return parseShort(text, item);
  const members = [...firstItems(text, item.start)].map((member) => [
    member.key,
    text[member.start] === '{' ? '' : parseShort(text, member),
  ]);
  return Object.fromEntries(members);
}

function parseShort(text: string, item: JsonItem): unknown {
  const parsed = item.end - item.start > MAX_SAMPLE ? { value: '' } : parseJsonItem(text, item);
  return 'value' in parsed ? parsed.value : '';
}

function isCsl(value: unknown): boolean {
  return isJsonObject(value) && Object.hasOwn(CSL_TYPES, String(value.type));
}

function isLink(value: unknown): boolean {
  if (typeof value === 'string') return /^https?:\/\//i.test(value.trim());
  return isJsonObject(value) && typeof value.url === 'string';
}

/** PaperMemory's papers, also its map of ids to BibTeX. */
function isMemoryPaper(value: unknown): boolean {
  if (typeof value === 'string') return /^\s*@[a-z]+\s*\{/i.test(value);
  if (!isJsonObject(value)) return false;
  return ['pdfLink', 'bibtex', 'bibtext', 'addDate'].some((name) => Object.hasOwn(value, name));
}
