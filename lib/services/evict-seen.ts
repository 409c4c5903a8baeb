import { runRecording, type Writer } from '../store/operation';

/** Papers taken out in one transaction; more would keep saves waiting. */
const BATCH = 1000;

/**
 * Forgets papers that were seen but not saved, the longest unseen first, until no more than
 * `limit` are left. Answers how many went.
 */
export async function evictSeen(writer: Writer, limit: number): Promise<number> {
  let evicted = 0;
  for (;;) {
    const count = await evictBatch(writer, limit);
    evicted += count;
    if (count < BATCH) return evicted;
  }
}

async function evictBatch(writer: Writer, limit: number): Promise<number> {
  let count = 0;
  await runRecording(writer, async (operation) => {
    const { db } = operation;
    const surplus = (await db.papers.orderBy('evictAtMs').count()) - limit;
    if (surplus <= 0) return;
    const ids = await db.papers.orderBy('evictAtMs').limit(Math.min(surplus, BATCH)).primaryKeys();
    await db.papers.bulkDelete(ids);
    await db.aliases.where('paperId').anyOf(ids).delete();
    await db.sightings.where('paperId').anyOf(ids).delete();
    await db.removals.bulkPut(ids.map((id) => ({ id, rev: operation.nextRev() })));
    operation.countSeen(-ids.length);
    count = ids.length;
  });
  return count;
}
