import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { healthReport, rememberHealth } from '../../../lib/services/health';
import { savePapers } from '../../../lib/services/save-papers';
import { SnapshotStore } from '../../../lib/store/snapshot-store';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

it('papers saved since the last export are counted, and anew once it was put off', async () => {
  const { writer, repository, clock } = testLibrary();
  const snapshots = new SnapshotStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  let operations = 0;
  const save = async (count: number) => {
    const candidates = Array.from({ length: count }, () => makeCandidate());
    await savePapers(writer, { opId: `save-${++operations}`, candidates });
    clock.advance(1000);
  };
  const counted = async () => (await healthReport(repository, snapshots)).savedSinceExport;
  await save(3);
  expect(await counted()).toBe(3);
  await rememberHealth(repository, { lastExportAtMs: clock.now() });
  clock.advance(1000);
  expect(await counted()).toBe(0);
  await save(2);
  expect(await counted()).toBe(2);
  await rememberHealth(repository, { remindedAtMs: clock.now() });
  clock.advance(1000);
  await save(1);
  expect(await counted()).toBe(1);
});
