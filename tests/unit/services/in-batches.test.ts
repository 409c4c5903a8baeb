import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { inBatches, type Part, reachedBy } from '../../../lib/services/in-batches';
import { renameLabel } from '../../../lib/services/rename-label';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { type TestLibrary, testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

const PAPERS = 600;
const silent = () => undefined;

describe('a change of more papers than go into one batch', () => {
  let library: TestLibrary;
  let ids: readonly PaperKey[];

  beforeAll(async () => {
    library = testLibrary();
    const candidates = Array.from({ length: PAPERS }, () => makeCandidate());
    ids = candidates.map(({ key }) => key);
    await savePapers(library.writer, { opId: 'saving-1', candidates });
  });

  const tagged = async () => library.writer.db.library.where('tags').equals('many').count();
  const tag = (part: Part) => {
    library.clock.advance(1);
    return editLibrary(library.writer, { ...part, edit: { addTags: ['many'] } });
  };

  it('tells how far it is, and is one undo', async () => {
    const told: string[] = [];
    const tell = (opId: string, done: number, total: number) =>
      told.push(`${opId}: ${done} of ${total}`);
    const { ids: changed } = await inBatches({ opId: 'tagging-1', ids }, tag, tell);
    expect(changed).toHaveLength(PAPERS);
    expect(await tagged()).toBe(PAPERS);
    expect(told).toEqual(['tagging-1: 0', 'tagging-1: 500', 'tagging-1: 600'].map(ofAll));
    told.length = 0;
    const undo = { opId: 'undoing-1', undoOf: 'tagging-1' };
    expect((await undoOperation(library.writer, undo, tell)).ids).toHaveLength(PAPERS);
    expect(await tagged()).toBe(0);
    expect(told.at(-1)).toBe(ofAll('undoing-1: 600'));
  });

  it('goes on where it was stopped when it is asked again, and so does its undo', async () => {
    const stopAfter = (count: number) => () => {
      count -= 1;
      if (count === 0) throw new Error('killed');
    };
    const asked = { opId: 'tagging-2', ids };
    await expect(inBatches(asked, tag, stopAfter(2))).rejects.toThrow('killed');
    expect(await tagged()).toBe(500);
    expect(await reachedBy(library.writer.db, asked.opId)).toHaveLength(500);
    await inBatches(asked, tag, silent);
    expect(await tagged()).toBe(PAPERS);
    expect(await reachedBy(library.writer.db, asked.opId)).toHaveLength(PAPERS);
    const undo = { opId: 'undoing-2', undoOf: 'tagging-2' };
    await expect(undoOperation(library.writer, undo, stopAfter(2))).rejects.toThrow('killed');
    expect(await tagged()).toBe(500);
    await undoOperation(library.writer, undo, silent);
    expect(await tagged()).toBe(0);
  });

  it('passes over papers that are gone, and says so only where all are', async () => {
    const gone = ids.slice(500);
    await removeFromLibrary(library.writer, { opId: 'removing-1', ids: gone });
    const { ids: changed } = await inBatches({ opId: 'tagging-3', ids }, tag, silent);
    expect(changed).toHaveLength(500);
    const nothing = { opId: 'tagging-4', ids: Array.from({ length: 6 }, () => gone).flat() };
    await expect(inBatches(nothing, tag, silent)).rejects.toMatchObject({ code: 'not-found' });
    await undoOperation(library.writer, { opId: 'undoing-3', undoOf: 'removing-1' });
    await undoOperation(library.writer, { opId: 'undoing-4', undoOf: 'tagging-3' });
  });

  it('renames a tag on all that carry it, as one undo', async () => {
    await tag({ opId: 'tagging-5', ids: ids.slice(0, 3) });
    const change = { opId: 'renaming-1', kind: 'tags', from: 'many', to: 'all' } as const;
    await renameLabel(library.writer, change, silent);
    expect(await library.repository.labels('tags')).toEqual([{ name: 'all', count: 3 }]);
    await undoOperation(library.writer, { opId: 'undoing-5', undoOf: 'renaming-1' });
    expect(await library.repository.labels('tags')).toEqual([{ name: 'many', count: 3 }]);
  });

  it('goes on with a renaming that was stopped, however few are left, and it is still one undo', async () => {
    await inBatches({ opId: 'tagging-6', ids }, tag, silent);
    const change = { opId: 'renaming-2', kind: 'tags', from: 'many', to: 'all' } as const;
    const stop = (_opId: string, done: number) => {
      if (done > 0) throw new Error('killed');
    };
    await expect(renameLabel(library.writer, change, stop)).rejects.toThrow('killed');
    library.clock.advance(1);
    await renameLabel(library.writer, change, silent);
    expect(await library.repository.labels('tags')).toEqual([{ name: 'all', count: PAPERS }]);
    await undoOperation(library.writer, { opId: 'undoing-6', undoOf: 'renaming-2' });
    expect(await library.repository.labels('tags')).toEqual([{ name: 'many', count: PAPERS }]);
  });
});

const ofAll = (text: string) => `${text} of ${PAPERS}`;
