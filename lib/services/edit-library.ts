import { AppError } from '../core/errors';
import type { EntryEdit } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import type { StoredEntry } from '../store/database';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import { applyEdit } from './apply-edit';
import type { Part } from './in-batches';

/** Changes saved papers. Ids that are not saved are left out; throws `not-found` if none is. */
export function editLibrary(
  writer: Writer,
  { ids, edit, ...named }: Part & { edit: EntryEdit },
): Promise<OperationResult> {
  return runOperation(writer, { ...named, kind: 'edit' }, async (operation) => {
    const entries = await requireEntries(operation, ids);
    const papers = await operation.db.papers.bulkGet(entries.map(({ id }) => id));
    const stamp = operation.stamp();
    const writes = entries.flatMap((before, i) => {
      const paper = papers[i];
      return paper ? [{ before, after: applyEdit(before, edit, stamp), paper }] : [];
    });
    await operation.putEntries(writes);
    return entries.map(({ id }) => id);
  });
}

/** Moves saved papers to the bin, where they stay 30 days. */
export function removeFromLibrary(
  writer: Writer,
  { ids, ...named }: Part,
): Promise<OperationResult> {
  return runOperation(writer, { ...named, kind: 'remove' }, async (operation) => {
    const entries = await requireEntries(operation, ids);
    await operation.removeEntries(entries);
    return entries.map(({ id }) => id);
  });
}

/** The saved papers of these ids, without doubles; throws `not-found` if none is saved. */
export async function requireEntries(
  operation: Operation,
  ids: readonly PaperKey[],
): Promise<StoredEntry[]> {
  const aliases = await operation.db.aliases.bulkGet([...ids]);
  const paperIds = ids.map((id, i) => aliases[i]?.paperId ?? id);
  const found = await operation.db.library.bulkGet([...new Set(paperIds)]);
  const entries = found.filter((entry) => entry !== undefined);
  if (entries.length === 0) throw new AppError('not-found', `not saved: ${ids.join(', ')}`);
  return entries;
}
