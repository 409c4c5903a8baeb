import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import type { SegmentChange, Segmented } from '../../../lib/core/segments';
import { removeFromLibrary } from '../../../lib/services/edit-library';
import { type Changes, LiveIndex } from '../../../lib/services/live-index';
import { openReading } from '../../../lib/services/open-reading';
import { createReadingHandlers } from '../../../lib/services/reading-handlers';
import { savePapers } from '../../../lib/services/save-papers';
import { SegmentStore } from '../../../lib/store/segment-store';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

/** An index that only knows which papers it holds, kept as one segment. */
class IdIndex implements Segmented {
  rev = 0;
  reads = 0;
  readonly ids = new Set<PaperKey>();
  #isChanged = false;

  static open(segments: ReadonlyMap<string, ArrayBuffer>): IdIndex {
    const index = new IdIndex();
    const bytes = segments.get('all');
    if (!bytes) return index;
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as { rev: number; ids: PaperKey[] };
    index.rev = kept.rev;
    for (const id of kept.ids) index.ids.add(id);
    return index;
  }

  put(ids: readonly PaperKey[], rev: number): void {
    for (const id of ids) this.ids.add(id);
    this.reads += ids.length;
    this.#change(rev);
  }

  remove(ids: readonly PaperKey[], rev: number): void {
    for (const id of ids) this.ids.delete(id);
    this.#change(rev);
  }

  flush(): SegmentChange {
    if (!this.#isChanged) return { put: new Map(), remove: [] };
    this.#isChanged = false;
    const text = JSON.stringify({ rev: this.rev, ids: [...this.ids] });
    return { put: new Map([['all', new TextEncoder().encode(text).buffer]]), remove: [] };
  }

  mergeStep(): boolean {
    return false;
  }

  #change(rev: number): void {
    this.rev = rev;
    this.#isChanged = true;
  }
}

function setUp() {
  const factory = new IDBFactory();
  const library = testLibrary();
  const start = (
    changes: Changes = library.repository,
    watch: (index: IdIndex) => void = () => undefined,
  ) =>
    new LiveIndex<IdIndex>({
      name: 'ids',
      open: (segments) => {
        const index = IdIndex.open(segments);
        watch(index);
        return index;
      },
      update: (index, papers, rev) =>
        index.put(
          papers.map(({ paper }) => paper.id),
          rev,
        ),
      remove: (index, ids, rev) => index.remove(ids, rev),
      changes,
      segments: new SegmentStore({ indexedDB: factory, IDBKeyRange }),
    });
  return { ...library, factory, start };
}

describe('an index over the library', () => {
  it('holds what was committed before it is asked', async () => {
    const { writer, start } = setUp();
    const paper = makeCandidate();
    const live = start();
    await live.current();
    await savePapers(writer, { opId: 'operation-1', candidates: [paper] });
    live.markStale();
    expect((await live.current()).ids).toEqual(new Set([paper.key]));
  });

  it('reads only what is new after a restart', async () => {
    const { writer, start } = setUp();
    const papers = Array.from({ length: 20 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    await start().current();
    const late = makeCandidate();
    await savePapers(writer, { opId: 'operation-2', candidates: [late] });
    const index = await start().current();
    expect(index.ids.size).toBe(21);
    expect(index.reads).toBe(1);
  });

  it('catches up with more papers than it reads at a time', async () => {
    const { writer, start } = setUp();
    const papers = Array.from({ length: 1200 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    expect((await start().current()).ids.size).toBe(1200);
  });

  it('reads a removed paper again, since it is a seen one now', async () => {
    const { writer, start } = setUp();
    const paper = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [paper] });
    const live = start();
    const index = await live.current();
    await removeFromLibrary(writer, { opId: 'operation-2', ids: [paper.key] });
    live.markStale();
    await live.current();
    expect(index.reads).toBe(2);
  });

  it('goes on where a rebuild was cut off, and reads nothing twice', async () => {
    const { writer, repository, start } = setUp();
    const papers = Array.from({ length: 1200 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    let reads = 0;
    const dying: Changes = {
      latestRev: () => repository.latestRev(),
      removedSince: (rev) => repository.removedSince(rev),
      changedSince: (rev, limit) => {
        reads += 1;
        return reads === 2
          ? Promise.reject(new Error('killed'))
          : repository.changedSince(rev, limit);
      },
    };
    await expect(start(dying).current()).rejects.toThrow('killed');
    const index = await start().current();
    expect(index.ids.size).toBe(1200);
    expect(index.reads).toBe(700);
  });

  it('lets others have their turn while it catches up', async () => {
    const { writer, start } = setUp();
    const papers = Array.from({ length: 400 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    const filled: number[] = [];
    let timer: NodeJS.Immediate | undefined;
    const live = start(undefined, (index) => {
      const look = () => {
        filled.push(index.ids.size);
        timer = setImmediate(look);
      };
      look();
    });
    await live.current();
    clearImmediate(timer);
    expect(new Set(filled).size).toBeGreaterThan(3);
  });

  it('does not keep waiting who can ask the database instead, when much is to be read', async () => {
    const { writer, start } = setUp();
    const papers = Array.from({ length: 2001 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    const live = start();
    expect(await live.currentIfClose()).toBeNull();
    expect(await live.currentIfClose()).toBeNull();
    expect((await live.current()).ids.size).toBe(2001);
    expect((await live.currentIfClose())?.ids.size).toBe(2001);
  });

  it('answers with what it has read so far, says so, and goes on reading', async () => {
    const { writer, start } = setUp();
    const papers = Array.from({ length: 2500 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    const live = start();
    const early = await live.atHand();
    expect(early.isWhole).toBe(false);
    expect(early.index.ids.size).toBeLessThan(2500);
    await live.current();
    expect(early.index.ids.size).toBe(2500);
    expect(await live.atHand()).toEqual({ index: early.index, isWhole: true });
  });

  it('starts anew where it knows more than the database: that was another library', async () => {
    const { writer, start, factory } = setUp();
    const papers = Array.from({ length: 20 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    await start().current();
    const other = testLibrary();
    const paper = makeCandidate();
    await savePapers(other.writer, { opId: 'operation-1', candidates: [paper] });
    const index = await start(other.repository).current();
    expect(index.ids).toEqual(new Set([paper.key]));
    const kept = await new SegmentStore({ indexedDB: factory, IDBKeyRange }).read('ids');
    expect(IdIndex.open(kept).ids).toEqual(new Set([paper.key]));
  });

  it('lets a search be answered after a large import, from what is indexed by then', async () => {
    const { writer, repository, factory } = setUp();
    const papers = Array.from({ length: 2500 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    const reading = openReading({
      indexedDB: factory,
      IDBKeyRange,
      repository: async () => repository,
    });
    const handlers = createReadingHandlers({
      ...reading,
      reader: repository,
      now: Date.now,
      onLook: () => undefined,
    });
    const search = async () => {
      const request = { text: 'is:saved', limit: 50 };
      return handlers['library.search'](request, { sender: {}, isOwnPage: true });
    };
    expect(await search()).toMatchObject({ isWhole: false });
    await reading.searchIndex.current();
    expect(await search()).toMatchObject({ isWhole: true, total: 2500 });
  });

  it('leaves few segments after a first fill of the search', async () => {
    const { writer, repository, factory } = setUp();
    const papers = Array.from({ length: 1500 }, () => makeCandidate());
    await savePapers(writer, { opId: 'operation-1', candidates: papers });
    const { searchIndex, segments } = openReading({
      indexedDB: factory,
      IDBKeyRange,
      repository: async () => repository,
    });
    expect((await searchIndex.current()).size).toBe(1500);
    expect((await segments.read('search')).size).toBeLessThan(30);
  });
});
