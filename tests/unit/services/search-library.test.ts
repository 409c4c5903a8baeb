import { describe, expect, it } from 'vitest';
import type { EntryEdit } from '../../../lib/core/library-query';
import type { PaperCandidate } from '../../../lib/core/paper';
import { findPaperLinks } from '../../../lib/core/paper-links';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { openSearchIndex } from '../../../lib/search/paper-index';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { type LibrarySearch, searchLibrary } from '../../../lib/services/search-library';
import { toSearchDocument } from '../../../lib/services/to-search-document';
import { DAY_MS, fakeClock } from '../../support/clock';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const STORED = {
  ...{ title: 'Lamps', authors: [], provenance: {}, rev: 1 },
  ...{ firstSeenAtMs: 0, firstSeenOn: '', seenAgain: false },
};
const NOW_MS = Date.UTC(2031, 0, 5, 12);

/** Six papers that differ in what operators ask for; the last was seen and not saved. */
async function withVariedPapers() {
  const { writer, repository, clock } = testLibrary(undefined, fakeClock(NOW_MS - 30 * DAY_MS));
  const paper = (name: string, over: Partial<PaperCandidate> = {}) => {
    const id = key(`doi:10.5555/${name.toLowerCase()}`);
    const title = `${name} of lighthouses`;
    return makeCandidate({ key: id, ids: [id], title, abstract: '', date: '2029-03-01', ...over });
  };
  let count = 0;
  const save = (candidate: PaperCandidate, edit: EntryEdit = {}) =>
    savePapers(writer, { opId: `operation-${++count}`, candidates: [candidate], edit });
  await save(paper('Lamps'), { note: 'Read this first', addTags: ['night'] });
  await save(paper('Lenses', { codeLinks: ['https://github.com/example/lenses'] }), {
    status: 'read',
  });
  await save(paper('Foghorns', { authors: [{ name: 'Cy Horn' }], date: '2031-01-01' }));
  clock.advance(29 * DAY_MS);
  await save(paper('Stairs', { key: key('arxiv:3101.77001'), ids: [key('arxiv:3101.77001')] }), {
    starred: true,
    addLists: ['Thesis'],
  });
  await save(paper('Keepers', { urls: ['https://keepers.example/paper.pdf'] }), {
    addTags: ['night'],
  });
  const look = { url: 'https://arxiv.org/list/cs.LG/new', candidates: [paper('Gulls')] };
  await recordPage(writer, look, { settings: DEFAULT_SETTINGS, isPaperPage: false });
  const index = openSearchIndex(new Map());
  index.put((await repository.changedSince(0, 100)).map(toSearchDocument), 1);
  return async (text: string) => {
    const asked = { text, sort: 'title', limit: 10 } as const;
    const answer = await searchLibrary(asked, { index, reader: repository, nowMs: NOW_MS });
    expect(answer.problems).toEqual([]);
    return answer.papers.map(({ paper: { title } }) => title.split(' ')[0]).join(' ');
  };
}

describe('operators, alone and together', () => {
  it.each([
    ['has:note', 'Lamps'],
    ['has:code', 'Lenses'],
    ['has:pdf', 'Keepers Stairs'],
    ['is:seen', 'Gulls'],
    ['is:saved', 'Foghorns Keepers Lamps Lenses Stairs'],
    ['is:saved added:<7d', 'Keepers Stairs'],
    ['is:saved added:>2w', 'Foghorns Lamps Lenses'],
    ['has:note or has:code', 'Lamps Lenses'],
    ['has:note or is:seen or list:thesis', 'Lamps Stairs Gulls'],
    ['lighthouses -stairs -has:code -is:seen', 'Foghorns Keepers Lamps'],
    ['"of lighthouses" tag:night', 'Keepers Lamps'],
    ['"lighthouses of"', ''],
    ['"Read this" lighthouse', 'Lamps'],
    ['tag:night -has:note', 'Keepers'],
    ['year:2030.. or is:starred', 'Foghorns Stairs'],
    ['author:"Horn, Cy" lighthouses', 'Foghorns'],
    ['is:unread has:pdf added:<7d -is:starred', 'Keepers'],
    ['is:read or author:horn -tag:night', 'Foghorns Lenses'],
  ])('%s', async (query, found) => {
    const search = await withVariedPapers();
    expect(await search(query)).toBe(found);
  });

  it('know of a PDF wherever one can be opened by the identifier', () => {
    const ids = [
      'arxiv:3101.00001',
      'openreview:aB3-xYz_12',
      'acl:2031.acl-long.1',
      'eprint:2031/1',
    ];
    const others = ['doi:10.5555/x', 'pmid:31', 'pmlr:v1/a31', 'hal:hal-01234567'];
    for (const id of [...ids, ...others].map(key)) {
      const links = findPaperLinks([id], '').map(({ kind }) => kind);
      const paper = { ...STORED, id, ids: [id] };
      expect(toSearchDocument({ paper }).facets.includes('has:pdf')).toBe(links.includes('pdf'));
    }
  });
});

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
