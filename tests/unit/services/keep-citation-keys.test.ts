import { describe, expect, it } from 'vitest';
import { CITATION_KEY_STYLES } from '../../../lib/core/citation-key';
import { editLibrary } from '../../../lib/services/edit-library';
import { keepCitationKeys } from '../../../lib/services/keep-citation-keys';
import { savePapers } from '../../../lib/services/save-papers';
import { changeSettings } from '../../../lib/services/settings';
import { undoOperation } from '../../../lib/services/undo-operation';
import { type TestLibrary, testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

const toy = () => makeCandidate({ title: 'A Toy' });

async function save(library: TestLibrary, opId: string, candidate = toy()): Promise<string> {
  await savePapers(library.writer, { opId, candidates: [candidate] });
  library.clock.advance(1000);
  return candidate.key;
}

async function keys(library: TestLibrary): Promise<Record<string, string | undefined>> {
  await keepCitationKeys(library.writer);
  const entries = await library.writer.db.library.toArray();
  return Object.fromEntries(entries.map(({ id, citationKey }) => [id, citationKey]));
}

describe('citation keys', () => {
  it('are given in the order of saving, and stay when others are saved', async () => {
    const library = testLibrary();
    const first = await save(library, 'operation-1');
    const second = await save(library, 'operation-2');
    const given = { [first]: 'example2031toy', [second]: 'example2031toya' };
    expect(await keys(library)).toEqual(given);
    const third = await save(library, 'operation-3');
    expect(await keys(library)).toEqual({ ...given, [third]: 'example2031toyb' });
  });

  it('avoid those that the user chose', async () => {
    const library = testLibrary();
    const candidate = toy();
    await save(library, 'operation-1', candidate);
    await editLibrary(library.writer, {
      opId: 'operation-2',
      ids: [candidate.key],
      edit: { citationKey: 'Example2031Toy' },
    });
    const other = await save(library, 'operation-3');
    expect(await keys(library)).toEqual({
      [candidate.key]: 'Example2031Toy',
      [other]: 'example2031toya',
    });
  });

  it('are made in the style that is set, and those given before stay', async () => {
    const library = testLibrary();
    const first = await save(library, 'operation-1');
    await keys(library);
    const keyTemplate = CITATION_KEY_STYLES['better-bibtex'];
    await changeSettings(library.writer.db, { keyTemplate });
    const second = await save(library, 'operation-2');
    expect(await keys(library)).toEqual({ [first]: 'example2031toy', [second]: 'exampleToy2031' });
  });

  it('do not change when an edit made before them is undone', async () => {
    const library = testLibrary();
    const candidate = toy();
    await save(library, 'operation-1', candidate);
    const ids = [candidate.key];
    await editLibrary(library.writer, { opId: 'operation-2', ids, edit: { starred: true } });
    const before = await keys(library);
    await undoOperation(library.writer, { opId: 'operation-3', undoOf: 'operation-2' });
    expect(await keys(library)).toEqual(before);
  });

  it('cost nothing where every paper has one', async () => {
    const library = testLibrary();
    await save(library, 'operation-1');
    await keepCitationKeys(library.writer);
    const rev = (await library.writer.db.papers.toArray()).map((paper) => paper.rev);
    await keepCitationKeys(library.writer);
    expect((await library.writer.db.papers.toArray()).map((paper) => paper.rev)).toEqual(rev);
  });
});
