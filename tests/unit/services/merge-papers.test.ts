import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { checkLibrary } from '../../../lib/services/check-library';
import { mergePapers } from '../../../lib/services/merge-papers';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const preprint = makeCandidate({ key: key('arxiv:3101.60001'), ids: [key('arxiv:3101.60001')] });
const published = makeCandidate({
  key: key('doi:10.1000/merge'),
  ids: [key('doi:10.1000/merge')],
  source: 'publisher',
  venue: 'Journal of Sheep',
});

async function twoPapers() {
  const library = testLibrary();
  const { writer } = library;
  const notes = { note: 'From the preprint', addTags: ['a'] };
  await savePapers(writer, { opId: 'operation-1', candidates: [preprint], edit: notes });
  const more = { note: 'From the journal', addTags: ['b'], status: 'read' as const };
  await savePapers(writer, { opId: 'operation-2', candidates: [published], edit: more });
  return library;
}

describe('merging two papers', () => {
  it('makes one record with all keys, tags and both notes, and the venue known', async () => {
    const { writer, repository } = await twoPapers();
    await mergePapers(writer, { opId: 'operation-3', from: published.key, into: preprint.key });
    const [byArxiv, byDoi] = await repository.find([preprint.key, published.key]);
    expect(byDoi).toEqual(byArxiv);
    expect(byArxiv?.paper).toMatchObject({ id: preprint.key, venue: 'Journal of Sheep' });
    expect(byArxiv?.entry).toMatchObject({
      tags: ['a', 'b'],
      status: 'read',
      note: 'From the journal',
      otherNotes: [{ text: 'From the preprint' }],
    });
    expect(await checkLibrary(writer.db)).toEqual([]);
  });

  it('merges papers that one page listed on one day, and keeps one sighting', async () => {
    const { writer, repository } = await twoPapers();
    const look = { url: 'https://arxiv.org/list/cs.LG/new', candidates: [preprint, published] };
    await recordPage(writer, look, { settings: DEFAULT_SETTINGS, isPaperPage: false });
    await mergePapers(writer, { opId: 'operation-3', from: published.key, into: preprint.key });
    expect(await repository.sightings(preprint.key)).toHaveLength(1);
    expect(await repository.sightings(published.key)).toEqual([]);
  });

  it('keeps, when undone, a key that came while they were one', async () => {
    const { writer, repository } = await twoPapers();
    await mergePapers(writer, { opId: 'operation-3', from: published.key, into: preprint.key });
    const third = key('openreview:AbC_1');
    const candidates = [{ ...preprint, ids: [preprint.key, third] }];
    await savePapers(writer, { opId: 'operation-4', candidates });
    await undoOperation(writer, { opId: 'operation-5', undoOf: 'operation-3' });
    const [found] = await repository.find([third]);
    expect(found?.paper).toMatchObject({ id: preprint.key, ids: [preprint.key, third] });
    expect(await checkLibrary(writer.db)).toEqual([]);
  });

  it('can be undone: two records again, each with its own', async () => {
    const { writer, repository } = await twoPapers();
    await mergePapers(writer, { opId: 'operation-3', from: published.key, into: preprint.key });
    await undoOperation(writer, { opId: 'operation-4', undoOf: 'operation-3' });
    const [byArxiv, byDoi] = await repository.find([preprint.key, published.key]);
    expect(byArxiv?.entry).toMatchObject({ note: 'From the preprint', tags: ['a'] });
    expect(byDoi?.entry).toMatchObject({ note: 'From the journal', tags: ['b'], status: 'read' });
    expect(byArxiv?.paper.venue).toBeUndefined();
    expect(await checkLibrary(writer.db)).toEqual([]);
  });

  it('can be done again by undoing the undoing', async () => {
    const { writer, repository } = await twoPapers();
    await mergePapers(writer, { opId: 'operation-3', from: published.key, into: preprint.key });
    await undoOperation(writer, { opId: 'operation-4', undoOf: 'operation-3' });
    await undoOperation(writer, { opId: 'operation-5', undoOf: 'operation-4' });
    const [byArxiv, byDoi] = await repository.find([preprint.key, published.key]);
    expect(byDoi).toEqual(byArxiv);
    expect(byArxiv?.entry?.tags).toEqual(['a', 'b']);
    expect(await checkLibrary(writer.db)).toEqual([]);
  });
});
