import { setQueueRank } from '../core/library-entry';
import type { QueuePlace } from '../core/library-query';
import type { StoredEntry } from '../store/database';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import { requireEntries } from './edit-library';
import type { Part } from './in-batches';

/** Puts saved papers into "read next" or to another place in it, in the order given. */
export function putNext(
  writer: Writer,
  { ids, place, ...named }: Part & { place: QueuePlace },
): Promise<OperationResult> {
  return runOperation(writer, { ...named, kind: 'edit' }, async (operation) => {
    const moved = await requireEntries(operation, ids);
    if (place === 'last') await append(operation, moved);
    else await insert(operation, moved, place);
    return moved.map(({ id }) => id);
  });
}

/** Thousands are put behind thousands, batch by batch: the queue is not read for that. */
async function append(operation: Operation, moved: readonly StoredEntry[]): Promise<void> {
  const last = await operation.db.library.orderBy('queueRank').last();
  const start = (last?.queueRank ?? 0) + 1;
  await writeRanks(
    operation,
    moved,
    moved.map((_, i) => start + i),
  );
}

async function insert(
  operation: Operation,
  moved: readonly StoredEntry[],
  place: Exclude<QueuePlace, 'last'>,
): Promise<void> {
  const isMoved = new Set(moved.map(({ id }) => id));
  const queue = await operation.db.library.orderBy('queueRank').toArray();
  const others = queue.filter(({ id }) => !isMoved.has(id));
  const at = place === 'first' ? 0 : others.findIndex(({ id }) => id === place.after) + 1;
  const ranks = ranksBetween(others[at - 1]?.queueRank, others[at]?.queueRank, moved.length);
  if (ranks) await writeRanks(operation, moved, ranks);
  else await number(operation, others.toSpliced(at, 0, ...moved));
}

/** `count` ranks that rise between the two, or null where no more numbers are left there. */
function ranksBetween(
  before: number | undefined,
  after: number | undefined,
  count: number,
): number[] | null {
  const low = before ?? (after === undefined ? 0 : after - count - 1);
  const high = after ?? low + count + 1;
  const ranks = Array.from(
    { length: count },
    (_, i) => low + ((high - low) * (i + 1)) / (count + 1),
  );
  const isRising = [low, ...ranks, high].every(
    (rank, i, all) => i === 0 || rank > (all[i - 1] ?? 0),
  );
  return isRising ? ranks : null;
}

/** All of the queue numbered anew, which only very many moves into one gap make needed. */
function number(operation: Operation, queue: readonly StoredEntry[]): Promise<void> {
  return writeRanks(
    operation,
    queue,
    queue.map((_, i) => i + 1),
  );
}

async function writeRanks(
  operation: Operation,
  entries: readonly StoredEntry[],
  ranks: readonly number[],
): Promise<void> {
  const papers = await operation.db.papers.bulkGet(entries.map(({ id }) => id));
  const stamp = operation.stamp();
  const writes = entries.flatMap((before, i) => {
    const paper = papers[i];
    return paper ? [{ before, after: setQueueRank(before, ranks[i], stamp), paper }] : [];
  });
  await operation.putEntries(writes);
}
