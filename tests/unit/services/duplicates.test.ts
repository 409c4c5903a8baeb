import { describe, expect, it } from 'vitest';
import { openTitleIndex } from '../../../lib/match/title-index';
import { possibleDuplicates, rememberNotSame } from '../../../lib/services/duplicates';
import { savePapers } from '../../../lib/services/save-papers';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const TITLE = 'Counting sheep with tree-structured sparse autoencoders';
/** Numbered apart by one archive, so never made one unasked. */
const first = makeCandidate({ key: key('arxiv:3101.40001'), title: TITLE });
const second = makeCandidate({ key: key('arxiv:3101.40002'), title: `${TITLE}.` });
const goats = makeCandidate({ key: key('arxiv:3101.40003'), title: 'Goat husbandry in the Alps' });

async function withBoth() {
  const library = testLibrary();
  const candidates = [first, second, goats];
  await savePapers(library.writer, { opId: 'operation-1', candidates });
  const titles = openTitleIndex(new Map());
  titles.put(
    candidates.map(({ key: id, title }) => ({ id, title })),
    1,
  );
  const duplicates = async () => {
    const found = await possibleDuplicates(first.key, titles, library.repository);
    return found.map(({ paper }) => paper.id);
  };
  return { ...library, duplicates };
}

describe('possible duplicates of a saved paper', () => {
  it('are those that look alike, not those that do not', async () => {
    const { duplicates } = await withBoth();
    expect(await duplicates()).toEqual([second.key]);
  });

  it('are not offered again once the user said they are two, in either order', async () => {
    const { writer, duplicates } = await withBoth();
    await rememberNotSame(writer.db, second.key, first.key);
    expect(await duplicates()).toEqual([]);
  });

  it('stay with a restarted background', async () => {
    const { writer, reopen } = await withBoth();
    await rememberNotSame(writer.db, first.key, second.key);
    const titles = openTitleIndex(new Map());
    titles.put([{ id: second.key, title: second.title }], 1);
    expect(await possibleDuplicates(first.key, titles, reopen().repository)).toEqual([]);
  });
});
