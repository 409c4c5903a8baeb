import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/core/errors';
import { toStoreError } from '../../../lib/store/store-error';

const codeOf = (error: unknown) => {
  const said = toStoreError(error);
  return said instanceof AppError ? said.code : 'unexpected';
};
const wrapped = (name: string, inner: Error) =>
  Object.assign(new Error(`${name} ${inner.message}`), { name, inner });

describe('what a database says, in our words', () => {
  it.each([
    ['QuotaExceededError', 'the quota is used up', 'storage-full'],
    // Chromium's own words for it: at a write, and when it opens after one.
    ['UnknownError', 'Internal error committing transaction: FILE_ERROR_NO_SPACE', 'storage-full'],
    [
      'UnknownError',
      'Encountered full disk while opening backing store for indexedDB.open.',
      'storage-full',
    ],
    ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 'storage-closed'],
    ['NotReadableError', 'Data lost due to missing file.', 'storage-closed'],
    ['AbortError', 'The transaction was aborted.', 'storage-closed'],
    ['VersionError', 'The requested version (10) is less than (20).', 'storage-closed'],
    ['SecurityError', 'The operation is insecure.', 'storage-closed'],
  ])('%s: %s', (name, message, code) => {
    const error = new DOMException(message, name);
    expect(codeOf(error)).toBe(code);
    expect(codeOf(wrapped('OpenFailedError', error))).toBe(code);
    expect(codeOf(wrapped('AbortError', error))).toBe(code);
    expect(codeOf(new Dexie.BulkError('1 of 1 failed', { 0: error }))).toBe(code);
  });

  it('leaves our own mistakes as they are', () => {
    for (const error of [new TypeError('x is not a function'), new DOMException('', 'DataError')]) {
      expect(toStoreError(error)).toBe(error);
    }
  });
});
