import { expect, it } from 'vitest';
import { editLibrary } from '../../../lib/services/edit-library';
import { importPapers } from '../../../lib/services/import-papers';
import { listOperations } from '../../../lib/services/list-operations';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

async function busyLibrary() {
  const library = testLibrary();
  const { writer, clock } = library;
  const saved = makeCandidate({ title: 'Deep Roots' });
  await savePapers(writer, { opId: 'save-1', candidates: [saved, makeCandidate()] });
  clock.advance(1000);
  for (const batch of [1, 2, 3]) {
    const records = [{ title: `Leaf ${batch} of many`, authors: [], ids: [] }];
    await importPapers(writer, { opId: `batch-${batch}`, groupId: 'import-1', records });
    clock.advance(1000);
  }
  await editLibrary(writer, { opId: 'edit-1', ids: [saved.key], edit: { note: 'Mine' } });
  clock.advance(1000);
  return { ...library, saved };
}

it('what was done is listed, the latest first, an import of many batches once', async () => {
  const { writer } = await busyLibrary();
  const items = await listOperations(writer.db, { limit: 10 });
  expect(items.map(({ id, kind, papers }) => [id, kind, papers])).toEqual([
    ['edit-1', 'edit', 1],
    ['import-1', 'import', 3],
    ['save-1', 'save', 2],
  ]);
  expect(items.at(0)).toMatchObject({ edit: { before: { note: '' }, after: { note: 'Mine' } } });
  expect(items.at(-1)).toMatchObject({ title: 'Deep Roots', isUndone: false });
  const [latest, before] = await listOperations(writer.db, { limit: 2 });
  expect([latest?.id, before?.papers]).toEqual(['edit-1', 3]);
});

it('an older one is taken back by itself, and marked', async () => {
  const { writer, saved } = await busyLibrary();
  await undoOperation(writer, { opId: 'undo-1', undoOf: 'import-1' });
  const items = await listOperations(writer.db, { limit: 10 });
  expect(items.map(({ id, isUndone }) => [id, isUndone])).toEqual([
    ['edit-1', false],
    ['import-1', true],
    ['save-1', false],
  ]);
  expect(await writer.db.library.count()).toBe(2);
  expect((await writer.db.library.get(saved.key))?.note).toBe('Mine');
});
