import { restoreEntry } from '../core/merge-entries';
import type { PaperkinDatabase } from '../store/database';
import { type OperationResult, runOperation, type Writer } from '../store/operation';
import type { Part } from './in-batches';

/** How long a removed paper lies in the bin. */
export const BIN_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Brings removed papers back as they were. */
export function restoreFromBin(writer: Writer, { ids, ...named }: Part): Promise<OperationResult> {
  return runOperation(writer, { ...named, kind: 'restore' }, async (operation) => {
    const { db } = operation;
    const binned = (await db.bin.bulkGet([...ids])).filter((one) => one !== undefined);
    const papers = await db.papers.bulkGet(binned.map(({ id }) => id));
    const stamp = operation.stamp();
    const writes = binned.flatMap(({ entry }, i) => {
      const paper = papers[i];
      return paper ? [{ before: null, after: restoreEntry(entry, stamp), paper }] : [];
    });
    await operation.putEntries(writes);
    await db.bin.bulkDelete(writes.map(({ paper }) => paper.id));
    return writes.map(({ paper }) => paper.id);
  });
}

export function emptyBin(db: PaperkinDatabase): Promise<void> {
  return db.bin.clear();
}

/** What nobody can want back any more: old bin entries, and operations too old to undo. */
export async function purgeOld(db: PaperkinDatabase, nowMs: number): Promise<void> {
  const beforeMs = nowMs - BIN_DAYS * DAY_MS;
  await db.bin.where('deletedAtMs').below(beforeMs).delete();
  await db.journal.where('atMs').below(beforeMs).delete();
}
