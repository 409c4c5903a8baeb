import { expect, it } from 'vitest';
import { editKind } from '../../../lib/core/edit-kind';
import { editLibrary } from '../../../lib/services/edit-library';
import { paperHistory } from '../../../lib/services/paper-history';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

async function edited(...edits: Parameters<typeof editLibrary>[1]['edit'][]) {
  const library = testLibrary();
  const { writer, clock } = library;
  const saved = makeCandidate();
  await savePapers(writer, { opId: 'save', candidates: [saved] });
  for (const [i, edit] of edits.entries()) {
    clock.advance(1000);
    await editLibrary(writer, { opId: `edit-${i}`, ids: [saved.key], edit });
  }
  return { ...library, key: saved.key };
}

it('says what each change did, the latest first', async () => {
  const { repository, key } = await edited(
    { status: 'read' },
    { starred: true },
    { note: 'Mine' },
    { addTags: ['b', 'a'] },
    { addTags: ['c'], removeTags: ['a'], addLists: ['L'] },
    { starred: false, note: '' },
  );
  const history = await paperHistory(repository, key);
  expect(history.map(({ what, edit }) => (edit ? editKind(edit) : what))).toEqual([
    'edited',
    'labelled',
    'tagged',
    'noted',
    'starred',
    'read',
    'saved',
  ]);
});

it('marks a change that was taken back', async () => {
  const { repository, writer, clock, key } = await edited(
    { status: 'read' },
    { status: 'reading' },
  );
  clock.advance(1000);
  await undoOperation(writer, { opId: 'undo', undoOf: 'edit-1' });
  const history = await paperHistory(repository, key);
  expect(history.map(({ edit, isUndone }) => [edit?.after.status, isUndone])).toEqual([
    ['reading', true],
    ['read', false],
    [undefined, undefined],
  ]);
});
