import { describe, expect, it, vi } from 'vitest';
import { openTitleIndex } from '../../../lib/match/title-index';
import { findMatches, mayJoin, withMatches } from '../../../lib/services/match-papers';
import { savePapers } from '../../../lib/services/save-papers';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';
import { atOnce } from '../../support/slicing';

const TITLE = 'Counting sheep with tree-structured sparse autoencoders';
const preprint = makeCandidate({
  key: key('arxiv:3101.40001'),
  ids: [key('arxiv:3101.40001')],
  title: TITLE,
});
const published = makeCandidate({
  key: key('doi:10.1000/match'),
  ids: [key('doi:10.1000/match')],
  title: `${TITLE}.`,
  venue: 'Journal of Sheep',
});

async function withPreprint() {
  const library = testLibrary();
  await savePapers(library.writer, { opId: 'operation-1', candidates: [preprint] });
  const titles = openTitleIndex(new Map());
  titles.put([{ id: preprint.key, title: TITLE }], 1);
  return { ...library, titles };
}

describe('saving a paper that is saved under another identifier', () => {
  it('makes one record of preprint and published version', async () => {
    const { writer, repository, titles } = await withPreprint();
    const candidates = await withMatches([published], { titles, repository, ...atOnce });
    await savePapers(writer, { opId: 'operation-2', candidates });
    const [found] = await repository.find([published.key]);
    expect(found?.paper).toMatchObject({ id: preprint.key, venue: 'Journal of Sheep' });
    expect(await writer.db.library.count()).toBe(1);
  });

  it('gives others their turn where it takes long', async () => {
    const { repository, titles } = await withPreprint();
    let turns = 0;
    let ms = 0;
    const slowly = {
      nowMs: () => (ms += 20),
      pause: async () => {
        turns += 1;
      },
    };
    const rows = [published, { ...published, key: key('doi:10.1000/other') }];
    await withMatches(rows, { titles, repository, ...slowly });
    expect(turns).toBeGreaterThanOrEqual(rows.length);
  });

  it('leaves another paper of the same authors alone', async () => {
    const { repository, titles } = await withPreprint();
    const other = { ...published, title: 'Counting goats with a ruler' };
    expect(await withMatches([other], { titles, repository, ...atOnce })).toEqual([other]);
  });
});

describe('a paper of another number at the archive of the saved one', () => {
  const numbered = (number: string) => {
    const id = key(`arxiv:3101.${number}`);
    return { ...preprint, key: id, ids: [id] };
  };

  it('is never taken for it, and costs no reading', async () => {
    const { repository, titles } = await withPreprint();
    const read = vi.spyOn(repository.db.papers, 'bulkGet');
    const options = { titles, repository, ...atOnce };
    expect(await findMatches([numbered('40002')], options)).toEqual([null]);
    expect(read.mock.calls.flatMap(([keys]) => keys)).toEqual([]);
  });

  it('is found where a paper without such a number is saved as well', async () => {
    const { writer, repository, titles } = await withPreprint();
    const options = { titles, repository, ...atOnce };
    await savePapers(writer, { opId: 'operation-2', candidates: [published] });
    titles.put([{ id: published.key, title: published.title }], 2);
    const [match] = await findMatches([numbered('40002')], options);
    expect(match?.paper.id).toBe(published.key);
  });
});

describe('a page that names two papers in one breath', () => {
  it('does not make one of them when their titles speak against it', async () => {
    const library = testLibrary();
    const { writer, repository } = library;
    const goats = { ...published, title: 'A survey of goat husbandry in the Alps', authors: [] };
    const strict = { ...writer, mayJoin };
    await savePapers(strict, { opId: 'operation-1', candidates: [preprint] });
    await savePapers(strict, { opId: 'operation-2', candidates: [goats] });
    const liar = { ...preprint, ids: [preprint.key, goats.key] };
    await savePapers(strict, { opId: 'operation-3', candidates: [liar] });
    const [first, second] = await repository.find([preprint.key, goats.key]);
    expect(first?.paper.id).not.toBe(second?.paper.id);
    expect(first?.paper.ids).toEqual([preprint.key]);
  });
});
