import { AppError } from '../core/errors';

/**
 * What has to be free on the disk before a change or a copy is written. A Chromium that meets a full disk while
 * it sorts what it wrote, which it does every 4 MB, later throws the whole database away (seen with
 * 2.5 and 4 MB free). Its largest step takes some 30 MB for a moment; the rest is for what follows
 * from a change: indexes, and a copy.
 */
const RESERVE_BYTES = 50_000_000;

/** `storage-full` when the disk is too full to write safely; null when it is not, or nobody says. */
export async function lackOfRoom(
  estimate: () => Promise<StorageEstimate>,
): Promise<AppError | null> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await estimate();
  const free = quota - usage;
  if (free >= RESERVE_BYTES) return null;
  const [left, needed] = [free, RESERVE_BYTES].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
  return new AppError('storage-full', `no room left on the disk: ${left} of the ${needed} needed`);
}
