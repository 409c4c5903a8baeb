import { AppError, type ErrorCode, isAppError } from '../core/errors';

/** What the database says, in our words. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'storage-full',
  // A newer Paperkin has written here, or another page holds the older version open.
  VersionError: 'storage-closed',
  OpenFailedError: 'storage-closed',
  DatabaseClosedError: 'storage-closed',
  InvalidStateError: 'storage-closed',
  // Firefox with history switched off for good has no database at all.
  MissingAPIError: 'storage-closed',
  SecurityError: 'storage-closed',
  UnknownError: 'storage-closed',
  TimeoutError: 'storage-closed',
  // The browser ended a transaction, or lost files under it, without saying more.
  AbortError: 'storage-closed',
  NotReadableError: 'storage-closed',
  NotFoundError: 'storage-closed',
};

/** Chromium calls a full disk an unknown error, and once it met one refuses to open at all. */
const FULL_DISK = /NO_SPACE|full disk/i;

/** A failure of the database as one that a person can be told; anything else as it is. */
export function toStoreError(error: unknown): unknown {
  if (isAppError(error) || !(error instanceof Error)) return error;
  const chain = causesOf(error);
  const name = chain.map((one) => one.name).find((one) => Object.hasOwn(CODES, one));
  if (name === undefined) return error;
  const isFull = chain.some(
    (one) => one.name === 'QuotaExceededError' || FULL_DISK.test(one.message),
  );
  const said = `${name}: ${error.message}`;
  return isFull
    ? new AppError('storage-full', `no room left on the disk (${said})`, { cause: error })
    : new AppError(CODES[name] ?? 'storage-closed', said, { cause: error });
}

/** Dexie wraps what the browser said, of one write or of many: an AbortError may hide a full disk. */
function causesOf(error: Error): Error[] {
  const { inner, failures = [] } = error as Error & { inner?: unknown; failures?: unknown[] };
  return [error, inner, ...failures].filter((one) => one instanceof Error);
}
