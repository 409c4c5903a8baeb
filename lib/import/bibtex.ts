import type { PaperType, ReadingStatus } from '../core/paper';
import { Fields, inheritFields, onOneLine } from './bibtex-fields';
import { type GroupsOfKey, readGroups } from './bibtex-groups';
import { parseBibNames } from './bibtex-names';
import { type BibEntry, scanBibtex } from './bibtex-scan';
import { toDate, toDateOf, toMoment } from './dates';
import { expandJournal } from './journal-macros';
import { type PaperDraft, toExchangePaper } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';

/** Entries that say how to print others, or only lend them fields. */
const NOT_PAPERS = new Set(['xdata', 'set', 'control', 'ieeetranbstctl', 'bibnote']);

const TYPES: Readonly<Record<string, PaperType>> = {
  article: 'journal-article',
  periodical: 'journal-article',
  suppperiodical: 'journal-article',
  inproceedings: 'conference-paper',
  conference: 'conference-paper',
  incollection: 'chapter',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  inreference: 'chapter',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  bachelorsthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  standard: 'report',
  unpublished: 'preprint',
  preprint: 'preprint',
};
const WEB_TYPES = new Set(['online', 'electronic', 'www', 'webpage', 'web_page']);

/** A note that speaks of another paper's arXiv id: "Comment on arXiv:…", "see also …". */
const OTHER_PAPER =
  /\b(?:see|cf|comments? (?:on|to)|reply to|related|extends?|supersedes|based on)\b/i;

/**
 * BibTeX and BibLaTeX, in the dialects of Google Scholar, arXiv, DBLP, Semantic Scholar, the ACL
 * Anthology, OpenReview, INSPIRE, ADS, Zotero, Better BibTeX, JabRef, BibDesk and Mendeley.
 * Records come in file order, after the whole file is scanned: an entry may inherit from a later one.
 */
export function* readBibtex(text: string): Generator<ReadItem> {
  const entries: BibEntry[] = [];
  const comments: string[] = [];
  for (const item of scanBibtex(text)) {
    if ('entry' in item) entries.push(item.entry);
    else if ('comment' in item) comments.push(item.comment);
    else if ('failure' in item) {
      const { line, start, reason } = item.failure;
      yield toProblem('unreadable', line, `Entry could not be read: ${reason}`, text, start);
    } else yield { position: Math.floor(item.position / 2) };
  }
  const groups = readGroups(comments);
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  for (const entry of entries) {
    if (!NOT_PAPERS.has(entry.type)) yield* readEntry(text, entry, byKey, groups);
    yield { position: Math.floor((text.length + entry.start) / 2) };
  }
}

function* readEntry(
  text: string,
  entry: BibEntry,
  byKey: ReadonlyMap<string, BibEntry>,
  groups: GroupsOfKey,
): Generator<ReadItem> {
  const { line, start } = entry;
  const fields = new Fields(inheritFields(entry, byKey));
  const paper = toExchangePaper(toDraft(entry, fields, groups));
  if (paper) yield { record: { paper, line } };
  else
    yield toProblem('nothing-found', line, 'Entry has neither title nor identifier', text, start);
  for (const doubt of entry.doubts) {
    yield toProblem('doubtful', line, `Entry was read, but ${doubt}`, text, start);
  }
}

function toDraft(entry: BibEntry, fields: Fields, groups: GroupsOfKey): PaperDraft {
  const { authors, hasMore } = findAuthors(entry, fields);
  const subtitle = fields.text('subtitle');
  const venue = findVenue(fields);
  const idTexts = findIdTexts(fields, venue);
  return {
    title: [fields.text('title'), subtitle].filter(Boolean).join(': '),
    authors,
    hasMoreAuthors: hasMore,
    idTexts,
    urls: [fields.verbatim('url', 'link', 'howpublished'), fields.verbatim('pdf')],
    organization: fields.text('collaboration'),
    abstract: fields.text('abstract'),
    date: findDate(fields),
    venue,
    volume: fields.text('volume'),
    number: fields.text('number', 'issue'),
    pages: fields.text('pages', 'eid', 'articleno', 'article-number'),
    publisher: fields.text('publisher', 'school', 'institution'),
    type: findType(entry.type, fields),
    categories: [fields.text('primaryclass', 'eprintclass')],
    comments: findComments(fields),
    ...findUserFields(entry, fields, groups),
  };
}

function findAuthors(entry: BibEntry, fields: Fields): ReturnType<typeof parseBibNames> {
  const isEdited = /^(?:mv)?(?:book|proceedings|collection|reference|periodical)$/.test(entry.type);
  const field = fields.raw.get('author') || (isEdited && fields.raw.get('editor')) || '';
  const names = parseBibNames(onOneLine(field));
  const collaboration = fields.text('collaboration');
  if (names.authors.length > 0 || collaboration === '') return names;
  const literal = `${collaboration} Collaboration`;
  return { authors: [{ name: literal, literal }], hasMore: false };
}

function findVenue(fields: Fields): string {
  const journal = expandJournal(fields.text('journal', 'journaltitle', 'shortjournal'));
  const book = [fields.text('booktitle', 'eventtitle'), fields.text('booksubtitle')];
  const place = fields.text('howpublished', 'organization', 'series');
  const isAddress = /https?:\/\/|www\.|arxiv:/i.test(place);
  return journal || book.filter(Boolean).join(': ') || (isAddress ? '' : place);
}

/** All that may name the paper, the most explicit first. Which of them is best, the keys decide. */
function findIdTexts(fields: Fields, venue: string): string[] {
  const eprint = fields.verbatim('eprint', 'arxivid', 'arxiv');
  const kind = fields.verbatim('eprinttype', 'archiveprefix').toLowerCase();
  const label: Readonly<Record<string, string>> = {
    arxiv: 'arXiv:',
    pubmed: 'PMID:',
    pmid: 'PMID:',
    pmc: 'PMCID:',
    pmcid: 'PMCID:',
    hal: 'hal:',
    iacr: 'eprint:',
  };
  const volume = fields.text('volume');
  return [
    eprint && (label[kind] ?? '') + eprint.replace(/^arxiv:/i, ''),
    fields.verbatim('doi'),
    fields.verbatim('url'),
    /^(?:corr|arxiv)/i.test(venue) ? volume.replace(/^abs\//, 'arXiv:') : '',
    arxivIn(venue),
    OTHER_PAPER.test(fields.text('note')) ? '' : arxivIn(fields.text('note')),
    arxivIn(fields.text('howpublished')),
    arxivIn(fields.text('number')),
    withLabel('PMID:', fields.verbatim('pmid') || pmidIn(fields.text('note'))),
    withLabel('PMCID:', fields.verbatim('pmcid', 'pmc')),
    withLabel('bibcode:', /\/abs\/([^/]{19})/.exec(fields.verbatim('adsurl'))?.[1] ?? ''),
    ...['ee', 'bdsk-url-1', 'bdsk-url-2', 'link', 'pdf', 'biburl', 'ids'].map((name) =>
      fields.verbatim(name),
    ),
    arxivIn(fields.verbatim('file')),
  ].filter(Boolean);
}

function withLabel(label: string, value: string): string {
  return value && (/^\d/.test(value) || label === 'bibcode:' ? label + value : value);
}

/** `PMID: 26017442`, where it is all that a note says. */
function pmidIn(text: string): string {
  return /^PMID:? ?(\d{1,9})\.?$/i.exec(text.trim())?.[1] ?? '';
}

/** `arXiv preprint arXiv:1706.03762`, `CoRR abs/…` or a file name that holds an arXiv id. */
function arxivIn(text: string): string {
  const id =
    /(?:arxiv[:.\s/_-]{1,3}|abs\/|pdf\/)((?:[a-z-]{2,12}(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)/i.exec(
      text.slice(0, 2_000),
    )?.[1];
  return id ? `arXiv:${id}` : '';
}

function findDate(fields: Fields): string | undefined {
  const date = toDate(fields.text('date'));
  const fromParts = toDateOf(fields.text('year'), fields.text('month'), fields.text('day'));
  return date ?? fromParts ?? toDate(fields.text('eventdate'));
}

function findType(type: string, fields: Fields): PaperType | undefined {
  const isEprint = fields.raw.has('eprint') && !/pubmed|pmid/i.test(fields.text('eprinttype'));
  // Both flavours write a preprint as one of the kinds that web pages have too.
  const isAddressed =
    fields.raw.has('url') || /https?:\/\//i.test(fields.raw.get('howpublished') ?? '');
  const isCitable = isEprint || fields.raw.has('doi') || !isAddressed;
  if (WEB_TYPES.has(type)) return isCitable ? 'preprint' : 'webpage';
  if (type === 'misc' || type === 'generic') return isCitable ? 'preprint' : undefined;
  return Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

/** A note of the entry is a remark on the paper ("under review"), unless it only names its address. */
function findComments(fields: Fields): string {
  const note = fields.text('note', 'addendum', 'pubstate');
  const isAddress = /^(?:arxiv:\S+(?: \[[\w.-]+\])?|https?:\/\/\S+)$/i.test(note);
  return isAddress || pmidIn(note) ? '' : note;
}

type UserFields = Pick<
  PaperDraft,
  'tags' | 'lists' | 'note' | 'status' | 'starred' | 'citationKey' | 'addedAt'
>;

function findUserFields(entry: BibEntry, fields: Fields, groups: GroupsOfKey): UserFields {
  const read = fields.text('readstatus', 'read').toLowerCase();
  const statusOf: Readonly<Record<string, ReadingStatus>> = {
    read: 'read',
    '1': 'read',
    skimmed: 'reading',
    reading: 'reading',
    unread: 'unread',
    '0': 'unread',
  };
  // DBLP stamps its own records.
  const timestamp = /dblp/i.test(fields.text('bibsource') + entry.key)
    ? ''
    : fields.text('timestamp');
  const added = fields.text('date-added', 'dateadded', 'added-at', 'creationdate') || timestamp;
  return {
    tags: [
      ...['keywords', 'keyword', 'tags', 'mendeley-tags'].flatMap((name) => fields.list(name)),
    ],
    lists: [
      ...['groups', 'mendeley-groups'].flatMap((name) => fields.list(name)),
      ...(groups.get(entry.key) ?? []),
    ],
    note: [
      ...new Set(['annote', 'annotation', 'comment', 'review'].map((name) => fields.lines(name))),
    ]
      .filter(Boolean)
      .join('\n\n'),
    status: statusOf[read],
    starred: /^relevant$/i.test(fields.text('relevance')),
    citationKey: entry.key,
    addedAt: toMoment(added),
  };
}
