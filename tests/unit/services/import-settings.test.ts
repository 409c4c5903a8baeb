import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { importPapers } from '../../../lib/services/import-papers';
import { changeSettings, getSettings, importSettings } from '../../../lib/services/settings';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';

it('the undo of an import takes its papers and its settings back, and keeps what came since', async () => {
  const { writer } = testLibrary();
  const { db } = writer;
  const groupId = 'import-1';
  const records = [{ title: 'Roots', authors: [{ name: 'Ada Oak' }], ids: [] }];
  await importPapers(writer, { opId: 'batch-1', groupId, records });
  const settings = { lists: ['Thesis'], showRelated: false };
  await importSettings(writer, { opId: 'settings-1', groupId, settings });
  expect(await getSettings(db)).toMatchObject(settings);
  await changeSettings(db, { seenLimit: 7 });

  await undoOperation(writer, { opId: 'undo-1', undoOf: groupId });
  expect(await db.library.count()).toBe(0);
  expect(await getSettings(db)).toEqual({ ...DEFAULT_SETTINGS, seenLimit: 7 });
});
