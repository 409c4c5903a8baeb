import type { PaperKey } from '../core/paper';
import type { HistoryItem } from '../messages/payloads';
import type { OperationKind } from '../store/database';
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
    ...journal.flatMap(({ atMs, kind }) => {
      const what = KINDS[kind];
      return what ? [{ atMs, what }] : [];
    }),
  ];
  if (entry) items.push({ atMs: entry.addedAtMs, what: 'saved' });
  if (entry?.openedAtMs) items.push({ atMs: entry.openedAtMs, what: 'opened' });
  if (entry?.readAtMs) items.push({ atMs: entry.readAtMs, what: 'read' });
  return items.sort((a, b) => b.atMs - a.atMs);
}
