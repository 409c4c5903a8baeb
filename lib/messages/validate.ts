import * as v from 'valibot';
import { cleanLine, cleanText, cleanUrl } from '../core/clean-text';
import { AppError } from '../core/errors';
// Not from `identifiers`, which has the addresses of all sites made at each start.
import { isPaperKey } from '../core/identifiers/schemes';
import { LIBRARY_SORTS } from '../core/library-query';
import {
  PAPER_TYPES,
  type PaperCandidate,
  type PaperKey,
  READING_STATUSES,
  SOURCES,
} from '../core/paper';
import { RECENCIES } from '../core/recency';
import { LIBRARY_COLUMNS, LIBRARY_LOOKS } from '../core/settings';
import type { MessageType, Request } from './protocol';

/** As many rows as are read of one page (`MAX_ROWS` in lib/sites). */
const MAX_CANDIDATES = 8000;
const MAX_IDS = 60_000;

const line = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, max)),
  );
const text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => cleanText(value, max)),
  );
const lines = (count: number, max: number) =>
  v.pipe(
    v.array(v.string()),
    v.transform((all) =>
      all
        .slice(0, count)
        .map((one) => cleanLine(one, max))
        .filter(Boolean),
    ),
  );
const urls = (count: number) =>
  v.pipe(
    v.array(v.string()),
    v.transform((all) =>
      all
        .slice(0, count)
        .map(cleanUrl)
        .filter((url) => url !== null),
    ),
  );
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));
/** Times in milliseconds and tab ids. */
const count53 = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const paperKey = v.custom<PaperKey>((value) => typeof value === 'string' && isPaperKey(value));
const paperKeys = v.pipe(v.array(paperKey), v.maxLength(MAX_IDS));
const operationId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

const author = v.object({
  name: line(200),
  family: v.exactOptional(line(200)),
  given: v.exactOptional(line(200)),
  particle: v.exactOptional(line(200)),
  suffix: v.exactOptional(line(200)),
  literal: v.exactOptional(line(200)),
});

const facts = {
  title: line(1000),
  authors: v.pipe(v.array(author), v.maxLength(5000)),
  authorCount: v.exactOptional(count),
  organization: v.exactOptional(line(300)),
  abstract: v.exactOptional(text(20_000)),
  date: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/))),
  venue: v.exactOptional(line(500)),
  volume: v.exactOptional(line(50)),
  number: v.exactOptional(line(50)),
  pages: v.exactOptional(line(50)),
  publisher: v.exactOptional(line(300)),
  type: v.exactOptional(v.picklist(PAPER_TYPES)),
  urls: v.exactOptional(urls(10)),
  codeLinks: v.exactOptional(urls(10)),
  categories: v.exactOptional(lines(30, 50)),
  comments: v.exactOptional(line(1000)),
  version: v.exactOptional(count),
  keywords: v.exactOptional(lines(100, 100)),
  commentCount: v.exactOptional(count),
  upvotes: v.exactOptional(count),
  codeStars: v.exactOptional(count),
};

const candidate = v.object({
  key: paperKey,
  ids: v.pipe(v.array(paperKey), v.minLength(1), v.maxLength(20)),
  source: v.picklist(SOURCES),
  ...facts,
});
const time = v.pipe(v.string(), v.isoTimestamp());
/** Importers cleaned them; a page of ours sends them, so shapes are all that can be wrong. */
const records = v.pipe(
  v.array(
    v.object({
      id: v.exactOptional(v.string()),
      ids: v.exactOptional(v.array(v.string())),
      ...facts,
      tags: v.exactOptional(lines(1000, 500)),
      lists: v.exactOptional(lines(1000, 500)),
      note: v.exactOptional(text(100_000)),
      status: v.exactOptional(v.picklist(READING_STATUSES)),
      starred: v.exactOptional(v.boolean()),
      citationKey: v.exactOptional(line(200)),
      queueRank: v.exactOptional(v.pipe(v.number(), v.finite())),
      addedAt: v.exactOptional(time),
      openedAt: v.exactOptional(time),
      readAt: v.exactOptional(time),
    }),
  ),
  v.maxLength(500),
);
const candidates = v.pipe(v.array(candidate), v.maxLength(MAX_CANDIDATES));

/** Candidates that came from a page by another way than a message. Throws like parseRequest. */
export function parseCandidates(raw: unknown): PaperCandidate[] {
  const parsed = v.safeParse(candidates, raw, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw new AppError('bad-message', `papers of a page: ${describe(parsed.issues[0])}`);
}

const edit = v.object({
  status: v.exactOptional(v.picklist(READING_STATUSES)),
  starred: v.exactOptional(v.boolean()),
  addTags: v.exactOptional(lines(100, 100)),
  removeTags: v.exactOptional(lines(100, 100)),
  addLists: v.exactOptional(lines(100, 100)),
  removeLists: v.exactOptional(lines(100, 100)),
  note: v.exactOptional(text(100_000)),
  citationKey: v.exactOptional(line(200)),
  queueRank: v.exactOptional(v.null()),
});

const nothing = v.object({});
const settings = v.object({
  seenLimit: v.exactOptional(v.pipe(count, v.maxValue(100_000))),
  quietHosts: v.exactOptional(lines(200, 253)),
  showRelated: v.exactOptional(v.boolean()),
  showInPages: v.exactOptional(v.boolean()),
  recency: v.exactOptional(v.picklist(RECENCIES)),
  libraryLook: v.exactOptional(v.picklist(LIBRARY_LOOKS)),
  libraryColumns: v.exactOptional(v.array(v.picklist(LIBRARY_COLUMNS))),
  searches: v.exactOptional(
    v.pipe(v.array(v.object({ name: line(200), query: line(500) })), v.maxLength(200)),
  ),
  lists: v.exactOptional(lines(500, 200)),
  keys: v.exactOptional(v.record(v.pipe(v.string(), v.maxLength(20)), line(20))),
  keyTemplate: v.exactOptional(line(200)),
});
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));

const requests: { readonly [T in MessageType]: v.GenericSchema<unknown, Request<T>> } = {
  'page.look': v.object({
    url: line(2000),
    candidates,
    others: v.exactOptional(v.pipe(v.array(paperKey), v.maxLength(MAX_CANDIDATES))),
  }),
  'page.relate': v.object({ candidates }),
  'page.rank': v.object({ candidates }),
  'page.loadTools': nothing,
  'page.openDetails': v.object({ key: paperKey }),
  'page.openExport': v.object({ keys: v.pipe(v.array(paperKey), v.maxLength(MAX_CANDIDATES)) }),
  'paper.card': v.object({ candidate }),
  'papers.save': v.object({
    opId: operationId,
    candidates,
    edit: v.exactOptional(edit),
    url: v.exactOptional(line(2000)),
  }),
  'operations.list': v.object({ limit }),
  'operations.undo': v.object({ opId: operationId, undoOf: operationId }),
  'library.setStatus': v.object({
    opId: operationId,
    ids: paperKeys,
    status: v.picklist(READING_STATUSES),
  }),
  'tab.read': v.object({ tabId: count53 }),
  'library.edit': v.object({ opId: operationId, ids: paperKeys, edit }),
  'queue.put': v.object({
    opId: operationId,
    ids: paperKeys,
    place: v.union([v.picklist(['first', 'last']), v.object({ after: paperKey })]),
  }),
  'library.remove': v.object({ opId: operationId, ids: paperKeys }),
  'library.counts': nothing,
  'library.list': v.object({
    status: v.exactOptional(v.picklist(READING_STATUSES)),
    sort: v.picklist(LIBRARY_SORTS),
    offset: count,
    limit,
  }),
  'library.search': v.object({
    text: line(500),
    within: v.exactOptional(line(500)),
    sort: v.exactOptional(v.picklist(LIBRARY_SORTS)),
    offset: v.exactOptional(count),
    limit,
  }),
  'library.labels': nothing,
  'library.statistics': nothing,
  'labels.rename': v.object({
    opId: operationId,
    kind: v.picklist(['tags', 'lists']),
    from: line(500),
    to: v.nullable(line(500)),
  }),
  'bin.list': nothing,
  'bin.restore': v.object({ opId: operationId, ids: paperKeys }),
  'bin.empty': nothing,
  'papers.merge': v.object({ opId: operationId, from: paperKey, into: paperKey }),
  'papers.duplicates': v.object({ key: paperKey }),
  'papers.notSame': v.object({ a: paperKey, b: paperKey }),
  'papers.history': v.object({ key: paperKey }),
  'snapshots.take': nothing,
  'snapshots.restore': v.object({ opId: operationId, atMs: count53 }),
  'health.report': nothing,
  'health.check': nothing,
  'health.repair': nothing,
  'seen.clear': nothing,
  'library.exported': nothing,
  'library.remindLater': nothing,
  'library.keys': v.object({
    text: v.exactOptional(line(500)),
    within: v.exactOptional(line(500)),
    status: v.exactOptional(v.picklist(READING_STATUSES)),
    sort: v.exactOptional(v.picklist(LIBRARY_SORTS)),
  }),
  'library.records': v.object({ ids: v.pipe(v.array(paperKey), v.maxLength(1000)) }),
  'map.vectors': nothing,
  'map.papers': nothing,
  'papers.view': v.object({ keys: paperKeys }),
  'related.toPaper': v.object({ candidate, limit }),
  'related.missed': v.object({ limit }),
  'related.dismiss': v.object({ opId: operationId, ids: paperKeys }),
  'import.preview': v.object({ records }),
  'import.apply': v.object({
    opId: operationId,
    groupId: operationId,
    records,
    settings: v.exactOptional(settings),
  }),
  'settings.get': nothing,
  'settings.set': v.object({
    settings,
  }),
};

const envelope = v.object({ type: v.string(), request: v.unknown() });

export type ParsedMessage = { [T in MessageType]: { type: T; request: Request<T> } }[MessageType];

/**
 * A message as the protocol has it: unknown fields dropped, texts cleaned and cut, addresses
 * http(s) only. Throws AppError('bad-message') that names the first wrong field.
 */
export function parseRequest(message: unknown): ParsedMessage {
  const outer = v.safeParse(envelope, message);
  if (!outer.success || !Object.hasOwn(requests, outer.output.type)) {
    throw new AppError('bad-message', 'not a message of the protocol');
  }
  const type = outer.output.type as MessageType;
  const inner = v.safeParse(requests[type], outer.output.request, { abortEarly: true });
  if (!inner.success) {
    throw new AppError('bad-message', `${type}: ${describe(inner.issues[0])}`);
  }
  return { type, request: inner.output } as ParsedMessage;
}

function describe(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? ''} ${issue.message}`;
}
