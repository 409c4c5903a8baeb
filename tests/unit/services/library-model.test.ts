import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PaperKey, ReadingStatus } from '../../../lib/core/paper';
import { checkLibrary } from '../../../lib/services/check-library';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { importPapers } from '../../../lib/services/import-papers';
import { mergePapers } from '../../../lib/services/merge-papers';
import { savePapers } from '../../../lib/services/save-papers';
import { restoreSnapshot, takeSnapshot } from '../../../lib/services/snapshots';
import { undoOperation } from '../../../lib/services/undo-operation';
import { SnapshotStore } from '../../../lib/store/snapshot-store';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

/** More while hunting: PAPERKIN_MODEL_RUNS=100000. */
const RUNS = Number(process.env.PAPERKIN_MODEL_RUNS ?? 1000);

const KEYS = [0, 1, 2, 3].map((n) => key(`arxiv:3101.8000${n}`));
const CANDIDATES = KEYS.map((one) => makeCandidate({ key: one, ids: [one] }));

/** What a user would say stands in the library: no stamps, no revisions. */
interface Entry {
  readonly status: ReadingStatus;
  readonly tags: readonly string[];
  readonly note: string;
}
type Model = ReadonlyMap<PaperKey, Entry>;

interface World {
  library: ReturnType<typeof testLibrary>;
  readonly snapshots: SnapshotStore;
  model: Model;
  /** Entries that left the library come back whole when saved again. */
  bin: Model;
  /** Which record a key leads to; two keys lead to one after a merge. */
  owners: ReadonlyMap<PaperKey, PaperKey>;
  snapshot: { model: Model; owners: ReadonlyMap<PaperKey, PaperKey> } | null;
  /** What undoing would bring back, the last change last. */
  past: { opId: string; model: Model; owners: ReadonlyMap<PaperKey, PaperKey> }[];
  operations: number;
}

const FRESH: Entry = { status: 'unread', tags: [], note: '' };
const paper = fc.nat({ max: KEYS.length - 1 });

const step = fc.oneof(
  // Twice as often as the others: nothing can be done to a library without papers.
  fc.record({ do: fc.constant('save' as const), paper }),
  fc.record({ do: fc.constant('save' as const), paper }),
  fc.record({
    do: fc.constant('edit' as const),
    paper,
    status: fc.constantFrom<ReadingStatus>('unread', 'reading', 'read'),
  }),
  fc.record({ do: fc.constant('note' as const), paper, note: fc.string({ maxLength: 6 }) }),
  fc.record({ do: fc.constant('tag' as const), paper, tag: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ do: fc.constant('untag' as const), paper, tag: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ do: fc.constant('remove' as const), paper }),
  fc.record({ do: fc.constant('merge' as const), paper, other: paper }),
  fc.record({ do: fc.constant('import' as const), paper, tag: fc.constantFrom('a', 'd') }),
  fc.record({ do: fc.constantFrom('undo' as const, 'snapshot' as const) }),
  fc.record({ do: fc.constantFrom('restore' as const, 'restart' as const) }),
);
const KINDS = [
  'save',
  'edit',
  'note',
  'tag',
  'untag',
  'remove',
  'merge',
  'import',
  'undo',
  'snapshot',
  'restore',
  'restart',
] as const satisfies readonly Step['do'][];
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function createWorld(): World {
  return {
    library: testLibrary(),
    snapshots: new SnapshotStore({ indexedDB: new IDBFactory(), IDBKeyRange }),
    model: new Map(),
    bin: new Map(),
    owners: new Map(KEYS.map((one) => [one, one])),
    snapshot: null,
    past: [],
    operations: 0,
  };
}

/** How often each kind of step changed something, over all runs: none may be there for show. */
const done = new Map<Step['do'], number>();

const keyOf = (index: number) => KEYS[index] ?? key('none');
const set = (model: Model, id: PaperKey, entry: Entry): Model => new Map([...model, [id, entry]]);
const without = (model: Model, id: PaperKey): Model =>
  new Map([...model].filter(([one]) => one !== id));

async function take(world: World, one: Step): Promise<void> {
  const { library, snapshots } = world;
  const { writer } = library;
  const opId = `operation-${world.operations++}`;
  const id = 'paper' in one ? (world.owners.get(keyOf(one.paper)) ?? keyOf(one.paper)) : key('');
  const had = world.model.get(id);
  const did = () => done.set(one.do, (done.get(one.do) ?? 0) + 1);
  const change = (model: Model, owners = world.owners) => {
    did();
    world.past.push({ opId, model: world.model, owners: world.owners });
    world.model = model;
    world.owners = owners;
  };
  const edit = async (entry: Entry, how: Parameters<typeof editLibrary>[1]['edit']) => {
    await editLibrary(writer, { opId, ids: [id], edit: how });
    change(set(world.model, id, entry));
  };

  switch (one.do) {
    case 'save': {
      const candidates = CANDIDATES.slice(one.paper, one.paper + 1);
      await savePapers(writer, { opId, candidates });
      change(set(world.model, id, had ?? world.bin.get(id) ?? FRESH));
      world.bin = without(world.bin, id);
      return;
    }
    case 'edit':
      return had && edit({ ...had, status: one.status }, { status: one.status });
    case 'note':
      return had && edit({ ...had, note: one.note }, { note: one.note });
    case 'tag': {
      const tags = had && [...new Set([...had.tags, one.tag])].sort();
      return had && tags && edit({ ...had, tags }, { addTags: [one.tag] });
    }
    case 'untag':
      return (
        had &&
        edit({ ...had, tags: had.tags.filter((tag) => tag !== one.tag) }, { removeTags: [one.tag] })
      );
    case 'remove':
      if (!had) return;
      await removeFromLibrary(writer, { opId, ids: [id] });
      world.bin = set(world.bin, id, had);
      return change(without(world.model, id));
    case 'import': {
      const [candidate] = CANDIDATES.slice(one.paper, one.paper + 1);
      if (!candidate) return;
      const { key: _key, source: _source, ...facts } = candidate;
      const records = [{ ...facts, id: keyOf(one.paper), tags: [one.tag] }];
      await importPapers(writer, { opId, groupId: `group-${opId}`, records });
      const start = had ?? FRESH;
      const tags = [...new Set([...start.tags, one.tag])].sort();
      change(set(world.model, id, { ...start, tags }));
      world.bin = without(world.bin, id);
      return;
    }
    case 'merge': {
      const from = world.owners.get(keyOf(one.other)) ?? keyOf(one.other);
      const found = await library.repository.get([from, id]);
      if (from === id || found.some((row) => !row)) return;
      await mergePapers(writer, { opId, from, into: id });
      // Which of two fields wins follows stamps; library-entry.test.ts holds it to its rules.
      const merged = await readModel(world);
      const owners = new Map([...world.owners].map(([k, o]) => [k, o === from ? id : o]));
      expect([...merged.keys()].sort()).toEqual(
        [...new Set([...world.model.keys()].map((k) => (k === from ? id : k)))].sort(),
      );
      return change(merged, owners);
    }
    case 'undo': {
      const last = world.past.pop();
      if (!last) return;
      await undoOperation(writer, { opId, undoOf: last.opId });
      for (const [left, entry] of world.model) {
        if (!last.model.has(left)) world.bin = set(world.bin, left, entry);
      }
      for (const back of last.model.keys()) {
        if (!world.model.has(back)) world.bin = without(world.bin, back);
      }
      world.model = last.model;
      world.owners = last.owners;
      did();
      return;
    }
    case 'snapshot':
      await takeSnapshot(writer.db, snapshots, 1);
      world.snapshot = { model: world.model, owners: world.owners };
      did();
      return;
    case 'restore':
      // A snapshot holds papers under the ids they had; one merged since then stays merged.
      if (!world.snapshot || world.snapshot.owners !== world.owners) return;
      await restoreSnapshot(writer, snapshots, { opId, atMs: 1 });
      for (const [left, entry] of world.model) {
        if (!world.snapshot.model.has(left)) world.bin = set(world.bin, left, entry);
      }
      for (const back of world.snapshot.model.keys()) world.bin = without(world.bin, back);
      return change(world.snapshot.model);
    case 'restart':
      world.library = library.reopen();
      did();
  }
}

async function readModel({ library }: World): Promise<Model> {
  const entries = await library.writer.db.library.toArray();
  return new Map(entries.map(({ id, status, tags, note }) => [id, { status, tags, note }]));
}

it(`R-09: any sequence of changes, undos and restarts leaves what a user would expect (${RUNS} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }),
      async (steps) => {
        const world = createWorld();
        for (const one of steps) {
          await take(world, one);
          expect(new Map([...(await readModel(world))].sort())).toEqual(
            new Map([...world.model].sort()),
          );
        }
        expect(await checkLibrary(world.library.writer.db)).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
  console.log(`R-09: ${RUNS} runs; steps that did something:`, Object.fromEntries(done));
  for (const kind of KINDS) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(RUNS / 10);
}, 600_000);
