import { cleanCitationKey, keyClaimer } from '../core/citation-key';
import type { ExchangePaper } from '../core/exchange';
import type { Stamp } from '../core/hlc';
import { isPaperKey } from '../core/identifiers';
import {
  type LibraryEntry,
  newEntry,
  setAdded,
  setCitationKey,
  setLists,
  setNote,
  setOpened,
  setQueueRank,
  setStarred,
  setStatus,
  setTags,
} from '../core/library-entry';
import { knowsMore } from '../core/merge-facts';
import type { PaperCandidate, PaperKey } from '../core/paper';
import type { Settings } from '../core/settings';
import { titleKey } from '../core/title-key';
import type { ImportJudgement, ImportOutcome } from '../messages/payloads';
import type { PaperkinDatabase } from '../store/database';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { findLikely, type MatchOptions } from './match-papers';
import { storeCandidates } from './save-papers';
import { getSettings } from './settings';

/** A record of a file as a candidate: under its identifiers, or under its title without any. */
export function toCandidate(record: ExchangePaper): PaperCandidate {
  const {
    id,
    ids = [],
    tags: _tags,
    lists: _lists,
    note: _note,
    status: _status,
    starred: _starred,
    citationKey: _citationKey,
    addedAt: _addedAt,
    openedAt: _openedAt,
    readAt: _readAt,
    ...facts
  } = record;
  const keys = [id, ...ids].filter((one): one is PaperKey => one !== undefined && isPaperKey(one));
  const year = facts.date ? Number(facts.date.slice(0, 4)) : undefined;
  const key = keys[0] ?? titleKey(facts.title, facts.authors[0]?.name, year);
  return { ...facts, key, ids: [...new Set([key, ...keys])], source: 'import' };
}

/** What each record would do, in their order; nothing is written. */
export async function previewImport(
  records: readonly ExchangePaper[],
  options: MatchOptions,
): Promise<ImportJudgement[]> {
  const { repository } = options;
  const candidates = records.map(toCandidate);
  const known = await Promise.all(candidates.map(({ ids }) => findSaved(repository, ids)));
  const unknown = candidates.filter(({ title }, i) => !known[i] && title !== '');
  const likely = await findLikely(unknown, options);
  const likelyOf = new Map(unknown.map((candidate, i) => [candidate, likely[i]]));
  return candidates.map((candidate, i) => {
    const record = records[i] as ExchangePaper;
    const like = likelyOf.get(candidate);
    if (like?.verdict === 'maybe') return { outcome: 'maybe' };
    const outcome = outcomeOf(record, candidate, known[i] ?? like?.found);
    return like ? { outcome, sameAs: like.found.paper.id } : { outcome };
  });
}

async function findSaved(
  repository: PaperRepository,
  ids: readonly PaperKey[],
): Promise<FoundPaper | undefined> {
  return (await repository.find(ids)).find((one) => one?.entry);
}

function outcomeOf(
  record: ExchangePaper,
  candidate: PaperCandidate,
  found: FoundPaper | undefined,
): ImportOutcome {
  if (!found?.entry) return 'new';
  const { paper, entry } = found;
  const isSame = takeIn(entry, record, entry.stamps.saved, cleanCitationKey) === entry;
  return isSame && !knowsMore(paper, candidate) ? 'known' : 'changed';
}

export interface ImportBatch {
  readonly opId: string;
  readonly groupId: string;
  readonly records: readonly ExchangePaper[];
  readonly settings?: Partial<Settings>;
}

/**
 * Saves one batch of a file's records; a file is imported as several batches of one group, which
 * one undo takes back. What the user wrote here before stays; the file only adds to it.
 */
export function importPapers(
  writer: Writer,
  { opId, groupId, records, settings }: ImportBatch,
): Promise<OperationResult> {
  return runOperation(writer, { opId, kind: 'import', groupId }, async (operation) => {
    if (settings) {
      const mine = await getSettings(operation.db);
      await operation.putSettings(mine, { ...mine, ...settings });
    }
    const candidates = records.map(toCandidate);
    const meeting = { atMs: operation.now(), feed: '' };
    await storeCandidates(operation, candidates, meeting);
    return enlist(operation, candidates, records);
  });
}

/** Answers the papers that are new to the list, or to which the file adds. */
async function enlist(
  operation: Operation,
  candidates: readonly PaperCandidate[],
  records: readonly ExchangePaper[],
): Promise<PaperKey[]> {
  const { db } = operation;
  const aliases = await db.aliases.bulkGet(candidates.map(({ key }) => key));
  const ids = candidates.map(({ key }, i) => aliases[i]?.paperId ?? key);
  const unique = [...new Set(ids)];
  const [papers, entries, claimKey] = await Promise.all([
    db.papers.bulkGet(unique),
    db.library.bulkGet(unique),
    openKeys(db, records),
  ]);
  const writes = unique.flatMap((id, i) => {
    const paper = papers[i];
    if (!paper) return [];
    const before = entries[i] ?? null;
    const stamp = operation.stamp();
    let after: LibraryEntry = before ?? newEntry(id, stamp);
    for (const [j, record] of records.entries()) {
      if (ids[j] === id) after = takeIn(after, record, stamp, claimKey);
    }
    return after === before ? [] : [{ before, after, paper }];
  });
  await operation.putEntries(writes);
  await db.bin.bulkDelete(unique);
  return writes.map(({ paper }) => paper.id);
}

/** Gives each citation key of the records as it is, or with a letter where another paper has it. */
async function openKeys(
  db: PaperkinDatabase,
  records: readonly ExchangePaper[],
): Promise<(key: string) => string> {
  const wanted = records.flatMap(({ citationKey }) => citationKey ?? []);
  const isAnyTaken = await db.library.where('citationKey').anyOfIgnoreCase(wanted).count();
  const taken = isAnyTaken ? await db.library.orderBy('citationKey').keys() : [];
  const claimKey = keyClaimer(taken.map(String));
  return (key) => {
    const clean = cleanCitationKey(key);
    return clean && claimKey(clean);
  };
}

/** The same entry, by identity, when the record has nothing to add. */
function takeIn(
  entry: LibraryEntry,
  record: ExchangePaper,
  stamp: Stamp,
  claimKey: (key: string) => string,
): LibraryEntry {
  let next = entry;
  const { status, starred, note, citationKey } = record;
  if (status && status !== next.status && !next.stamps.status) {
    next = setStatus(next, status, stamp, timeOf(record.readAt));
  }
  if (starred && !next.starred && !next.stamps.starred) next = setStarred(next, true, stamp);
  if (note && !next.note.includes(note)) {
    next = setNote(next, next.note ? `${next.note}\n\n${note}` : note, stamp);
  }
  const key = citationKey && !next.citationKey ? claimKey(citationKey) : '';
  if (key) next = setCitationKey(next, key, stamp);
  const { queueRank } = record;
  if (queueRank !== undefined && !next.stamps.queueRank) {
    next = setQueueRank(next, queueRank, stamp);
  }
  const tags = unite(next.tags, record.tags);
  if (tags) next = setTags(next, tags, stamp);
  const lists = unite(next.lists, record.lists);
  if (lists) next = setLists(next, lists, stamp);
  const addedAtMs = timeOf(record.addedAt);
  if (addedAtMs !== undefined && addedAtMs < next.addedAtMs) next = setAdded(next, addedAtMs);
  const openedAtMs = timeOf(record.openedAt);
  if (openedAtMs !== undefined && openedAtMs > (next.openedAtMs ?? 0)) {
    next = setOpened(next, openedAtMs);
  }
  return next;
}

/** Null when nothing is added. */
function unite(all: readonly string[], more: readonly string[] = []): string[] | null {
  const added = more.filter((one) => !all.includes(one));
  return added.length > 0 ? [...all, ...added] : null;
}

function timeOf(iso: string | undefined): number | undefined {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? undefined : ms;
}
