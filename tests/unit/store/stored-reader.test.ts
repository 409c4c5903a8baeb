import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { savePapers } from '../../../lib/services/save-papers';
import { changeSettings, readSettings } from '../../../lib/services/settings';
import { StoredReader } from '../../../lib/store/stored-reader';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

function setUp() {
  const indexedDB = new IDBFactory();
  const { writer, repository } = testLibrary(indexedDB);
  const runDexie = vi.fn(async () => repository);
  const reader = new StoredReader({ indexedDB, repository: runDexie });
  return { indexedDB, writer, repository, runDexie, reader };
}

const candidates = Array.from({ length: 5 }, () => makeCandidate());
const save = { opId: 'operation-1', candidates, edit: { status: 'reading' as const } };

describe('the library read without Dexie', () => {
  it('says of papers, counts, revision and settings what the repository says', async () => {
    const { writer, repository, runDexie, reader } = setUp();
    await savePapers(writer, save);
    await changeSettings(writer.db, { seenLimit: 7 });
    const keys = [...candidates.map(({ key }) => key), 'arxiv:3199.99999' as PaperKey];
    expect(await reader.find(keys)).toEqual(await repository.find(keys));
    expect(await reader.get(keys)).toEqual(await repository.get(keys));
    expect(await reader.counts()).toEqual({ ...(await repository.counts()), reading: 5 });
    expect(await reader.latestRev()).toBe(await repository.latestRev());
    expect((await readSettings(reader)).seenLimit).toBe(7);
    expect(runDexie).not.toHaveBeenCalled();
  });

  it('leaves it to Dexie to make a library that is not there yet', async () => {
    const { writer, runDexie, reader } = setUp();
    expect(await reader.counts()).toMatchObject({ unread: 0 });
    expect(runDexie).toHaveBeenCalledOnce();
    await savePapers(writer, save);
    expect(await reader.counts()).toMatchObject({ reading: 5 });
    expect(runDexie).toHaveBeenCalledOnce();
  });

  it('stands in the way of nobody who deletes the library, and reads the one that comes after', async () => {
    const { indexedDB, writer, reader, runDexie } = setUp();
    await savePapers(writer, save);
    expect(await reader.latestRev()).toBeGreaterThan(0);
    writer.db.close();
    await new Promise((done, fail) => {
      const request = indexedDB.deleteDatabase('paperkin');
      request.onsuccess = done;
      request.onblocked = fail;
    });
    runDexie.mockImplementation(async () => testLibrary(indexedDB).repository);
    expect(await reader.latestRev()).toBe(0);
  });

  it('gives what a stuck database does not answer to the repository, which says why', async () => {
    const stuck = { open: () => ({}) } as unknown as IDBFactory;
    const { repository } = setUp();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const runDexie = vi.fn(async () => repository);
    const asked = new StoredReader({ indexedDB: stuck, repository: runDexie }).counts();
    await vi.advanceTimersByTimeAsync(1400);
    expect(runDexie).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(await asked).toMatchObject({ unread: 0 });
    expect(runDexie).toHaveBeenCalledOnce();
  });
});
