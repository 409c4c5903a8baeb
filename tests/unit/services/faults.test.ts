import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { checkLibrary } from '../../../lib/services/check-library';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { importPapers } from '../../../lib/services/import-papers';
import { keepCitationKeys } from '../../../lib/services/keep-citation-keys';
import { mergePapers } from '../../../lib/services/merge-papers';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { restoreSnapshot, takeSnapshot } from '../../../lib/services/snapshots';
import { undoOperation } from '../../../lib/services/undo-operation';
import { PaperkinDatabase } from '../../../lib/store/database';
import { SnapshotStore } from '../../../lib/store/snapshot-store';
import { testLibrary } from '../../support/database';
import { injectFaults } from '../../support/faults';
import { key, makeCandidate } from '../../support/papers';

const arxiv = makeCandidate({ key: key('arxiv:3101.70001'), ids: [key('arxiv:3101.70001')] });
const doi = makeCandidate({ key: key('doi:10.1000/fault'), ids: [key('doi:10.1000/fault')] });
const both = { ...arxiv, ids: [...arxiv.ids, ...doi.ids] };

async function stored() {
  const library = testLibrary();
  const { writer } = library;
  const plan = injectFaults(writer.db);
  await savePapers(writer, { opId: 'operation-1', candidates: [arxiv, makeCandidate()] });
  await savePapers(writer, { opId: 'operation-2', candidates: [doi], edit: { note: 'Mine' } });
  const snapshots = new SnapshotStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  await takeSnapshot(writer.db, snapshots, 1);
  return { ...library, snapshots, plan };
}

type Stored = Awaited<ReturnType<typeof stored>>;

const actions: Record<string, (library: Stored) => Promise<unknown>> = {
  save: ({ writer }) =>
    savePapers(writer, { opId: 'operation-9', candidates: [makeCandidate(), makeCandidate()] }),
  'save that joins two papers': ({ writer }) =>
    savePapers(writer, { opId: 'operation-9', candidates: [both] }),
  edit: ({ writer }) =>
    editLibrary(writer, { opId: 'operation-9', ids: [arxiv.key], edit: { addTags: ['a'] } }),
  remove: ({ writer }) => removeFromLibrary(writer, { opId: 'operation-9', ids: [doi.key] }),
  merge: ({ writer }) =>
    mergePapers(writer, { opId: 'operation-9', from: doi.key, into: arxiv.key }),
  import: ({ writer }) =>
    importPapers(writer, {
      opId: 'operation-9',
      groupId: 'group-9',
      records: [
        { id: arxiv.key, ids: [doi.key], title: 'Roots', authors: [], tags: ['a'] },
        { ids: [], title: 'Leaves', authors: [{ name: 'Ada Oak' }], note: 'Mine' },
      ],
      settings: { lists: ['Thesis'] },
    }),
  'naming what is exported': ({ writer }) => keepCitationKeys(writer),
  export: async ({ repository }) => repository.find(await repository.allIds()),
  undo: ({ writer }) => undoOperation(writer, { opId: 'operation-9', undoOf: 'operation-2' }),
  restore: ({ writer, snapshots }) =>
    restoreSnapshot(writer, snapshots, { opId: 'operation-9', atMs: 1 }),
  'look at a page': ({ writer }) =>
    recordPage(
      writer,
      { url: 'https://arxiv.org/list/cs.LG/new', candidates: [both, makeCandidate()] },
      { settings: DEFAULT_SETTINGS, isPaperPage: false },
    ),
};

async function dump({ writer }: Stored) {
  const tables = writer.db.tables.filter(({ name }) => name !== 'meta');
  return Promise.all(tables.map((table) => table.toArray()));
}

describe('R-08: when the k-th request fails, for every k,', () => {
  for (const [name, act] of Object.entries(actions)) {
    it(`${name} reports it, changes nothing, and works the next time`, async () => {
      let k = 0;
      for (; ; k++) {
        const library = await stored();
        const before = await dump(library);
        library.plan.remaining = k;
        const outcome = await act(library).then(
          () => 'done',
          () => 'failed',
        );
        library.plan.remaining = Number.POSITIVE_INFINITY;
        if (!library.plan.hasFired) break;
        expect(outcome).toBe('failed');
        expect(await dump(library)).toEqual(before);
        await act(library);
        expect(await checkLibrary(library.writer.db)).toEqual([]);
      }
      expect(k).toBeGreaterThan(2);
    });
  }
});

it('R-08: a change of the schema whose k-th request fails, for every k, leaves the old one', async () => {
  const factory = new IDBFactory();
  const { writer, reopen } = testLibrary(factory);
  await savePapers(writer, { opId: 'operation-1', candidates: [arxiv, doi] });
  const tables = () => Promise.all(writer.db.tables.map((table) => table.toArray()));
  const before = await tables();
  writer.db.close();
  const upgrade = async (k: number) => {
    const db = new PaperkinDatabase({ indexedDB: factory, IDBKeyRange });
    const plan = injectFaults(db);
    plan.remaining = k;
    db.version(2)
      .stores({ shelves: 'name' })
      .upgrade(async (transaction) => {
        await transaction.table('shelves').add({ name: 'new' });
        await transaction.table('papers').toCollection().modify({ shelf: 'new' });
        await transaction.table('meta').put({ name: 'shelves', value: 1 });
      });
    const outcome = await db.open().then(
      () => 'done',
      () => 'failed',
    );
    db.close();
    return { outcome, hasFired: plan.hasFired };
  };
  let k = 0;
  for (; ; k++) {
    const { outcome, hasFired } = await upgrade(k);
    if (!hasFired) break;
    expect(outcome).toBe('failed');
    const { db } = reopen().writer;
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
    db.close();
  }
  expect(k).toBeGreaterThan(3);
  expect(await upgrade(Number.POSITIVE_INFINITY)).toEqual({ outcome: 'done', hasFired: false });
});
