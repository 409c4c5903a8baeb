import type { HealthReport } from '../messages/payloads';
import type { PaperRepository } from '../store/paper-repository';
import type { SnapshotStore } from '../store/snapshot-store';

interface Remembered {
  readonly lastExportAtMs?: number;
  readonly remindedAtMs?: number;
  readonly lastError?: { readonly atMs: number; readonly message: string };
}

export async function healthReport(
  repository: PaperRepository,
  snapshots: SnapshotStore,
): Promise<HealthReport> {
  const [counts, list, row] = await Promise.all([
    repository.counts(),
    snapshots.list(),
    repository.db.meta.get('health'),
  ]);
  const { remindedAtMs = 0, ...known } = (row?.value ?? {}) as Remembered;
  const sinceMs = Math.max(known.lastExportAtMs ?? 0, remindedAtMs);
  const { unread, reading, read } = counts;
  // All that are saved are counted as they change; to count them here walks past each.
  const savedSinceExport =
    sinceMs === 0
      ? unread + reading + read
      : await repository.db.library.where('addedAtMs').above(sinceMs).count();
  return { counts, snapshots: list, savedSinceExport, ...known };
}

/** Keeps when the library last left as a file, or what last went wrong. Never a paper's text. */
export function rememberHealth(repository: PaperRepository, change: Remembered): Promise<void> {
  const { db } = repository;
  return db.transaction('rw', db.meta, async () => {
    const row = await db.meta.get('health');
    await db.meta.put({ name: 'health', value: { ...(row?.value as Remembered), ...change } });
  });
}
