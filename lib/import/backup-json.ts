import { BACKUP_VERSION, type BackupExtras } from '../core/backup';
import { cleanLine, cleanText, TEXT_LIMITS } from '../core/clean-text';
import { AppError } from '../core/errors';
import type { ExchangePaper } from '../core/exchange';
import { isPaperKey } from '../core/identifiers';
import { type Author, PAPER_TYPES, type PaperFacts, READING_STATUSES } from '../core/paper';
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
import { cleanAuthor, cleanUrls, labels } from './paper-draft';
import { type ReadItem, toProblem } from './read-item';

const LABEL_FIELDS = ['organization', 'venue', 'volume', 'number', 'pages', 'publisher'] as const;
const LABELS_FIELDS = ['categories', 'keywords', 'tags', 'lists'] as const;
const COUNT_FIELDS = ['authorCount', 'version', 'commentCount', 'upvotes', 'codeStars'] as const;
const MOMENT_FIELDS = ['addedAt', 'openedAt', 'readAt'] as const;
const EXTRAS: readonly (keyof BackupExtras)[] = ['lists', 'tags', 'settings'];
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * Our own backup, version 1. Every field is checked and built anew; whatever is not a field of
 * ours is dropped. Throws AppError (bad-input) for a file of a newer version.
 */
export function* readBackup(text: string): Generator<ReadItem> {
  for (const member of eachJsonItem(text, jsonStart(text))) {
    if (typeof member === 'number') yield { position: Math.floor(member / 2) };
    else if (member.key === 'version') requireVersion(text, member);
    else if (isExtra(member.key)) yield { extras: readExtra(text, member) };
    else if (member.key === 'papers' && text[member.start] === '[') {
      for (const item of eachJsonItem(text, member.start)) {
        if (typeof item === 'number') yield { position: Math.floor((text.length + item) / 2) };
        else yield readPaper(text, item);
      }
    }
  }
}

function requireVersion(text: string, member: JsonItem): void {
  const parsed = parseJsonItem(text, member);
  const version = 'value' in parsed ? parsed.value : undefined;
  if (typeof version === 'number' && version >= 1 && version <= BACKUP_VERSION) return;
  throw new AppError(
    'bad-input',
    `a backup of version ${cleanLine(String(version), 20)}; read are versions to ${BACKUP_VERSION}`,
    { fault: 'newer-backup' },
  );
}

function isExtra(key: string): boolean {
  return EXTRAS.some((extra) => extra === key);
}

/** A member that cannot be read is as good as none: the papers matter more. */
function readExtra(text: string, member: JsonItem): Partial<BackupExtras> {
  const parsed = parseJsonItem(text, member);
  const value = 'value' in parsed ? parsed.value : undefined;
  if (member.key !== 'settings')
    return { [member.key]: labels(Array.isArray(value) ? value.filter(isText) : []) };
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return { settings: Object.fromEntries(members.filter(([name]) => !UNSAFE_KEYS.has(name))) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function readPaper(text: string, item: JsonItem): ReadItem {
  const parsed = parseJsonItem(text, item);
  const unreadable = (reason: string): ReadItem =>
    toProblem('unreadable', item.line, `Paper could not be read: ${reason}`, text, item.start);
  if ('reason' in parsed) return unreadable(parsed.reason);
  if (!isJsonObject(parsed.value)) return unreadable('it is not an object');
  const paper = toPaper(parsed.value);
  if (!paper.id && paper.title === '') return unreadable('it has neither id nor title');
  return { record: { paper, line: item.line } };
}

function toPaper(json: JsonObject): ExchangePaper {
  const ids = textsOf(json, 'ids').filter(isPaperKey).slice(0, 100);
  const id = textOf(json, 'id');
  const paper: Record<string, unknown> = {
    ...(isPaperKey(id) && { id }),
    ...(ids.length > 0 && { ids }),
    title: cleanLine(textOf(json, 'title'), TEXT_LIMITS.title),
    authors: toAuthors(json),
    ...pickFacts(json),
  };
  const note = cleanText(textOf(json, 'note'), TEXT_LIMITS.note);
  const status = READING_STATUSES.find((each) => each === json.status);
  const citationKey = cleanLine(textOf(json, 'citationKey'), TEXT_LIMITS.label);
  if (note !== '') paper.note = note;
  if (status) paper.status = status;
  if (typeof json.starred === 'boolean') paper.starred = json.starred;
  if (citationKey !== '') paper.citationKey = citationKey;
  if (Number.isFinite(json.queueRank)) paper.queueRank = json.queueRank;
  for (const field of MOMENT_FIELDS) {
    const moment = textOf(json, field);
    if (MOMENT.test(moment) && !Number.isNaN(Date.parse(moment))) paper[field] = moment;
  }
  return paper as unknown as ExchangePaper;
}

type Facts = Omit<PaperFacts, 'title' | 'authors'>;

function pickFacts(json: JsonObject): Facts {
  const facts: Record<string, unknown> = {};
  for (const field of LABEL_FIELDS) {
    const text = cleanLine(textOf(json, field), TEXT_LIMITS.label);
    if (text !== '') facts[field] = text;
  }
  for (const field of LABELS_FIELDS) {
    if (Array.isArray(json[field])) facts[field] = labels(textsOf(json, field));
  }
  for (const field of COUNT_FIELDS) {
    const count = json[field];
    if (Number.isSafeInteger(count) && (count as number) >= 0) facts[field] = count;
  }
  for (const field of ['urls', 'codeLinks'] as const) {
    if (Array.isArray(json[field])) facts[field] = cleanUrls(textsOf(json, field));
  }
  const abstract = cleanLine(textOf(json, 'abstract'), TEXT_LIMITS.abstract);
  const comments = cleanLine(textOf(json, 'comments'), TEXT_LIMITS.title);
  const date = textOf(json, 'date');
  const type = PAPER_TYPES.find((each) => each === json.type);
  return {
    ...facts,
    ...(abstract !== '' && { abstract }),
    ...(comments !== '' && { comments }),
    ...(DATE.test(date) && { date }),
    ...(type && { type }),
  };
}

function toAuthors(json: JsonObject): Author[] {
  return arrayOf(json, 'authors')
    .slice(0, TEXT_LIMITS.authors)
    .flatMap((value) => {
      if (typeof value === 'string') return [cleanAuthor({ name: value })];
      return isJsonObject(value) ? [cleanAuthor(toAuthorRecord(value))] : [];
    })
    .filter((author) => author !== null);
}

function toAuthorRecord(json: JsonObject): Author {
  const parts = (['family', 'given', 'particle', 'suffix', 'literal'] as const).map(
    (part) => [part, textOf(json, part)] as const,
  );
  return {
    name: textOf(json, 'name'),
    ...Object.fromEntries(parts.filter(([, text]) => text !== '')),
  };
}
