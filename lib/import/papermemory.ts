import { cleanLine } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { parseAuthorList } from './author-list';
import { readBibtex } from './bibtex';
import { toDateOf, toMoment } from './dates';
import {
  eachJsonItem,
  isJsonObject,
  type JsonItem,
  type JsonObject,
  jsonStart,
  parseJsonItem,
  textOf,
  textsOf,
} from './json-items';
import { type PaperDraft, toExchangePaper } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';

/** The prefixes of PaperMemory's own ids that carry an identifier of ours. */
const ID_LABELS: readonly (readonly [RegExp, string])[] = [
  [/^Arxiv-/i, 'arxiv:'],
  [/^OR-/i, 'openreview:'],
  [/^ACL-/i, 'acl:'],
  [/^PMC-/i, 'pmcid:'],
  [/^DOI-/i, 'doi:'],
  [/^HAL-/i, 'hal:'],
];
/** "Accepted @ ICML 2031 -- [openreview.net]", "Published @ JMLR (2031)". */
const VENUE_LINE =
  /^[ \t]{0,9}(?:accepted|published|presented) ?@ ?(.{1,200}?) ?(?:--.*|\(\d{4}\) ?)?$/im;

/**
 * PaperMemory's whole memory, as exported or as it stands in its gist: one object of papers by their
 * ids, with metadata under keys that start with `__`. Also its map of ids to BibTeX.
 */
export function* readPaperMemory(text: string): Generator<ReadItem> {
  for (const item of eachJsonItem(text, jsonStart(text))) {
    if (typeof item === 'number') yield { position: item };
    else if (!item.key.startsWith('__')) yield readPaper(text, item);
  }
}

/** Its tag export: an array of addresses, or of `{url, title?, tags?, codeLink?}`. */
export function* readPaperMemoryList(text: string): Generator<ReadItem> {
  for (const item of eachJsonItem(text, jsonStart(text))) {
    yield typeof item === 'number' ? { position: item } : readLink(text, item);
  }
}

function readPaper(text: string, item: JsonItem): ReadItem {
  return readItem(text, item, (value) => {
    if (typeof value === 'string') return fromBibtex(value) ?? null;
    return isJsonObject(value) ? toExchangePaper(toDraft(item.key, value)) : undefined;
  });
}

function readLink(text: string, item: JsonItem): ReadItem {
  return readItem(text, item, (value) => {
    const json = typeof value === 'string' ? { url: value } : value;
    return isJsonObject(json) ? fromLink(json) : undefined;
  });
}

/** `undefined` says "not readable", `null` "names no paper". */
function readItem(
  text: string,
  item: JsonItem,
  toPaper: (value: unknown) => ExchangePaper | null | undefined,
): ReadItem {
  const parsed = parseJsonItem(text, item);
  const problem = (code: 'unreadable' | 'nothing-found', message: string): ReadItem =>
    toProblem(code, item.line, message, text, item.start);
  if ('reason' in parsed) return problem('unreadable', `Paper could not be read: ${parsed.reason}`);
  const paper = toPaper(parsed.value);
  if (paper) return { record: { paper, line: item.line } };
  return paper === null
    ? problem('nothing-found', 'No paper is named here')
    : problem('unreadable', 'Paper could not be read: it is not an object');
}

function fromLink(json: JsonObject): ExchangePaper | null {
  const url = textOf(json, 'url', 'link', 'pdfLink');
  const paper = toExchangePaper({
    title: textOf(json, 'title'),
    idTexts: [url],
    urls: [url],
    codeLinks: [textOf(json, 'codeLink')],
    tags: textsOf(json, 'tags'),
  });
  // An address of no site that we know is kept if the file names the paper.
  return paper?.id || paper?.title ? paper : null;
}

function toDraft(key: string, json: JsonObject): PaperDraft {
  const id = textOf(json, 'id') || key;
  const fromEntry = fromBibtex(textOf(json, 'bibtex', 'bibtext'));
  const { authors, hasMore } = parseAuthorList(textOf(json, 'author'));
  const note = textOf(json, 'note');
  const venue = known(textOf(json, 'venue'));
  return {
    title: textOf(json, 'title'),
    authors: authors.length > 0 ? authors : fromEntry?.authors,
    hasMoreAuthors: hasMore,
    idTexts: [
      toIdText(id),
      textOf(json, 'pdfLink'),
      textOf(json, 'doi'),
      ...(fromEntry?.ids ?? []),
    ],
    urls: [toPageUrl(textOf(json, 'pdfLink')), textOf(json, 'pdfLink')],
    codeLinks: [textOf(json, 'codeLink'), codeUrl(json)],
    date: toDateOf(textOf(json, 'year')) ?? fromEntry?.date,
    venue: venue || VENUE_LINE.exec(note.slice(0, 2_000))?.[1] || fromEntry?.venue,
    volume: fromEntry?.volume,
    number: fromEntry?.number,
    pages: fromEntry?.pages,
    publisher: fromEntry?.publisher,
    abstract: textOf(json, 'abstract') || fromEntry?.abstract,
    type: fromEntry?.type,
    tags: textsOf(json, 'tags'),
    note,
    starred: json.favorite === true,
    citationKey: textOf(json, 'key') || fromEntry?.citationKey,
    addedAt: toMoment(textOf(json, 'addDate')),
    openedAt: toMoment(textOf(json, 'lastOpenDate')),
  };
}

function fromBibtex(bibtex: string): ExchangePaper | undefined {
  if (!bibtex.includes('@')) return undefined;
  for (const item of readBibtex(bibtex)) if ('record' in item) return item.record.paper;
  return undefined;
}

/** `Arxiv-3101.00042`, `Arxiv-math_0309136`; in old files the bare number. */
function toIdText(id: string): string {
  const label = ID_LABELS.find(([prefix]) => prefix.test(id));
  if (!label) return id;
  const value = id.replace(label[0], '');
  return label[1] + (label[1] === 'openreview:' ? value : value.replaceAll('_', '/'));
}

/** The page about the paper, which PaperMemory makes from the address of the PDF. */
function toPageUrl(pdfLink: string): string {
  return pdfLink
    .replace(/^(https?:\/\/(?:www\.)?arxiv\.org)\/pdf\/(.+?)(?:\.pdf)?$/, '$1/abs/$2')
    .replace(/^(https:\/\/openreview\.net)\/pdf(?=\?)/, '$1/forum');
}

function codeUrl(json: JsonObject): string {
  const code = json.code;
  return isJsonObject(code) ? textOf(code, 'url', 'link') : '';
}

/** Old files say "unknown" and "undefined" for nothing. */
function known(text: string): string {
  return /^(?:unknown|undefined|null|none|n\/a|)$/i.test(cleanLine(text, 100)) ? '' : text;
}
