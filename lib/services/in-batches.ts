import { AppError, isAppError } from '../core/errors';
import type { PaperKey } from '../core/paper';
import type { PaperkinDatabase } from '../store/database';
import type { OperationResult } from '../store/operation';

/** Papers changed in one transaction: less than half a second, after which others have their turn. */
const BATCH = 500;

/** A part of a change: an operation of its own, taken back with the others of its group. */
export interface Part {
  readonly opId: string;
  readonly groupId?: string;
  readonly ids: readonly PaperKey[];
}

/** Told before the first part of a change that has several, and after each. */
export type OnProgress = (opId: string, done: number, total: number) => void;

/**
 * Changes papers a batch at a time; all of it is one undo. Asked again with the same `opId` it goes
 * on where it was stopped. Throws `not-found` if no paper is left to change.
 */
export async function inBatches(
  { opId, ids }: Part,
  run: (part: Part) => Promise<OperationResult>,
  onProgress: OnProgress,
): Promise<OperationResult> {
  if (ids.length <= BATCH) return run({ opId, ids });
  onProgress(opId, 0, ids.length);
  const results: OperationResult[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const part = ids.slice(start, start + BATCH);
    // Named by what is in it: who asks again may have fewer papers to name.
    const result = await run({ opId: `${opId} ${part[0]}`, groupId: opId, ids: part }).catch(
      noneOf,
    );
    results.push(result);
    onProgress(opId, start + part.length, ids.length);
  }
  const changed = results.flatMap((result) => result.ids);
  if (changed.length === 0) throw new AppError('not-found', 'none of the papers is saved');
  return { ids: changed, isReplay: results.every(({ isReplay }) => isReplay) };
}

/** Papers that a change of several parts has reached, be it whole or stopped half-way. */
export async function reachedBy(db: PaperkinDatabase, opId: string): Promise<PaperKey[]> {
  const parts = await db.journal.where('groupId').equals(opId).toArray();
  return parts.flatMap(({ ids }) => ids);
}

/** Papers that are gone by now keep the others from nothing. */
function noneOf(error: unknown): OperationResult {
  if (isAppError(error) && error.code === 'not-found') return { ids: [], isReplay: true };
  throw error;
}
