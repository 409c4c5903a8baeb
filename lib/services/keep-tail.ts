import type { PaperKey } from '../core/paper';
import type { PaperkinDatabase } from '../store/database';
import type { TailLine } from '../store/second-copy';

/** More is a matter for a snapshot; some 600 kB. */
const MOST = 200;

/** Every paper that the user changed since a time, as it stands now; null for too many of them. */
export async function changedSince(
  db: PaperkinDatabase,
  atMs: number,
): Promise<readonly TailLine[] | null> {
  const ids = new Set<PaperKey>();
  await db.journal
    .where('atMs')
    .aboveOrEqual(atMs)
    .until(() => ids.size > MOST)
    .each(({ changes }) => {
      for (const change of changes) if (change.table !== 'settings') ids.add(change.id);
    });
  if (ids.size > MOST) return null;
  const all = [...ids];
  const [papers, entries] = await Promise.all([db.papers.bulkGet(all), db.library.bulkGet(all)]);
  return all.map((id, i) => ({ id, paper: papers[i] ?? null, entry: entries[i] ?? null }));
}
