import { AppError } from '../core/errors';
import { restoreEntry } from '../core/merge-entries';
import type { PaperKey } from '../core/paper';
import { takeBackSettings } from '../core/restore-settings';
import { undoEdit } from '../core/undo-edit';
import type { Change, JournalEntry, StoredEntry } from '../store/database';
import {
  type EntryWrite,
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import type { OnProgress } from './in-batches';
import { joinPapers } from './merge-papers';
import { getSettings } from './settings';

type LibraryChange = Extract<Change, { table: 'library' }>;
type SettingsChange = Extract<Change, { table: 'settings' }>;

/**
 * Takes one operation back, or all of a group, the last first. Each is a change of its own that is
 * stamped later than what it undoes: a machine that syncs must not do it again. What was edited since
 * keeps the later edit. Asked again with the same `opId` it goes on where it was stopped. Throws
 * `not-found` for what is no longer remembered.
 */
export async function undoOperation(
  writer: Writer,
  { opId, undoOf }: { opId: string; undoOf: string },
  onProgress: OnProgress = () => undefined,
): Promise<OperationResult> {
  const parts = await findParts(writer, undoOf);
  const [only, ...others] = parts;
  if (!only) throw new AppError('not-found', 'this change is too old to be undone');
  if (others.length === 0) return undoOne(writer, only.opId, { opId });
  const total = parts.reduce((sum, { papers }) => sum + papers, 0);
  onProgress(opId, 0, total);
  const results: OperationResult[] = [];
  let done = 0;
  for (const part of parts) {
    const named = { opId: `${opId} ${part.opId}`, groupId: opId };
    results.push(await undoOne(writer, part.opId, named));
    done += part.papers;
    onProgress(opId, done, total);
  }
  return {
    ids: [...new Set(results.flatMap(({ ids }) => ids))],
    isReplay: results.every(({ isReplay }) => isReplay),
  };
}

interface UndoPart {
  readonly opId: string;
  readonly atMs: number;
  readonly papers: number;
}

/**
 * The operation of this name and those of its group, the last first. Both: of a change that was
 * stopped, what was left may have been few enough for one operation.
 */
async function findParts({ db }: Writer, undoOf: string): Promise<UndoPart[]> {
  const parts: UndoPart[] = [];
  const note = ({ opId, atMs, ids }: JournalEntry) =>
    parts.push({ opId, atMs, papers: ids.length });
  const single = await db.journal.get(undoOf);
  if (single) note(single);
  await db.journal.where('groupId').equals(undoOf).each(note);
  return parts.sort((a, b) => b.atMs - a.atMs);
}

/** Takes one operation back unless that was done already. */
function undoOne(
  writer: Writer,
  undoOf: string,
  { opId, groupId }: { opId: string; groupId?: string },
): Promise<OperationResult> {
  const info = { opId, kind: 'undo', ...(groupId && { groupId }) } as const;
  return runOperation(writer, info, async (operation) => {
    const { db } = operation;
    const undone = await db.journal.get(undoOf);
    if (!undone || undone.undoneBy !== undefined) return [];
    await revertPapers(operation, undone.changes);
    await revertEntries(operation, wholeChanges(undone.changes));
    for (const change of undone.changes) {
      if (change.table === 'dismissals') await db.dismissals.delete(change.id);
      if (change.table === 'settings') await revertSettings(operation, change);
    }
    await db.journal.put({ ...undone, undoneBy: groupId ?? opId });
    return undone.ids;
  });
}

/** What became of each entry from the first change to the last, for those that changed twice. */
function wholeChanges(changes: readonly Change[]): LibraryChange[] {
  const whole = new Map<PaperKey, LibraryChange>();
  for (const change of changes) {
    if (change.table !== 'library') continue;
    const { before } = whole.get(change.id) ?? change;
    whole.set(change.id, { ...change, before });
  }
  return [...whole.values()];
}

/** Joined papers are two again; separated ones are one again. */
async function revertPapers(operation: Operation, changes: readonly Change[]): Promise<void> {
  const papers = changes.filter((change) => change.table === 'papers');
  const rows = papers.map(({ before }) => before).filter((row) => row !== null);
  const [separated] = papers.filter(({ before }) => before === null);
  if (!separated) return operation.separate(rows);
  const into = papers.find(({ before }) => before !== null);
  if (into) await joinPapers(operation, separated.id, into.id);
}

async function revertEntries(
  operation: Operation,
  changes: readonly LibraryChange[],
): Promise<void> {
  const ids = changes.map(({ id }) => id);
  const { library, papers: table, bin } = operation.db;
  const [entries, papers] = await Promise.all([library.bulkGet(ids), table.bulkGet(ids)]);
  const stamp = operation.stamp();
  const added: StoredEntry[] = [];
  const writes: EntryWrite[] = [];
  for (const [i, { id, before, after }] of changes.entries()) {
    const [now, paper] = [entries[i], papers[i]];
    if (!before) {
      if (now) added.push(now);
      continue;
    }
    if (!paper) throw new AppError('not-found', `${id} is gone`);
    const back =
      now && after ? undoEdit(now, { before, after, stamp }) : restoreEntry(before, stamp);
    writes.push({ before: now ?? null, after: back, paper });
  }
  await operation.removeEntries(added);
  await operation.putEntries(writes);
  const binned = writes.filter(({ before }) => before === null);
  await bin.bulkDelete(binned.map(({ paper }) => paper.id));
}

async function revertSettings(
  operation: Operation,
  { before, after }: SettingsChange,
): Promise<void> {
  const now = await getSettings(operation.db);
  await operation.putSettings(now, takeBackSettings(now, before, after));
}
