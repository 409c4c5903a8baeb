import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type LookupIndex, openLookupIndex } from '../../lib/lookup/lookup-index';
import { LiveIndex } from '../../lib/services/live-index';
import { toLookupDocument } from '../../lib/services/to-lookup-document';
import { PaperkinDatabase } from '../../lib/store/database';
import type { Writer } from '../../lib/store/operation';
import { PaperRepository } from '../../lib/store/paper-repository';
import { SegmentStore } from '../../lib/store/segment-store';
import { type FakeClock, fakeClock } from './clock';

/** An empty library in memory; `reopen` is what a restarted background does. */
export interface TestLibrary {
  readonly clock: FakeClock;
  readonly writer: Writer;
  readonly repository: PaperRepository;
  reopen(): TestLibrary;
}

export function testLibrary(
  factory = new IDBFactory(),
  clock = fakeClock(),
  device = 'testdevice',
): TestLibrary {
  const db = new PaperkinDatabase({ indexedDB: factory, IDBKeyRange });
  const writer: Writer = {
    db,
    now: clock.now,
    makeDeviceName: () => device,
    mayJoin: () => true,
    lackOfRoom: async () => null,
  };
  return {
    clock,
    writer,
    repository: new PaperRepository(db),
    reopen() {
      db.close();
      return testLibrary(factory, clock, device);
    },
  };
}

/** The look-up over a library, as the background opens it. */
export function openLookup(
  repository: PaperRepository,
  factory = new IDBFactory(),
): LiveIndex<LookupIndex> {
  return new LiveIndex<LookupIndex>({
    name: 'lookup',
    open: openLookupIndex,
    update: (index, papers, rev) => index.put(papers.map(toLookupDocument), rev),
    remove: (index, ids, rev) => index.remove(ids, rev),
    changes: repository,
    segments: new SegmentStore({ indexedDB: factory, IDBKeyRange }),
  });
}
