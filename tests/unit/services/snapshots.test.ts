import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { savePapers } from '../../../lib/services/save-papers';
import { restoreSnapshot, takeSnapshot } from '../../../lib/services/snapshots';
import { undoOperation } from '../../../lib/services/undo-operation';
import { SnapshotStore } from '../../../lib/store/snapshot-store';
import { DAY_MS } from '../../support/clock';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

async function setUp() {
  const library = testLibrary();
  const store = new SnapshotStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const candidates = Array.from({ length: 30 }, () => makeCandidate());
  await savePapers(library.writer, { opId: 'operation-1', candidates });
  const ids = candidates.map(({ key }) => key);
  await editLibrary(library.writer, {
    opId: 'operation-2',
    ids: ids.slice(0, 10),
    edit: { note: 'Schön, 好', addTags: ['a'], status: 'read', starred: true },
  });
  const dump = async () =>
    (await library.writer.db.library.toArray()).map(({ stamps: _stamps, ...entry }) => entry);
  return { ...library, store, ids, dump };
}

describe('snapshots', () => {
  it('R-23: one restored after everything was removed gives the library back as it was', async () => {
    const { writer, store, ids, dump, clock, repository } = await setUp();
    const before = await dump();
    const counts = await repository.counts();
    expect(await takeSnapshot(writer.db, store, clock.now())).toBe(30);
    await removeFromLibrary(writer, { opId: 'operation-3', ids });
    expect(await dump()).toEqual([]);
    await restoreSnapshot(writer, store, { opId: 'operation-4', atMs: clock.now() });
    expect(await dump()).toEqual(before);
    expect(await repository.counts()).toEqual(counts);
    expect(await writer.db.bin.count()).toBe(0);
  });

  it('brings papers back whose rows are gone too', async () => {
    const { writer, store, ids, dump, clock, repository } = await setUp();
    const before = await dump();
    await takeSnapshot(writer.db, store, clock.now());
    await Promise.all([
      writer.db.papers.clear(),
      writer.db.aliases.clear(),
      writer.db.library.clear(),
    ]);
    await restoreSnapshot(writer, store, { opId: 'operation-4', atMs: clock.now() });
    expect(await dump()).toEqual(before);
    expect((await repository.find(ids)).every((found) => found?.entry)).toBe(true);
  });

  it('can be undone like any other change', async () => {
    const { writer, store, dump, clock } = await setUp();
    await takeSnapshot(writer.db, store, clock.now());
    await savePapers(writer, { opId: 'operation-3', candidates: [makeCandidate()] });
    const before = await dump();
    await restoreSnapshot(writer, store, { opId: 'operation-4', atMs: clock.now() });
    expect(await dump()).toHaveLength(30);
    await undoOperation(writer, { opId: 'operation-5', undoOf: 'operation-4' });
    expect(await dump()).toEqual(before);
  });

  it('keeps the newest seven', async () => {
    const { writer, store, clock } = await setUp();
    const days: number[] = [];
    for (let day = 0; day < 9; day++) {
      days.unshift(clock.now());
      await takeSnapshot(writer.db, store, clock.now());
      clock.advance(DAY_MS);
    }
    expect((await store.list()).map(({ atMs }) => atMs)).toEqual(days.slice(0, 7));
  });

  it('keeps the one to restore when what stands now is copied an hour later', async () => {
    const { writer, store, clock } = await setUp();
    await takeSnapshot(writer.db, store, clock.now());
    clock.advance(DAY_MS / 24);
    const chosen = clock.now();
    await takeSnapshot(writer.db, store, chosen);
    clock.advance(DAY_MS / 24);
    await takeSnapshot(writer.db, store, clock.now(), chosen);
    expect((await store.list()).map(({ atMs }) => atMs)).toContain(chosen);
  });

  it('changes nothing when the snapshot is damaged', async () => {
    const { writer, store, dump, clock } = await setUp();
    await takeSnapshot(writer.db, store, clock.now());
    const bytes = (await store.read(clock.now())) ?? new ArrayBuffer(0);
    await store.add({ atMs: clock.now(), papers: 30, bytes: bytes.slice(0, bytes.byteLength / 2) });
    const before = await dump();
    await expect(
      restoreSnapshot(writer, store, { opId: 'operation-3', atMs: clock.now() }),
    ).rejects.toThrow();
    expect(await dump()).toEqual(before);
  });
});
