import { editKind, without } from '../core/edit-kind';
import type { PaperKey } from '../core/paper';
import type { HistoryItem } from '../messages/payloads';
import type { JournalEntry, OperationKind } from '../store/database';
import type { PaperRepository } from '../store/paper-repository';

const KINDS: Readonly<Partial<Record<OperationKind, HistoryItem['what']>>> = {
  edit: 'edited',
  merge: 'merged',
  import: 'imported',
};

/** What happened to a paper, the latest first. Operations older than 30 days are forgotten. */
export async function paperHistory(
  repository: PaperRepository,
  key: PaperKey,
): Promise<HistoryItem[]> {
  const [found] = await repository.find([key]);
  if (!found) return [];
  const { paper, entry } = found;
  const [sightings, journal] = await Promise.all([
    repository.sightings(paper.id),
    repository.operationsOn(paper.id),
  ]);
  const items: HistoryItem[] = [
    ...sightings.map(({ atMs, feed }) => ({ atMs, what: 'seen' as const, where: feed })),
    ...journal.flatMap((operation) => toItem(operation, paper.id) ?? []),
  ];
  if (entry) items.push({ atMs: entry.addedAtMs, what: 'saved' });
  if (entry?.openedAtMs) items.push({ atMs: entry.openedAtMs, what: 'opened' });
  const isReadTold = items.some(({ edit, isUndone }) => edit === 'read' && !isUndone);
  if (entry?.readAtMs && !isReadTold) items.push({ atMs: entry.readAtMs, what: 'read' });
  return items.sort((a, b) => b.atMs - a.atMs);
}

function toItem({ atMs, kind, changes, undoneBy }: JournalEntry, id: PaperKey): HistoryItem | null {
  const what = KINDS[kind];
  if (!what) return null;
  const isUndone = undoneBy !== undefined;
  const own = changes.find((change) => change.table === 'library' && change.id === id);
  if (what !== 'edited' || own?.table !== 'library' || !own.before || !own.after)
    return { atMs, what, isUndone };
  const before = [...own.before.tags, ...own.before.lists];
  const after = [...own.after.tags, ...own.after.lists];
  return {
    atMs,
    what,
    edit: editKind(own.before, own.after),
    added: without(after, before),
    removed: without(before, after),
    isUndone,
  };
}
