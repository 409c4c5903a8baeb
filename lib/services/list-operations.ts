import type { OperationItem } from '../messages/payloads';
import type { JournalEntry, PaperkinDatabase } from '../store/database';
import { editOf } from './edit-of';

/** What is told of a batch: all that it changed may be a megabyte. */
type Batch = Pick<OperationItem, 'kind' | 'atMs' | 'edit' | 'isUndone'> & Pick<JournalEntry, 'ids'>;

/**
 * What the user did, the latest first; an import of many batches once. Nothing is said of undos:
 * what they took back is marked. Operations older than 30 days are forgotten.
 */
export async function listOperations(
  db: PaperkinDatabase,
  { limit }: { readonly limit: number },
): Promise<OperationItem[]> {
  const groups = new Map<string, Batch[]>();
  await db.journal
    .orderBy('atMs')
    .reverse()
    // Once one more has begun, all batches of those before it are in.
    .until(() => groups.size > limit)
    .each((entry) => {
      if (entry.kind === 'undo') return;
      const id = entry.groupId ?? entry.opId;
      groups.set(id, [...(groups.get(id) ?? []), toBatch(entry)]);
    });
  const shown = [...groups].slice(0, limit);
  return Promise.all(shown.map(([id, entries]) => toItem(db, id, entries)));
}

function toBatch({ kind, atMs, ids, changes, undoneBy }: JournalEntry): Batch {
  const edit = kind === 'edit' ? editOf(changes) : undefined;
  return { kind, atMs, ids, ...(edit && { edit }), isUndone: undoneBy !== undefined };
}

async function toItem(
  db: PaperkinDatabase,
  id: string,
  batches: readonly Batch[],
): Promise<OperationItem> {
  const [last] = batches;
  const ids = [...new Set(batches.flatMap((batch) => batch.ids))];
  const [first] = ids;
  const alias = first && (await db.aliases.get(first));
  const paper = first && (await db.papers.get(alias?.paperId ?? first));
  return {
    id,
    kind: last?.kind ?? 'edit',
    atMs: last?.atMs ?? 0,
    papers: ids.length,
    title: paper?.title ?? '',
    ...(last?.edit && { edit: last.edit }),
    isUndone: batches.every(({ isUndone }) => isUndone),
  };
}
