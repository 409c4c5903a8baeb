import { describe, expect, it } from 'vitest';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { DAY_MS } from '../../support/clock';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

describe('saving a paper', () => {
  it('keeps what the page told of it, unread, dated now', async () => {
    const { writer, repository, clock } = testLibrary();
    const candidate = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    const [found] = await repository.find([candidate.key]);
    expect(found?.paper).toMatchObject({ id: candidate.key, title: candidate.title });
    expect(found?.entry).toMatchObject({ status: 'unread', addedAtMs: clock.now() });
  });

  it('makes one record of the same paper saved again, with the first date', async () => {
    const { writer, repository, clock } = testLibrary();
    const candidate = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    const firstMs = clock.now();
    clock.advance(DAY_MS);
    await savePapers(writer, { opId: 'operation-2', candidates: [candidate] });
    expect(await writer.db.papers.count()).toBe(1);
    const [found] = await repository.find([candidate.key]);
    expect(found?.entry?.addedAtMs).toBe(firstMs);
    expect(await repository.counts()).toMatchObject({ unread: 1, seen: 0 });
  });

  it('answers a repeated operation as the first time and changes nothing', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const first = await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    await removeFromLibrary(writer, { opId: 'operation-2', ids: [candidate.key] });
    const again = await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    expect(again).toEqual({ ids: first.ids, isReplay: true });
    expect((await repository.find([candidate.key]))[0]?.entry).toBeUndefined();
  });

  it('R-06: ten tabs saving one paper in the same moment make one record', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const saves = Array.from({ length: 10 }, (_, tab) =>
      savePapers(writer, { opId: `operation-${tab}`, candidates: [candidate] }),
    );
    const results = await Promise.all(saves);
    expect(results.map(({ ids }) => ids[0])).toEqual(Array(10).fill(candidate.key));
    expect(await writer.db.library.count()).toBe(1);
    expect(await repository.counts()).toMatchObject({ unread: 1 });
  });

  it('R-07: an arXiv, a Hugging Face and a DOI page of one paper make one record in any order', async () => {
    const arxivPage = makeCandidate({
      key: key('arxiv:3101.90001'),
      ids: [key('arxiv:3101.90001'), key('doi:10.1000/sheep')],
    });
    const feedCard = makeCandidate({
      key: key('arxiv:3101.90001'),
      ids: [key('arxiv:3101.90001')],
    });
    const publisherPage = makeCandidate({
      key: key('doi:10.1000/sheep'),
      ids: [key('doi:10.1000/sheep')],
    });
    for (const order of permutations([arxivPage, feedCard, publisherPage])) {
      const { writer, repository } = testLibrary();
      await Promise.all(
        order.map((candidate, i) =>
          savePapers(writer, { opId: `operation-${i}`, candidates: [candidate] }),
        ),
      );
      expect(await writer.db.papers.count()).toBe(1);
      expect(await writer.db.library.count()).toBe(1);
      const [byArxiv, byDoi] = await repository.find([feedCard.key, publisherPage.key]);
      expect(byArxiv?.paper.id).toBe(byDoi?.paper.id);
      expect(byArxiv?.paper.ids).toEqual([key('arxiv:3101.90001'), key('doi:10.1000/sheep')]);
      expect(await repository.counts()).toMatchObject({ unread: 1, seen: 0 });
    }
  });

  it('survives a restart of the background', async () => {
    const library = testLibrary();
    const candidate = makeCandidate();
    await savePapers(library.writer, { opId: 'operation-1', candidates: [candidate] });
    const { repository } = library.reopen();
    expect((await repository.find([candidate.key]))[0]?.entry?.status).toBe('unread');
  });

  it('takes tags and a note in the same breath', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const edit = { addTags: ['rl', 'toy'], note: 'Read before Monday' };
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate], edit });
    const [found] = await repository.find([candidate.key]);
    expect(found?.entry).toMatchObject({ tags: ['rl', 'toy'], note: 'Read before Monday' });
    expect(await repository.labels('tags')).toEqual([
      { name: 'rl', count: 1 },
      { name: 'toy', count: 1 },
    ]);
  });
});

describe('undoing', () => {
  it('takes a save back', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    await undoOperation(writer, { opId: 'operation-2', undoOf: 'operation-1' });
    expect((await repository.find([candidate.key]))[0]?.entry).toBeUndefined();
    expect(await repository.counts()).toMatchObject({ unread: 0, seen: 1 });
  });

  it('brings a removed paper back with its tags, note and date', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const edit = { addTags: ['rl'], note: 'Mine', status: 'read' as const };
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate], edit });
    const [before] = await repository.find([candidate.key]);
    await removeFromLibrary(writer, { opId: 'operation-2', ids: [candidate.key] });
    await undoOperation(writer, { opId: 'operation-3', undoOf: 'operation-2' });
    const [after] = await repository.find([candidate.key]);
    const { stamps: _before, ...kept } = before?.entry ?? ({} as never);
    expect(after?.entry).toMatchObject(kept);
    expect(await writer.db.bin.count()).toBe(0);
  });

  it('leaves what was edited since then alone', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const ids = [candidate.key];
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    await editLibrary(writer, { opId: 'operation-2', ids, edit: { note: 'one', addTags: ['a'] } });
    await editLibrary(writer, { opId: 'operation-3', ids, edit: { note: 'two', addTags: ['b'] } });
    await undoOperation(writer, { opId: 'operation-4', undoOf: 'operation-2' });
    const [found] = await repository.find(ids);
    expect(found?.entry).toMatchObject({ note: 'two', tags: ['b'] });
  });

  it('can itself be undone', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate] });
    await undoOperation(writer, { opId: 'operation-2', undoOf: 'operation-1' });
    await undoOperation(writer, { opId: 'operation-3', undoOf: 'operation-2' });
    expect((await repository.find([candidate.key]))[0]?.entry?.status).toBe('unread');
  });

  it('says so when there is nothing to undo', async () => {
    const { writer } = testLibrary();
    await expect(
      undoOperation(writer, { opId: 'operation-1', undoOf: 'never-happened' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('saving again what lies in the bin', () => {
  it('brings the note and tags back', async () => {
    const { writer, repository } = testLibrary();
    const candidate = makeCandidate();
    const edit = { addTags: ['rl'], note: 'Mine' };
    await savePapers(writer, { opId: 'operation-1', candidates: [candidate], edit });
    await removeFromLibrary(writer, { opId: 'operation-2', ids: [candidate.key] });
    await savePapers(writer, { opId: 'operation-3', candidates: [candidate] });
    const [found] = await repository.find([candidate.key]);
    expect(found?.entry).toMatchObject({ tags: ['rl'], note: 'Mine' });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}
