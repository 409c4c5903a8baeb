import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { SnapshotStore } from '../../../lib/store/snapshot-store';

const bytes = new Uint8Array([1, 2, 3]).buffer;

/** What the first version of the database held: rows by their time, and no index. */
function openFirstVersion(rows: readonly object[]): Promise<IDBFactory> {
  const factory = new IDBFactory();
  return new Promise((resolve, reject) => {
    const request = factory.open('paperkin-snapshots', 10);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('snapshots', { keyPath: 'atMs' });
      for (const row of rows) store.put(row);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(factory);
    };
  });
}

it('lists the copies that an earlier version kept, the newest first, and reads them', async () => {
  const indexedDB = await openFirstVersion([
    { atMs: 5, papers: 2, size: 3, bytes },
    { atMs: 7, papers: 1, size: 3, bytes },
  ]);
  const store = new SnapshotStore({ indexedDB, IDBKeyRange });
  expect(await store.list()).toEqual([
    { atMs: 7, papers: 1, size: 3 },
    { atMs: 5, papers: 2, size: 3 },
  ]);
  expect(await store.read(5)).toEqual(bytes);
});
