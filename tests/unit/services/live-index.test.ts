import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import type { SegmentChange, Segmented } from '../../../lib/core/segments';
import { removeFromLibrary } from '../../../lib/services/edit-library';
import { LiveIndex } from '../../../lib/services/live-index';
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
  const start = () =>
    new LiveIndex<IdIndex>({
      name: 'ids',
      open: IdIndex.open,
      update: (index, papers, rev) =>
        index.put(
          papers.map(({ paper }) => paper.id),
          rev,
        ),
      remove: (index, ids, rev) => index.remove(ids, rev),
      repository: library.repository,
      segments: new SegmentStore({ indexedDB: factory, IDBKeyRange }),
    });
  return { ...library, start };
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
});
