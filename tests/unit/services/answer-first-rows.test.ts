import { IDBFactory, IDBIndex } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import type { Send } from '../../../lib/messages/client';
import { answerFirstRows } from '../../../lib/services/answer-first-rows';
import { editLibrary } from '../../../lib/services/edit-library';
import { toListedPaper } from '../../../lib/services/paper-views';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

const FIRST = { sort: 'added', offset: 0, limit: 50 } as const;

function openPage(factory: IDBFactory) {
  const asked: string[] = [];
  const background = (async (type: string) => {
    asked.push(type);
    return `the background's answer to ${type}`;
  }) as unknown as Send;
  return { asked, send: answerFirstRows(background, factory) };
}

/** 60 saved papers, a minute apart, and one that was only seen. */
async function filledLibrary() {
  const factory = new IDBFactory();
  const library = testLibrary(factory);
  const { writer, clock } = library;
  const papers = Array.from({ length: 60 }, () => makeCandidate());
  for (const [i, paper] of papers.entries()) {
    await savePapers(writer, { opId: `operation-${i}`, candidates: [paper] });
    clock.advance(60_000);
  }
  const seen = { url: 'https://arxiv.org/list/cs.LG/new', candidates: [makeCandidate()] };
  await recordPage(writer, seen, { settings: DEFAULT_SETTINGS, isPaperPage: false });
  return { ...library, factory, papers };
}

describe('what a page of ours asks first', () => {
  it('is answered from the database, as the background would answer it', async () => {
    const { factory, repository, papers } = await filledLibrary();
    const { send, asked } = openPage(factory);
    const [counts, { rows, total }] = await Promise.all([
      send('library.counts', {}),
      send('library.list', FIRST),
    ]);
    expect(asked).toEqual([]);
    expect(counts).toMatchObject(await repository.counts());
    expect(total).toBe(60);
    expect(rows.map(({ key }) => key)).toEqual(
      papers
        .map(({ key }) => key)
        .reverse()
        .slice(0, 50),
    );
    expect(rows).toEqual((await repository.list(FIRST)).map(toListedPaper));
  });

  it('is the same in a browser that only walks an index back row by row', async () => {
    const { factory, repository } = await filledLibrary();
    const getAllRecords = Reflect.get(IDBIndex.prototype, 'getAllRecords');
    Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
    try {
      const { rows } = await openPage(factory).send('library.list', FIRST);
      expect(rows).toEqual((await repository.list(FIRST)).map(toListedPaper));
    } finally {
      Object.assign(IDBIndex.prototype, { getAllRecords });
    }
  });

  it('is never an old answer', async () => {
    const { factory, writer, papers } = await filledLibrary();
    const { send } = openPage(factory);
    await send('library.list', FIRST);
    const newest = papers.at(-1)?.key;
    if (!newest) throw new Error('no paper');
    await editLibrary(writer, { opId: 'operation-read', ids: [newest], edit: { status: 'read' } });
    expect((await send('library.list', FIRST)).rows[0]).toMatchObject({ state: 'read' });
    expect(await send('library.counts', {})).toMatchObject({ unread: 59, read: 1 });
  });

  it('goes to the background where it is anything else', async () => {
    const { factory } = await filledLibrary();
    const { send, asked } = openPage(factory);
    await send('library.list', { ...FIRST, offset: 50 });
    await send('library.list', { ...FIRST, sort: 'title' });
    await send('library.list', { ...FIRST, status: 'read' });
    await send('library.labels', {});
    expect(asked).toEqual(['library.list', 'library.list', 'library.list', 'library.labels']);
  });

  it('goes to the background where there is no library yet, and makes none', async () => {
    const factory = new IDBFactory();
    const { send, asked } = openPage(factory);
    await send('library.list', FIRST);
    expect(asked).toEqual(['library.list']);
    expect(await factory.databases()).toEqual([]);
  });

  it('goes to the background where the database does not open', async () => {
    const waiting = { open: () => ({}) } as unknown as IDBFactory;
    const { send, asked } = openPage(waiting);
    await Promise.all([send('library.list', FIRST), send('library.counts', {})]);
    expect(asked.sort()).toEqual(['library.counts', 'library.list']);
  });
});
