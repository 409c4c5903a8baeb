import type { PaperkinDatabase } from '../store/database';
import { runRecording, type Writer } from '../store/operation';

/** Papers taken out in one transaction; more would keep saves and listings waiting. */
const BATCH = 100;

/**
 * Forgets papers that were seen but not saved, the longest unseen first, until no more than
 * `limit` are left. Answers how many went.
 */
export async function evictSeen(writer: Writer, limit: number): Promise<number> {
  // Counted outside of any transaction that writes: at 100,000 it takes long, and all would wait.
  const surplus = (await writer.db.papers.orderBy('evictAtMs').count()) - limit;
  let evicted = 0;
  while (evicted < surplus) {
    const count = await evictOldest(writer, Math.min(surplus - evicted, BATCH));
    if (count === 0) break;
    evicted += count;
  }
  return evicted;
}

/** Meetings kept, of saved papers and seen ones: a busy reader's several years. */
export const MAX_SIGHTINGS = 300_000;

/** Forgets the oldest meetings beyond `limit`. Answers how many went. */
export async function evictSightings(db: PaperkinDatabase, limit: number): Promise<number> {
  const surplus = (await db.sightings.count()) - limit;
  for (let gone = 0; gone < surplus; gone += BATCH) {
    const oldest = db.sightings.orderBy('atMs').limit(Math.min(surplus - gone, BATCH));
    await db.sightings.bulkDelete(await oldest.primaryKeys());
  }
  return Math.max(0, surplus);
}

async function evictOldest(writer: Writer, atMost: number): Promise<number> {
  let count = 0;
  await runRecording(writer, async (operation) => {
    const { db } = operation;
    const ids = await db.papers.orderBy('evictAtMs').limit(atMost).primaryKeys();
    await db.papers.bulkDelete(ids);
    await db.aliases.where('paperId').anyOf(ids).delete();
    await db.sightings.where('paperId').anyOf(ids).delete();
    await db.removals.bulkPut(ids.map((id) => ({ id, rev: operation.nextRev() })));
    operation.countSeen(-ids.length);
    count = ids.length;
  });
  return count;
}
