import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { SegmentStore } from '../../../lib/store/segment-store';

function filled(size: number, value: number): ArrayBuffer {
  return new Uint8Array(size).fill(value).buffer;
}

it('gives back small and large segments byte by byte, each index its own', async () => {
  const store = new SegmentStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const small = filled(10, 1);
  const large = filled(300_000, 2);
  await store.apply('one', {
    put: new Map([
      ['small', small],
      ['large', large],
    ]),
    remove: [],
  });
  await store.apply('other', { put: new Map([['large', small]]), remove: [] });
  const read = await store.read('one');
  expect([...read.keys()].sort()).toEqual(['large', 'small']);
  expect(new Uint8Array(read.get('small') as ArrayBuffer)).toEqual(new Uint8Array(small));
  expect(new Uint8Array(read.get('large') as ArrayBuffer)).toEqual(new Uint8Array(large));
  await store.apply('one', { put: new Map(), remove: ['small'] });
  expect([...(await store.read('one')).keys()]).toEqual(['large']);
  await store.clear('one');
  expect((await store.read('one')).size).toBe(0);
  expect((await store.read('other')).size).toBe(1);
});

it('makes room for its own where an older version kept something else', async () => {
  const indexedDB = new IDBFactory();
  await new Promise((done) => {
    const request = indexedDB.open('paperkin-index', 10);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('segments', { keyPath: 'name' }).put({ name: 'old' });
    request.onsuccess = () => {
      request.result.close();
      done(null);
    };
  });
  const store = new SegmentStore({ indexedDB, IDBKeyRange });
  expect((await store.read('one')).size).toBe(0);
  await store.apply('one', { put: new Map([['new', filled(3, 3)]]), remove: [] });
  expect((await store.read('one')).size).toBe(1);
});
