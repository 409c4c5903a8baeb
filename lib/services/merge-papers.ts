import { AppError } from '../core/errors';
import { mergeEntries } from '../core/merge-entries';
import type { PaperKey } from '../core/paper';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import { joinRows } from '../store/paper-batch';

/**
 * Makes one record of two that the user says are the same paper. `into` keeps its id; all keys,
 * facts and what was written to either stay. Throws `not-found` if one of them is gone.
 */
export function mergePapers(
  writer: Writer,
  { opId, from, into }: { opId: string; from: PaperKey; into: PaperKey },
): Promise<OperationResult> {
  return runOperation(writer, { opId, kind: 'merge' }, async (operation) => {
    await joinPapers(operation, from, into);
    return [into];
  });
}

export async function joinPapers(
  operation: Operation,
  from: PaperKey,
  into: PaperKey,
): Promise<void> {
  const { db } = operation;
  const [lost, kept] = await db.papers.bulkGet([from, into]);
  if (!lost || !kept || from === into) {
    throw new AppError('not-found', `not two papers: ${from}, ${into}`);
  }
  const row = { ...joinRows(kept, lost), rev: operation.nextRev() };
  await db.papers.delete(from);
  await db.removals.put({ id: from, rev: operation.nextRev() });
  await db.papers.put(row);
  await db.aliases.bulkPut(row.ids.map((key) => ({ key, paperId: into })));
  await operation.followJoin({ from: lost, into, intoBefore: kept }, mergeEntries);
}
