import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { PaperkinDatabase } from '../../lib/store/database';
import type { Writer } from '../../lib/store/operation';
import { PaperRepository } from '../../lib/store/paper-repository';
import { type FakeClock, fakeClock } from './clock';

/** An empty library in memory; `reopen` is what a restarted background does. */
export interface TestLibrary {
  readonly clock: FakeClock;
  readonly writer: Writer;
  readonly repository: PaperRepository;
  reopen(): TestLibrary;
}

export function testLibrary(factory = new IDBFactory(), clock = fakeClock()): TestLibrary {
  const db = new PaperkinDatabase({ indexedDB: factory, IDBKeyRange });
  const writer: Writer = {
    db,
    now: clock.now,
    makeDeviceName: () => 'testdevice',
    mayJoin: () => true,
  };
  return {
    clock,
    writer,
    repository: new PaperRepository(db),
    reopen() {
      db.close();
      return testLibrary(factory, clock);
    },
  };
}
