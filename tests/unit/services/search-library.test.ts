import { describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../../lib/search/paper-index';
import { savePapers } from '../../../lib/services/save-papers';
import { type LibrarySearch, searchLibrary } from '../../../lib/services/search-library';
import { toSearchDocument } from '../../../lib/services/to-search-document';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

async function withPapers() {
  const { writer, repository } = testLibrary();
  const candidates = [
    makeCandidate({ title: 'Counting sheep', abstract: 'Sleep comes after large numbers.' }),
    makeCandidate({ title: 'Counting goats', abstract: 'Numbers of large goats keep awake.' }),
  ];
  await savePapers(writer, {
    opId: 'operation-1',
    candidates,
    edit: { addTags: ['night'], status: 'reading' },
  });
  const index = openSearchIndex(new Map());
  const found = await repository.find(candidates.map(({ key }) => key));
  index.put(found.filter((one) => one !== undefined).map(toSearchDocument), 1);
  const search = async (text: string) => {
    const { papers } = await searchLibrary(
      { text, limit: 10 },
      { index, reader: repository, nowMs: 0 },
    );
    return papers.map(({ paper }) => paper.title).sort();
  };
  return Object.assign(search, {
    /** In the order of the answer, a stretch of it, with the number of all. */
    page: async (request: LibrarySearch) => {
      const answer = await searchLibrary(request, { index, reader: repository, nowMs: 0 });
      return { titles: answer.papers.map(({ paper }) => paper.title), total: answer.total };
    },
  });
}

describe('searching the library', () => {
  it('finds by a misspelt word', async () => {
    const search = await withPapers();
    expect(await search('shep')).toContain('Counting sheep');
  });

  it('finds a phrase of an abstract only where its words stand in that order', async () => {
    const search = await withPapers();
    expect(await search('"large numbers"')).toEqual(['Counting sheep']);
  });

  it('finds by what the user wrote: tag and state', async () => {
    const search = await withPapers();
    expect(await search('tag:night is:reading')).toEqual(['Counting goats', 'Counting sheep']);
    expect(await search('tag:night is:unread')).toEqual([]);
  });

  it.each(['counting or', 'or counting', '"counting', '-', 'counting -'])(
    'stays within what is listed, whatever is half typed: %s',
    async (text) => {
      const { page } = await withPapers();
      const { titles } = await page({ text, within: 'tag:night', limit: 10 });
      expect(titles.sort()).toEqual(['Counting goats', 'Counting sheep']);
    },
  );

  it('gives one stretch of what is found, in the order asked for, and how much there is', async () => {
    const { page } = await withPapers();
    const first = await page({ text: 'tag:night', sort: 'title', limit: 1 });
    const second = await page({ text: 'tag:night', sort: 'title', offset: 1, limit: 1 });
    expect(first).toEqual({ titles: ['Counting goats'], total: 2 });
    expect(second).toEqual({ titles: ['Counting sheep'], total: 2 });
  });

  it('in an order of its own holds only papers with all of the words', async () => {
    const { page } = await withPapers();
    const { titles } = await page({ text: 'counting sheep', sort: 'added', limit: 10 });
    expect(titles).toEqual(['Counting sheep']);
    const best = await page({ text: 'counting sheep', limit: 10 });
    expect(best.titles).toEqual(['Counting sheep', 'Counting goats']);
  });

  it('has nothing in the order of “read next” that was not put there', async () => {
    const { page } = await withPapers();
    expect(await page({ text: 'tag:night', sort: 'queue', limit: 10 })).toMatchObject({ total: 0 });
  });
});
