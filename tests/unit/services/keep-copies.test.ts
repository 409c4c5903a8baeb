import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { CopyKeeper, type Loss } from '../../../lib/services/keep-copies';
import { savePapers } from '../../../lib/services/save-papers';
import { restoreSnapshot } from '../../../lib/services/snapshots';
import { SecondCopy } from '../../../lib/store/second-copy';
import { SnapshotStore } from '../../../lib/store/snapshot-store';
import { DAY_MS, fakeClock } from '../../support/clock';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';
import { fakeStorageArea } from '../../support/storage-area';

const clock = fakeClock();
let operations = 0;
let devices = 0;

/** A background that has just started, over what a profile holds. */
function start(profile = { factory: new IDBFactory(), area: fakeStorageArea() }) {
  const library = testLibrary(profile.factory, clock, `device${++devices}`);
  const { writer } = library;
  const secondCopy = new SecondCopy(profile.area);
  const losses: Loss[] = [];
  const snapshots = new SnapshotStore({
    indexedDB: profile.factory,
    IDBKeyRange,
    onAdded: (copy) => copies.keep(copy),
  });
  const copies: CopyKeeper = new CopyKeeper({
    db: writer.db,
    snapshots,
    secondCopy,
    now: clock.now,
    announce: async (loss) => {
      losses.push(loss);
    },
  });
  const save = async (count: number) => {
    const candidates = Array.from({ length: count }, () => makeCandidate());
    await savePapers(writer, { opId: `operation-${++operations}`, candidates });
    clock.advance(1000);
    return candidates.map(({ key }) => key);
  };
  return { ...library, ...profile, secondCopy, snapshots, copies, losses, save };
}

describe('when a snapshot is taken', () => {
  it('after the first papers, then not for each, then after 25 more', async () => {
    const { copies, save, snapshots, secondCopy } = start();
    const held = async () => (await snapshots.list()).map(({ papers }) => papers);
    await copies.keepUp();
    expect(await held()).toEqual([]);
    await save(1);
    await copies.keepUp();
    await save(3);
    await copies.keepUp();
    expect(await held()).toEqual([1]);
    await save(25);
    await copies.keepUp();
    expect(await held()).toEqual([29, 1]);
    expect(await secondCopy.head()).toMatchObject({ papers: 29 });
    expect(await secondCopy.readMark()).toMatchObject({ papers: 29 });
  });

  it('after the first paper of a day', async () => {
    const { copies, save, snapshots } = start();
    await save(1);
    await copies.keepUp();
    clock.advance(DAY_MS);
    await save(1);
    await copies.keepUp();
    expect((await snapshots.list()).map(({ papers }) => papers)).toEqual([2, 1]);
  });

  it('not again and again while a large import goes on', async () => {
    const { copies, save, secondCopy } = start();
    const taken = new Set<number>();
    for (let batch = 0; batch < 40; batch++) {
      await save(25);
      await copies.keepUp();
      taken.add((await secondCopy.head())?.atMs ?? 0);
    }
    expect(taken.size).toBeLessThan(10);
  });
});

describe('R-14: when the browser threw the database away', () => {
  it('says so once, and the copy stands in the list of snapshots and can be restored', async () => {
    const before = start();
    const ids = await before.save(30);
    await before.copies.keepUp();
    const { area } = before;

    const after = start({ area, factory: new IDBFactory() });
    await after.copies.keepUp();
    expect(after.losses).toMatchObject([
      { before: { papers: 30 }, papers: 0, copy: { papers: 30 } },
    ]);
    const [snapshot] = await after.snapshots.list();
    expect(snapshot).toMatchObject({ papers: 30 });
    const restore = { opId: 'operation-restore', atMs: snapshot?.atMs ?? 0 };
    await restoreSnapshot(after.writer, after.snapshots, restore);
    expect((await after.repository.find(ids)).every((found) => found?.entry)).toBe(true);

    const next = start(after);
    await next.copies.keepUp();
    expect(next.losses).toEqual([]);
  });

  it('the copy has what was saved, changed and removed after the last snapshot, too', async () => {
    const before = start();
    const ids = await before.save(30);
    await before.copies.keepUp();
    const [removed, noted] = ids;
    if (!removed || !noted) throw new Error('nothing was saved');
    const late = await before.save(3);
    await removeFromLibrary(before.writer, { opId: 'operation-late-remove', ids: [removed] });
    const edit = { note: 'Schön' };
    await editLibrary(before.writer, { opId: 'operation-late-edit', ids: [noted], edit });
    await before.copies.keepUp();
    expect(await before.secondCopy.head()).toMatchObject({ papers: 30 });

    const after = start({ area: before.area, factory: new IDBFactory() });
    await after.copies.keepUp();
    expect(after.losses).toMatchObject([{ before: { papers: 32 }, copy: { papers: 32 } }]);
    const [snapshot] = await after.snapshots.list();
    const restore = { opId: 'operation-late-restore', atMs: snapshot?.atMs ?? 0 };
    await restoreSnapshot(after.writer, after.snapshots, restore);
    const library = await after.writer.db.library.toArray();
    expect(library.map(({ id }) => id).sort()).toEqual([...ids.slice(1), ...late].sort());
    expect(library.find(({ id }) => id === noted)?.note).toBe('Schön');
  });

  it('notices it though papers were saved before anybody looked, and keeps the copy', async () => {
    const before = start();
    await before.save(30);
    await before.copies.keepUp();
    const after = start({ area: before.area, factory: new IDBFactory() });
    await after.save(60);
    await after.copies.keepUp();
    expect(after.losses).toMatchObject([{ before: { papers: 30 }, papers: 60 }]);
    expect((await after.snapshots.list()).map(({ papers }) => papers)).toContain(30);
  });

  it('notices it in the life of a background that had found all in order', async () => {
    const { save, copies, losses, snapshots, writer } = start();
    await save(30);
    await copies.keepUp();
    await Promise.all(writer.db.tables.map((table) => table.clear()));
    await save(3);
    await copies.keepUp();
    await copies.keepUp();
    expect(losses).toMatchObject([{ before: { papers: 30 }, papers: 3, copy: { papers: 30 } }]);
    expect((await snapshots.list()).map(({ papers }) => papers)).toContain(30);
  });

  it('notices a database that went back in time', async () => {
    const { save, copies, secondCopy, area, factory } = start();
    await save(30);
    await copies.keepUp();
    const mark = await secondCopy.readMark();
    if (mark) await secondCopy.writeMark({ ...mark, papers: 40, rev: mark.rev + 10 });
    const after = start({ area, factory });
    await after.copies.check();
    expect(after.losses).toMatchObject([{ before: { papers: 40 }, papers: 30 }]);
  });

  it('keeps no late change without the mark that tells of its loss', async () => {
    const { save, copies, secondCopy, area } = start();
    await save(30);
    await copies.keepUp();
    await save(3);
    const { set } = area;
    area.set = async (items) => {
      await set(items);
      if ('snapshot-tail' in items) area.set = () => new Promise(() => undefined); // the end
    };
    void copies.keepUp();
    await expect.poll(() => area.items.get('snapshot-tail')).toBeDefined();
    expect(await secondCopy.readMark()).toMatchObject({ papers: 33 });
  });

  it('says it again with the next start when nobody could be told', async () => {
    const before = start();
    await before.save(30);
    await before.copies.keepUp();
    const profile = { area: before.area, factory: new IDBFactory() };
    const failing = start(profile);
    const mark = await failing.secondCopy.readMark();
    const copies = new CopyKeeper({
      db: failing.writer.db,
      snapshots: failing.snapshots,
      secondCopy: failing.secondCopy,
      now: clock.now,
      announce: () => Promise.reject(new Error('no window')),
    });
    await expect(copies.check()).rejects.toThrow('no window');
    expect(await failing.secondCopy.readMark()).toEqual(mark);
    const after = start(profile);
    await after.copies.check();
    expect(after.losses).toHaveLength(1);
  });

  it('calls nobody when a person removed everything', async () => {
    const before = start();
    const ids = await before.save(30);
    await before.copies.keepUp();
    await removeFromLibrary(before.writer, { opId: 'operation-remove', ids });
    await before.copies.keepUp();
    const after = start(before);
    await after.copies.check();
    expect(after.losses).toEqual([]);
  });
});
