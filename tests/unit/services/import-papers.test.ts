import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { openTitleIndex } from '../../../lib/match/title-index';
import { checkLibrary } from '../../../lib/services/check-library';
import { importPapers, previewImport, withKnownIds } from '../../../lib/services/import-papers';
import { toExchangePaper } from '../../../lib/services/paper-views';
import { savePapers } from '../../../lib/services/save-papers';
import { undoOperation } from '../../../lib/services/undo-operation';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const RECORD: ExchangePaper = {
  id: 'arxiv:3101.50001',
  ids: ['arxiv:3101.50001'],
  title: 'Counting sheep',
  authors: [{ name: 'Ada Example' }],
  tags: ['sleep'],
  note: 'Third chapter',
  status: 'read',
  starred: true,
  citationKey: 'example2031counting',
  queueRank: 3,
  addedAt: '2030-05-01T00:00:00.000Z',
  readAt: '2030-06-01T00:00:00.000Z',
};
const UNNAMED: ExchangePaper = { title: 'A paper without a name', authors: [], date: '1999' };

/** Nothing is saved, or only what identifiers find. */
const titles = openTitleIndex(new Map());

describe('importing', () => {
  it('keeps tags, note, star, state, key, place in “read next” and dates', async () => {
    const { writer, repository } = testLibrary();
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records: [RECORD] });
    const [found] = await repository.find([key('arxiv:3101.50001')]);
    expect(found && toExchangePaper(found)).toEqual(RECORD);
  });

  it('adds nothing when the same file is imported twice', async () => {
    const { writer, repository } = testLibrary();
    const records = [RECORD, UNNAMED];
    expect(await previewImport(repository, titles, records)).toEqual(['new', 'new']);
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records });
    const before = await writer.db.library.toArray();
    expect(await previewImport(repository, titles, records)).toEqual(['known', 'known']);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-2', records });
    expect(await writer.db.library.toArray()).toEqual(before);
  });

  it('never overwrites what the user wrote: tags are united, notes stand one after the other', async () => {
    const { writer, repository } = testLibrary();
    const mine = makeCandidate({ key: key('arxiv:3101.50001'), ids: [key('arxiv:3101.50001')] });
    const edit = { note: 'Mine', addTags: ['own'], status: 'reading' as const };
    await savePapers(writer, { opId: 'operation-1', candidates: [mine], edit });
    expect(await previewImport(repository, titles, [RECORD])).toEqual(['changed']);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records: [RECORD] });
    const [found] = await repository.find([mine.key]);
    expect(found?.entry).toMatchObject({
      note: 'Mine\n\nThird chapter',
      tags: ['own', 'sleep'],
      status: 'reading',
    });
    expect(found?.paper.title).toBe(mine.title);
  });

  it('is one undo, however many batches it took', async () => {
    const { writer, repository } = testLibrary();
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records: [RECORD] });
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records: [UNNAMED] });
    await undoOperation(writer, { opId: 'operation-3', undoOf: 'group-1' });
    expect(await writer.db.library.count()).toBe(0);
    expect(await repository.counts()).toMatchObject({ unread: 0, read: 0, seen: 2 });
    expect(await checkLibrary(writer.db)).toEqual([]);
  });
});

describe('importing a paper that is saved under another identifier', () => {
  const TITLE = 'Counting sheep with tree-structured sparse autoencoders';
  const saved = makeCandidate({ key: key('arxiv:3101.40001'), title: TITLE });
  const { authors, date = '' } = saved;

  async function withSaved() {
    const library = testLibrary();
    await savePapers(library.writer, { opId: 'operation-1', candidates: [saved] });
    const index = openTitleIndex(new Map());
    index.put([{ id: saved.key, title: TITLE }], 1);
    return { ...library, index };
  }

  it('is known by its title where that is certain, and makes no second record', async () => {
    const { writer, repository, index } = await withSaved();
    const record: ExchangePaper = { title: TITLE, authors, date, tags: ['sleep'] };
    expect(await previewImport(repository, index, [record])).toEqual(['changed']);
    const records = await withKnownIds([record], index, repository);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records });
    expect(await writer.db.library.toArray()).toMatchObject([{ id: saved.key, tags: ['sleep'] }]);
  });

  it('is a possible duplicate, and a record of its own, where it is doubtful', async () => {
    const { writer, repository, index } = await withSaved();
    const record: ExchangePaper = { id: 'arxiv:3101.40002', title: TITLE, authors, date };
    expect(await previewImport(repository, index, [record])).toEqual(['maybe']);
    const records = await withKnownIds([record], index, repository);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records });
    expect(await writer.db.library.count()).toBe(2);
  });
});
