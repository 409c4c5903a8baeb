import { describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../../lib/core/exchange';
import { openTitleIndex } from '../../../lib/match/title-index';
import { checkLibrary } from '../../../lib/services/check-library';
import { importPapers, previewImport } from '../../../lib/services/import-papers';
import { toExchangePaper } from '../../../lib/services/paper-views';
import { savePapers } from '../../../lib/services/save-papers';
import { changeSettings, getSettings } from '../../../lib/services/settings';
import { undoOperation } from '../../../lib/services/undo-operation';
import type { PaperRepository } from '../../../lib/store/paper-repository';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';
import { atOnce } from '../../support/slicing';

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

async function outcomes(repository: PaperRepository, records: readonly ExchangePaper[]) {
  return (await previewImport(records, { repository, titles, ...atOnce })).map(
    ({ outcome }) => outcome,
  );
}

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
    expect(await outcomes(repository, records)).toEqual(['new', 'new']);
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records });
    const before = await writer.db.library.toArray();
    expect(await outcomes(repository, records)).toEqual(['known', 'known']);
    const again = { opId: 'operation-2', groupId: 'group-2', records };
    expect((await importPapers(writer, again)).ids).toEqual([]);
    expect(await writer.db.library.toArray()).toEqual(before);
  });

  it('never overwrites what the user wrote: tags are united, notes stand one after the other', async () => {
    const { writer, repository } = testLibrary();
    const mine = makeCandidate({ key: key('arxiv:3101.50001'), ids: [key('arxiv:3101.50001')] });
    const edit = { note: 'Mine', addTags: ['own'], status: 'reading' as const };
    await savePapers(writer, { opId: 'operation-1', candidates: [mine], edit });
    expect(await outcomes(repository, [RECORD])).toEqual(['changed']);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records: [RECORD] });
    const [found] = await repository.find([mine.key]);
    expect(found?.entry).toMatchObject({
      note: 'Mine\n\nThird chapter',
      tags: ['own', 'sleep'],
      status: 'reading',
    });
    expect(found?.paper.title).toBe(mine.title);
  });

  it('says so where a file knows more of a paper than is stored', async () => {
    const { writer, repository } = testLibrary();
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records: [RECORD] });
    const better = { ...RECORD, abstract: 'How many sheep there are.' };
    expect(await outcomes(repository, [RECORD, better])).toEqual(['known', 'changed']);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-2', records: [better] });
    expect(await outcomes(repository, [better])).toEqual(['known']);
  });

  it('gives a key that another paper has a letter, and keeps it so', async () => {
    const { writer, repository } = testLibrary();
    const other = { ...RECORD, id: 'arxiv:3101.50002', ids: [], title: 'Wells in dry years' };
    await importPapers(writer, { opId: 'operation-1', groupId: 'group-1', records: [RECORD] });
    for (const opId of ['operation-2', 'operation-3']) {
      await importPapers(writer, { opId, groupId: 'group-2', records: [other] });
      const [, found] = await repository.find([key(RECORD.id ?? ''), key(other.id)]);
      expect(found?.entry?.citationKey).toBe('example2031countinga');
    }
  });

  it('brings settings that one undo takes back, and leaves what was set since', async () => {
    const { writer } = testLibrary();
    await changeSettings(writer.db, { lists: ['Mine'], keys: { save: 'w' } });
    const settings = {
      lists: ['Mine', 'Theirs'],
      showRelated: false,
      keys: { save: 'w', read: 'q' },
    };
    const batch = { groupId: 'group-1', records: [RECORD] };
    await importPapers(writer, { ...batch, opId: 'operation-1' });
    await importPapers(writer, { ...batch, opId: 'operation-2', records: [], settings });
    expect(await getSettings(writer.db)).toMatchObject(settings);
    await changeSettings(writer.db, { lists: ['Mine', 'Theirs', 'Later'] });
    await undoOperation(writer, { opId: 'operation-3', undoOf: 'group-1' });
    expect(await getSettings(writer.db)).toMatchObject({
      lists: ['Mine', 'Later'],
      showRelated: true,
      keys: { save: 'w' },
    });
    expect(await writer.db.library.count()).toBe(0);
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
    const [judgement] = await previewImport([record], { repository, titles: index, ...atOnce });
    expect(judgement).toEqual({ outcome: 'changed', sameAs: saved.key });
    const records = [{ ...record, ids: [saved.key] }];
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records });
    expect(await writer.db.library.toArray()).toMatchObject([{ id: saved.key, tags: ['sleep'] }]);
  });

  it('is a possible duplicate, and a record of its own, where it is doubtful', async () => {
    const { writer, repository, index } = await withSaved();
    const record: ExchangePaper = { id: 'arxiv:3101.40002', title: TITLE, authors, date };
    expect(await previewImport([record], { repository, titles: index, ...atOnce })).toEqual([
      { outcome: 'maybe' },
    ]);
    await importPapers(writer, { opId: 'operation-2', groupId: 'group-1', records: [record] });
    expect(await writer.db.library.count()).toBe(2);
  });
});
