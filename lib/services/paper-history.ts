import type { PaperKey } from '../core/paper';
import type { HistoryItem } from '../messages/payloads';
import type { JournalEntry, OperationKind } from '../store/database';
import type { PaperRepository } from '../store/paper-repository';
import { editOf } from './edit-of';

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
  if (entry?.readAtMs && !items.some(isReading)) items.push({ atMs: entry.readAtMs, what: 'read' });
  return items.sort((a, b) => b.atMs - a.atMs);
}

function toItem({ atMs, kind, changes, undoneBy }: JournalEntry, id: PaperKey): HistoryItem | null {
  const what = KINDS[kind];
  if (!what) return null;
  const edit = what === 'edited' ? editOf(changes, id) : undefined;
  return { atMs, what, ...(edit && { edit }), isUndone: undoneBy !== undefined };
}

function isReading({ edit, isUndone }: HistoryItem): boolean {
  return edit?.after.status === 'read' && edit.before.status !== 'read' && !isUndone;
}
