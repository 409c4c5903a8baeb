import { AppError } from '../core/errors';
import { restoreEntry } from '../core/merge-entries';
import { takeBackSettings } from '../core/restore-settings';
import { undoEdit } from '../core/undo-edit';
import type { Change, JournalEntry, StoredEntry } from '../store/database';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import { joinPapers } from './merge-papers';
import { getSettings } from './settings';

type LibraryChange = Extract<Change, { table: 'library' }>;
type SettingsChange = Extract<Change, { table: 'settings' }>;

/**
 * Takes one operation back, as a change of its own that is stamped later than what it undoes: a
 * machine that syncs must not do it again. What was edited since keeps the later edit.
 */
export function undoOperation(
  writer: Writer,
  request: { opId: string; undoOf: string },
): Promise<OperationResult> {
  return runOperation(writer, { opId: request.opId, kind: 'undo' }, async (operation) => {
    const all = await findUndoable(operation, request.undoOf);
    for (const undone of all) {
      await revertPapers(operation, undone.changes);
      for (const change of undone.changes.toReversed()) {
        if (change.table === 'library') await revert(operation, change);
        if (change.table === 'dismissals') await operation.db.dismissals.delete(change.id);
        if (change.table === 'settings') await revertSettings(operation, change);
      }
      await operation.db.journal.update(undone.opId, { undoneBy: request.opId });
    }
    return [...new Set(all.flatMap(({ ids }) => ids))];
  });
}

/** The operation, or all of a group, the last first; without what was undone already. */
async function findUndoable({ db }: Operation, undoOf: string): Promise<JournalEntry[]> {
  const single = await db.journal.get(undoOf);
  const group = await db.journal.where('groupId').equals(undoOf).sortBy('atMs');
  const found = single ? [single, ...group] : group;
  if (found.length === 0) throw new AppError('not-found', 'this change is too old to be undone');
  return found.filter(({ undoneBy }) => undoneBy === undefined).toReversed();
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

async function revert(operation: Operation, { id, before, after }: LibraryChange): Promise<void> {
  const [now, paper] = await Promise.all([
    operation.db.library.get(id),
    operation.db.papers.get(id),
  ]);
  if (!before) return removeAgain(operation, now);
  if (!paper) throw new AppError('not-found', `${id} is gone`);
  const stamp = operation.stamp();
  const restored =
    now && after ? undoEdit(now, { before, after, stamp }) : restoreEntry(before, stamp);
  await operation.putEntries([{ before: now ?? null, after: restored, paper }]);
  await operation.db.bin.delete(id);
}

async function revertSettings(
  operation: Operation,
  { before, after }: SettingsChange,
): Promise<void> {
  const now = await getSettings(operation.db);
  await operation.putSettings(now, takeBackSettings(now, before, after));
}

async function removeAgain(operation: Operation, now: StoredEntry | undefined): Promise<void> {
  if (now) await operation.removeEntries([now]);
}
