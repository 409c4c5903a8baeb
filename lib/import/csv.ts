import { unguardFormula } from '../core/formula-guard';
import { parseName } from '../core/names';
import type { PaperType, ReadingStatus } from '../core/paper';
import { parseAuthorList } from './author-list';
import { type CsvRow, eachCsvRow } from './csv-rows';
import { toDate, toMoment } from './dates';
import { type PaperDraft, toExchangePaper } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';

/** Names of columns as tools write them, in lower case: ours, Zotero's, Scopus', IEEE's, PubMed's, Notion's. */
const COLUMN_NAMES = {
  title: ['title', 'article title', 'document title', 'paper title', 'titel', 'titre', 'título'],
  authors: ['authors', 'author', 'author(s)', 'author full names', 'creators', 'author names'],
  year: ['year', 'publication year', 'publication_year', 'pub year', 'published year'],
  date: [
    'date',
    'publication date',
    'published',
    'date published',
    'cover date',
    'publicationdate',
  ],
  arxiv: ['arxiv', 'arxiv id', 'arxiv_id', 'arxivid', 'eprint'],
  doi: ['doi', 'doi link'],
  venue: [
    'venue',
    'journal',
    'publication title',
    'source title',
    'journal/book',
    'conference',
    'booktitle',
    'container title',
    'conference name',
    'source',
  ],
  volume: ['volume'],
  number: ['issue', 'number'],
  pages: ['pages', 'page'],
  publisher: ['publisher'],
  url: ['url', 'link', 'article url', 'paper url', 'address'],
  pdf: ['pdf', 'pdf link', 'pdf url'],
  code: ['code', 'code link', 'code url', 'github', 'repository'],
  tags: ['tags', 'manual tags', 'labels'],
  moreTags: ['automatic tags'],
  keywords: ['keywords', 'author keywords', 'index keywords'],
  lists: ['lists', 'list', 'collections', 'collection', 'folders', 'folder'],
  status: ['status', 'read status', 'reading status', 'state'],
  starred: ['rating', 'starred', 'star', 'favorite', 'favourite'],
  added: ['added', 'date added', 'added at', 'created', 'created time', 'create date'],
  note: ['note', 'notes'],
  comments: ['comments', 'comment'],
  abstract: ['abstract', 'abstract note', 'summary'],
  citationKey: ['citationkey', 'citation key', 'citekey', 'bibtex key', 'bibtexkey'],
  extra: ['extra'],
  type: ['item type', 'type', 'document type', 'publication type'],
  ids: ['id', 'ids', 'identifier', 'identifiers', 'pubmed id', 'pmid', 'pmcid'],
} as const;
type Column = keyof typeof COLUMN_NAMES;

const COLUMN_OF = new Map<string, Column>(
  Object.entries(COLUMN_NAMES).flatMap(([column, names]) =>
    names.map((name): [string, Column] => [name, column as Column]),
  ),
);
const LINKS = new Set<Column | undefined>(['doi', 'arxiv', 'url', 'pdf']);
const DELIMITERS = [',', ';', '\t'] as const;
const MAX_HEADER = 20_000;

const TYPES: readonly (readonly [RegExp, PaperType])[] = [
  [/^preprint$|^posted content$/, 'preprint'],
  [/conference|proceeding/, 'conference-paper'],
  [
    /^journal|^magazine|^newspaper|^article$|^review$|^ieee (?:journals|magazines)/,
    'journal-article',
  ],
  [/thesis|dissertation/, 'thesis'],
  [/report/, 'report'],
  [/chapter|book ?section/, 'chapter'],
  [/^book$/, 'book'],
  [/web ?page|blog/, 'webpage'],
];

/** How the cells of a table are to be understood. */
export interface CsvShape {
  readonly delimiter: string;
  /** What each column holds; undefined for those that we do not read. */
  readonly columns: readonly (Column | undefined)[];
  /** The header's own names, for identifiers ("pmid"). */
  readonly names: readonly string[];
  /** Written by lib/export/csv.ts, which separates by semicolons only. */
  readonly isOurs: boolean;
}

/** The shape that the first row tells, or null where it has no title column. */
export function findCsvShape(text: string): CsvShape | null {
  const head = text.slice(0, MAX_HEADER);
  const shapes = DELIMITERS.map((delimiter) => toShape(head, delimiter))
    .filter((shape) => shape.columns.includes('title'))
    .sort((a, b) => b.names.length - a.names.length);
  return shapes.find((shape) => shape.names.length > 1) ?? shapes[0] ?? null;
}

function toShape(head: string, delimiter: string): CsvShape {
  const [row] = eachCsvRow(head, delimiter, headerStart(head));
  const names = (row?.cells ?? []).map((cell) => cell.trim().toLowerCase().replace(/\s+/g, ' '));
  const columns = names.map((name) => COLUMN_OF.get(name));
  // Notion calls the first column so, whatever it holds; beside an address it is a title.
  const isNotion = !columns.includes('title') && columns.some((each) => LINKS.has(each));
  const title = isNotion ? names.indexOf('name') : -1;
  if (title >= 0) columns[title] = 'title';
  const isOurs = ['arxiv', 'lists', 'rating', 'citationkey'].every((name) => names.includes(name));
  return { delimiter, columns, names, isOurs };
}

/** Excel may name the delimiter in a line of its own before the header. */
function headerStart(text: string): number {
  return /^\ufeff?(?:"?sep=.\r?\n)?/i.exec(text)?.[0].length ?? 0;
}

/** A table with a title column. Rows with more or fewer cells than the header are reported. */
export function* readCsv(text: string): Generator<ReadItem> {
  const shape = findCsvShape(text);
  if (!shape) return;
  let isHeader = true;
  const start = headerStart(text);
  const linesBefore = text.slice(0, start).includes('\n') ? 1 : 0;
  for (const row of eachCsvRow(text, shape.delimiter, start)) {
    if (!isHeader) yield readRow(text, { ...row, line: row.line + linesBefore }, shape);
    isHeader = false;
    yield { position: row.end };
  }
}

function readRow(text: string, row: CsvRow, shape: CsvShape): ReadItem {
  const { cells, line, start } = row;
  const unreadable = (reason: string): ReadItem =>
    toProblem('unreadable', line, `Row could not be read: ${reason}`, text, start);
  if (row.isBroken) return unreadable('a quote is opened that is never closed');
  const expected = shape.names.length;
  const extra = cells.slice(expected);
  if (cells.length < expected || extra.some((cell) => cell.trim() !== '')) {
    return unreadable(`it has ${cells.length} cells where the header has ${expected}`);
  }
  const paper = toExchangePaper(toDraft(cells.map(unguardFormula), shape));
  if (paper) return { record: { paper, line } };
  return toProblem('nothing-found', line, 'Row has neither title nor identifier', text, start);
}

function toDraft(cells: readonly string[], { columns, names, isOurs }: CsvShape): PaperDraft {
  const all = (column: Column): string[] =>
    cells.filter((cell, at) => columns[at] === column && cell.trim() !== '');
  const first = (column: Column): string => all(column)[0] ?? '';
  const extra = first('extra').split(/\r?\n/, 100);
  const toWords = isOurs ? splitAtSemicolons : splitWords;
  const { authors, hasMore } = isOurs
    ? { authors: splitAtSemicolons(first('authors')).map(parseName), hasMore: false }
    : parseAuthorList(first('authors'));
  const kind = first('type')
    .trim()
    .toLowerCase()
    .replace(/(?<=[a-z])article$/, ' article')
    .trim();
  return {
    title: first('title'),
    authors,
    hasMoreAuthors: hasMore,
    idTexts: [
      ...all('arxiv').map((id) =>
        /^\d|\//.test(id.trim()) && !/:/.test(id) ? `arXiv:${id.trim()}` : id,
      ),
      ...all('doi'),
      ...all('url'),
      ...all('pdf'),
      ...identifiers(cells, columns, names),
      ...extra,
    ],
    urls: [...all('url'), ...all('pdf')],
    codeLinks: all('code'),
    abstract: first('abstract'),
    date: toDate(first('date')) ?? toDate(first('year')),
    venue: first('venue'),
    volume: first('volume'),
    number: first('number'),
    pages: first('pages'),
    publisher: first('publisher'),
    type: TYPES.find(([pattern]) => pattern.test(kind))?.[1],
    comments: first('comments'),
    keywords: all('keywords').flatMap(toWords),
    tags: [...all('tags'), ...all('moreTags')].flatMap(toWords),
    lists: all('lists').flatMap(toWords),
    status: toStatus(first('status')),
    starred: isStarred(first('starred')),
    addedAt: toMoment(first('added')),
    note: all('note').join('\n\n'),
    citationKey:
      first('citationKey') ||
      extra.find((line) => /^citation key:/i.test(line))?.replace(/^[^:]*:\s*/, ''),
  };
}

/** "26017442" means something only under the heading "PMID". */
function identifiers(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  names: readonly string[],
): string[] {
  return cells.flatMap((cell, at) => {
    if (columns[at] !== 'ids') return [];
    const isPubmed = /pmid|pubmed/.test(names[at] ?? '') && /^\d+$/.test(cell.trim());
    return isPubmed ? [`PMID:${cell.trim()}`] : cell.split(/[;,\s]+/, 20);
  });
}

function splitWords(cell: string): string[] {
  return cell.split(cell.includes(';') ? ';' : ',');
}

function splitAtSemicolons(cell: string): string[] {
  return cell === '' ? [] : cell.split('; ');
}

function toStatus(cell: string): ReadingStatus | undefined {
  const word = cell.trim().toLowerCase();
  if (/^(?:read|done|finished|completed|✓|✔)$/.test(word)) return 'read';
  if (/^(?:reading|in progress|started|skimmed)$/.test(word)) return 'reading';
  return /^(?:unread|to read|to-read|not started|todo)$/.test(word) ? 'unread' : undefined;
}

function isStarred(cell: string): boolean {
  return /^(?:★+|⭐+|5(?:\/5)?|true|yes|x|1)$/i.test(cell.trim());
}
