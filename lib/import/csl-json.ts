import { parseName, toAuthor } from '../core/names';
import type { Author, PaperType } from '../core/paper';
import { parseAuthorList } from './author-list';
import { toDate, toDateOf } from './dates';
import { decodeEntities } from './html-entities';
import {
  arrayOf,
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

/** CSL's types, and those of Crossref's and DataCite's answers. */
export const CSL_TYPES: Readonly<Record<string, PaperType | undefined>> = {
  article: 'preprint',
  preprint: 'preprint',
  manuscript: 'preprint',
  'posted-content': 'preprint',
  'article-journal': 'journal-article',
  'article-magazine': 'journal-article',
  'article-newspaper': 'journal-article',
  'journal-article': 'journal-article',
  review: 'journal-article',
  'paper-conference': 'conference-paper',
  'proceedings-article': 'conference-paper',
  speech: 'conference-paper',
  thesis: 'thesis',
  dissertation: 'thesis',
  report: 'report',
  'report-component': 'report',
  standard: 'report',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  proceedings: 'book',
  collection: 'book',
  chapter: 'chapter',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  entry: 'chapter',
  webpage: 'webpage',
  post: 'webpage',
  'post-weblog': 'webpage',
  dataset: undefined,
  software: undefined,
  patent: undefined,
  document: undefined,
  other: undefined,
};

/** A line of Zotero's "Extra", which becomes the note, may name an identifier. */
const ID_LINE = /^(?:arxiv|doi|pmid|pmcid|bibcode)\s*:/i;

/** CSL-JSON: an array of items, one item alone, or `{"items": […]}`. */
export function* readCslJson(text: string): Generator<ReadItem> {
  const start = jsonStart(text);
  if (text[start] === '[') {
    yield* readItems(text, start);
    return;
  }
  const whole: JsonItem = { key: '', start, end: text.length, line: 1 };
  for (const member of eachJsonItem(text, start)) {
    if (typeof member === 'number') yield { position: member };
    else if (member.key === 'items' && text[member.start] === '[') {
      yield* readItems(text, member.start);
      return;
    }
  }
  yield readItem(text, whole);
}

function* readItems(text: string, start: number): Generator<ReadItem> {
  for (const item of eachJsonItem(text, start)) {
    yield typeof item === 'number' ? { position: item } : readItem(text, item);
  }
}

function readItem(text: string, item: JsonItem): ReadItem {
  const parsed = parseJsonItem(text, item);
  const problem = (code: 'unreadable' | 'nothing-found', message: string): ReadItem =>
    toProblem(code, item.line, message, text, item.start);
  if ('reason' in parsed) return problem('unreadable', `Item could not be read: ${parsed.reason}`);
  if (!isJsonObject(parsed.value)) return problem('unreadable', 'Item is not an object');
  const paper = toExchangePaper(toDraft(parsed.value));
  if (paper) return { record: { paper, line: item.line } };
  return problem('nothing-found', 'Item has neither title nor identifier');
}

function toDraft(item: JsonObject): PaperDraft {
  const kind = textOf(item, 'type').toLowerCase();
  const key = textOf(item, 'citation-key', 'citekey', 'citationKey', 'id');
  const note = extraLines(textOf(item, 'note'));
  const keyLine = note.find((line) => /^citation key\s*:/i.test(line));
  const { authors, hasMore } = findAuthors(item);
  const text = (...names: string[]): string => withoutForeignTags(textOf(item, ...names));
  return {
    title: [text('title') || firstText(item, 'title'), firstText(item, 'subtitle')]
      .filter(Boolean)
      .join(': '),
    authors,
    hasMoreAuthors: hasMore,
    idTexts: [
      textOf(item, 'DOI', 'doi'),
      textOf(item, 'number'),
      textOf(item, 'arxiv', 'archive_location', 'archiveID'),
      ...note.filter((line) => ID_LINE.test(line)).map((line) => line.replace(/ \[.*$/, '')),
      withLabel('PMID:', textOf(item, 'PMID')),
      withLabel('PMCID:', textOf(item, 'PMCID')),
      textOf(item, 'URL'),
      key,
    ],
    urls: [textOf(item, 'URL', 'url')],
    abstract: text('abstract'),
    date: findDate(item),
    venue:
      text('container-title', 'publicationTitle', 'event-title', 'event') ||
      firstText(item, 'container-title') ||
      (CSL_TYPES[kind] === 'book' ? text('collection-title') : ''),
    volume: textOf(item, 'volume'),
    number: textOf(item, 'issue', 'number'),
    pages: textOf(item, 'page', 'pages', 'article-number') || textOf(item, 'number-of-pages'),
    publisher: text('publisher'),
    type: Object.hasOwn(CSL_TYPES, kind) ? CSL_TYPES[kind] : undefined,
    categories: [...textsOf(item, 'categories'), ...note.map(categoryIn)],
    tags: findTags(item),
    note: textOf(item, 'annote', 'annotation'),
    // Crossref's ids are addresses, Zotero's too; what people cite by is a word.
    citationKey:
      keyLine?.replace(/^[^:]*:\s*/, '') ?? (/^(?:https?:|10\.)|\//i.test(key) ? '' : key),
    comments: note.filter((line) => !/^[a-z][\w .-]{1,30}:/i.test(line)).join(' '),
  };
}

function findAuthors(item: JsonObject): { authors: Author[]; hasMore: boolean } {
  const given = Object.hasOwn(item, 'author') ? item.author : undefined;
  if (typeof given === 'string') return parseAuthorList(given);
  const people = [arrayOf(item, 'author'), arrayOf(item, 'editor')].find((all) => all.length > 0);
  const names = (people ?? []).map(toCslAuthor).filter((author) => author.name !== '');
  // What converters make of BibTeX's "and others".
  const last = people?.at(-1);
  const hasMore =
    isJsonObject(last) && textOf(last, 'family') === 'others' && !textOf(last, 'given');
  return { authors: hasMore ? names.slice(0, -1) : names, hasMore };
}

function toCslAuthor(value: unknown): Author {
  if (typeof value === 'string') return parseName(value);
  if (!isJsonObject(value)) return { name: '' };
  const literal = textOf(value, 'literal');
  if (literal !== '') return toAuthor({ literal });
  const family = textOf(value, 'family', 'lastName');
  const given = textOf(value, 'given', 'firstName');
  // Crossref names groups so; its people have a family name.
  if (family === '') return parseName(textOf(value, 'name') || given);
  const dropping = textOf(value, 'dropping-particle');
  const particle = [dropping, textOf(value, 'non-dropping-particle')].filter(Boolean).join(' ');
  const suffix = textOf(value, 'suffix');
  // CSL processors find particles in the family name themselves.
  const split = particle === '' ? parseName(`${family}, ${given || 'x'}`) : undefined;
  const parts =
    split?.particle && split.family
      ? { family: split.family, particle: split.particle }
      : { family, ...(particle && { particle }) };
  return toAuthor({ ...parts, ...(given && { given }), ...(suffix && { suffix }) });
}

/** `issued` in all its forms, else what Crossref and DataCite call the date. */
function findDate(item: JsonObject): string | undefined {
  for (const name of ['issued', 'published', 'published-print', 'published-online', 'posted']) {
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    const date = isJsonObject(value) ? fromDateParts(value) : toDate(textOf(item, name));
    if (date) return date;
  }
  return toDate(textOf(item, 'date', 'year'));
}

function fromDateParts(value: JsonObject): string | undefined {
  const [first] = arrayOf(value, 'date-parts');
  const parts = Array.isArray(first) ? first : arrayOf(value, 'date-parts');
  const [year = '', month = '', day = ''] = parts.map((part) => String(part ?? ''));
  return toDateOf(year, month, day) ?? toDate(textOf(value, 'raw', 'literal', 'date-time', 'year'));
}

/** Crossref gives titles as arrays. */
function firstText(item: JsonObject, name: string): string {
  return withoutForeignTags(textsOf(item, name)[0] ?? '');
}

function findTags(item: JsonObject): string[] {
  const words = textOf(item, 'keyword', 'keywords');
  const separator = words.includes(',') ? ',' : ';';
  return [...words.split(separator), ...textsOf(item, 'keyword'), ...textsOf(item, 'tags')];
}

/** Zotero keeps what has no field of its own in lines of the note ("arXiv: 1706.03762 [cs.CL]"). */
function extraLines(note: string): string[] {
  return note.split('\n', 100).map((line) => line.trim());
}

/** `cs.CL` in "arXiv:1706.03762 [cs.CL]". */
function categoryIn(line: string): string {
  return /^arxiv:\s*\S+ \[([\w.-]{2,20})\]/i.exec(line)?.[1] ?? '';
}

function withLabel(label: string, value: string): string {
  return /^\d/.test(value) ? label + value : value;
}

/** CSL's own no-case spans and small capitals; the JATS and MathML that Crossref passes on. */
function withoutForeignTags(text: string): string {
  if (!text.includes('<')) return text;
  const isJats = text.includes('<jats:') || text.includes('<mml:');
  const plain = text
    .replace(/<(\/?)(?:jats:)(italic|bold|sub|sup)(?: [^<>]*)?>/g, (_, slash, name) => {
      const short: string = { italic: 'i', bold: 'b' }[name as string] ?? name;
      return `<${slash}${short}>`;
    })
    .replace(/<jats:title>[^<>]{0,40}<\/jats:title>/g, '')
    .replace(/<\/?(?:jats|mml):[^<>]*>/g, ' ')
    .replace(
      /<span (?:class="nocase"|style="font-variant: ?small-caps;?")>|<\/span>|<\/?scp?>/g,
      '',
    );
  return isJats ? decodeEntities(plain) : plain;
}
