import { type EditKind, editKind } from '../core/edit-kind';
import type { OperationItem } from '../messages/payloads';
import type { JournalEntry, PaperkinDatabase } from '../store/database';

/**
 * What the user did, the latest first; an import of many batches once. Nothing is said of undos:
 * what they took back is marked. Operations older than 30 days are forgotten.
 */
export async function listOperations(
  db: PaperkinDatabase,
  { limit }: { readonly limit: number },
): Promise<OperationItem[]> {
  const groups = new Map<string, JournalEntry[]>();
  await db.journal
    .orderBy('atMs')
    .reverse()
    // Once one more has begun, all batches of those before it are in.
    .until(() => groups.size > limit)
    .each((entry) => {
      if (entry.kind === 'undo') return;
      const id = entry.groupId ?? entry.opId;
      groups.set(id, [...(groups.get(id) ?? []), entry]);
    });
  const shown = [...groups].slice(0, limit);
  return Promise.all(shown.map(([id, entries]) => toItem(db, id, entries)));
}

async function toItem(
  db: PaperkinDatabase,
  id: string,
  entries: readonly JournalEntry[],
): Promise<OperationItem> {
  const [last] = entries;
  const ids = [...new Set(entries.flatMap((entry) => entry.ids))];
  const [first] = ids;
  const alias = first && (await db.aliases.get(first));
  const paper = first && (await db.papers.get(alias?.paperId ?? first));
  return {
    id,
    kind: last?.kind ?? 'edit',
    atMs: last?.atMs ?? 0,
    papers: ids.length,
    title: paper?.title ?? '',
    ...(last?.kind === 'edit' && { edit: kindOf(last) }),
    isUndone: entries.every(({ undoneBy }) => undoneBy !== undefined),
  };
}

/** What was done to the first paper that was changed at all: the same to all of them. */
function kindOf({ changes }: JournalEntry): EditKind {
  const kinds = changes.flatMap((change) => {
    if (change.table !== 'library' || !change.before || !change.after) return [];
    return [editKind(change.before, change.after)];
  });
  return kinds.find((kind) => kind !== 'edited') ?? 'edited';
}
