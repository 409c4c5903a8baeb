import type { DBCore } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toErrorData } from '../../../lib/core/errors';
import { savePapers } from '../../../lib/services/save-papers';
import { PaperkinDatabase } from '../../../lib/store/database';
import { PaperRepository } from '../../../lib/store/paper-repository';
import { toStoreError } from '../../../lib/store/store-error';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

/** Only the time-outs: the database in memory needs its own immediates. */
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const outcome = (work: PromiseLike<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => toErrorData(toStoreError(error)).code,
  );

/** Lets everything that is under way get as far as it can, without moving the clock. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** From when on a database keeps every request to itself. */
function makeStuck({ writer: { db } }: ReturnType<typeof testLibrary>) {
  const state = { isStuck: false };
  const hold = <T>(answer: () => Promise<T>) =>
    state.isStuck ? new Promise<T>(() => undefined) : answer();
  db.use({
    stack: 'dbcore',
    name: 'stuck',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => hold(() => table.get(request)),
          mutate: (request) => hold(() => table.mutate(request)),
        };
      },
    }),
  });
  return state;
}

describe('R-13: a database that takes requests and never answers', () => {
  it('is said to be closed after five seconds, and works again when it does', async () => {
    const library = testLibrary();
    const stuck = makeStuck(library);
    const save = (opId: string) =>
      savePapers(library.writer, { opId, candidates: [makeCandidate()] });
    await save('operation-1');
    stuck.isStuck = true;
    const hung = [outcome(save('operation-2')), outcome(library.repository.counts())];
    await settle();
    vi.advanceTimersByTime(4999);
    await settle();
    expect(await Promise.race([...hung, Promise.resolve('waiting')])).toBe('waiting');
    vi.advanceTimersByTime(2);
    expect(await Promise.all(hung)).toEqual(['storage-closed', 'storage-closed']);
    stuck.isStuck = false;
    await save('operation-3');
    expect(await library.writer.db.library.count()).toBe(2);
  });

  it('gives a long write a minute, and what waits behind it too', async () => {
    const library = testLibrary();
    const { db } = library.writer;
    await db.open();
    const stuck = makeStuck(library);
    db.close({ disableAutoOpen: false });
    await db.open();
    stuck.isStuck = true;
    const write = outcome(db.meta.put({ name: 'a', value: 1 }));
    const read = outcome(db.meta.get('a'));
    await settle();
    vi.advanceTimersByTime(59_000);
    await settle();
    expect(await Promise.race([write, read, Promise.resolve('waiting')])).toBe('waiting');
    vi.advanceTimersByTime(1001);
    expect(await Promise.all([write, read])).toEqual(['storage-closed', 'storage-closed']);
  });
});

it('R-11: an older version held open elsewhere is told within ten seconds, and let go goes on', async () => {
  const factory = new IDBFactory();
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open('paperkin', 1);
    request.onsuccess = () => resolve(request.result);
  });
  const { writer, repository } = testLibrary(factory);
  const save = (opId: string) => savePapers(writer, { opId, candidates: [makeCandidate()] });
  const blocked = outcome(save('operation-1'));
  await settle();
  vi.advanceTimersByTime(10_000);
  expect(await blocked).toBe('storage-closed');
  vi.advanceTimersByTime(1);
  older.close();
  await save('operation-1');
  expect((await repository.counts()).unread).toBe(1);
});

describe('R-15: a browser without a database', () => {
  it.each([
    ['there is none', undefined],
    [
      'opening it throws',
      {
        open: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    ],
  ])('%s: reads and saves fail with words', async (_what, factory) => {
    const db = new PaperkinDatabase({ indexedDB: factory as never, IDBKeyRange });
    const writer = { ...testLibrary().writer, db };
    const save = () => savePapers(writer, { opId: 'operation-1', candidates: [makeCandidate()] });
    expect(await outcome(save())).toBe('storage-closed');
    expect(await outcome(save())).toBe('storage-closed');
    expect(await outcome(new PaperRepository(db).counts())).toBe('storage-closed');
  });
});

it('R-04: a change of the schema that breaks off leaves the old one, whole', async () => {
  const factory = new IDBFactory();
  const { writer, reopen } = testLibrary(factory);
  const candidates = Array.from({ length: 200 }, () => makeCandidate());
  await savePapers(writer, { opId: 'operation-1', candidates });
  const dump = (db: PaperkinDatabase) => Promise.all(db.tables.map((table) => table.toArray()));
  const before = await dump(writer.db);
  writer.db.close();

  const openSecond = async (breakAt: number) => {
    const db = new PaperkinDatabase({ indexedDB: factory, IDBKeyRange });
    let rows = 0;
    db.version(2)
      .stores({ papers: 'id, &rev, evictAtMs, date', shelves: 'name' })
      .upgrade(async (transaction) => {
        await transaction.table('shelves').add({ name: 'new' });
        await transaction
          .table('papers')
          .toCollection()
          .modify((paper) => {
            if (++rows > breakAt) throw new Error('killed');
            paper.title = 'rewritten';
          });
      });
    const opened = await outcome(db.open());
    const version = opened === 'done' ? db.backendDB().version : null;
    db.close();
    return version;
  };
  for (const breakAt of [0, 1, 100, 199]) {
    expect(await openSecond(breakAt)).toBeNull();
    const again = reopen();
    expect(await dump(again.writer.db)).toEqual(before);
    expect(again.writer.db.backendDB().version).toBe(10);
    again.writer.db.close();
  }
  expect(await openSecond(Number.POSITIVE_INFINITY)).toBe(20);
});
