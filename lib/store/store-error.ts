import { AppError, type ErrorCode } from '../core/errors';

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
  UnknownError: 'storage-closed',
  TimeoutError: 'storage-closed',
};

/** A failure of the database as one that a person can be told; anything else as it is. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const names = [error.name, innerName(error)];
  const name = names.find((one) => one !== undefined && Object.hasOwn(CODES, one));
  const code = name && CODES[name];
  return code ? new AppError(code, `${name}: ${error.message}`, { cause: error }) : error;
}

/** Dexie wraps what the browser said: an AbortError may hide a full disk. */
function innerName(error: Error): string | undefined {
  const { inner } = error as Error & { inner?: unknown };
  return inner instanceof Error ? inner.name : undefined;
}
