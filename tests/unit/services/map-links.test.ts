import { describe, expect, it } from 'vitest';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { mappedPapers, paperLinks } from '../../../lib/services/map-links';
import { savePapers } from '../../../lib/services/save-papers';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const sheep = makeCandidate({ key: key('arxiv:3101.60001'), title: 'Counting sheep at night' });
const flock = makeCandidate({ key: key('arxiv:3101.60002'), title: 'Counting sheep by day' });

async function withBoth() {
  const library = testLibrary();
  await savePapers(library.writer, { opId: 'operation-1', candidates: [sheep, flock] });
  const saved = openRelatedIndex(new Map());
  saved.put(
    [sheep, flock].map((one) => toRelatedDocument(one.key, one.ids, one)),
    1,
  );
  return { ...library, saved };
}

describe('the papers of the map', () => {
  it('are the saved ones with their state', async () => {
    const { repository } = await withBoth();
    const mapped = await mappedPapers(repository);
    expect(mapped.map(({ id, state }) => [id, state]).sort()).toEqual([
      [sheep.key, 'saved'],
      [flock.key, 'saved'],
    ]);
  });

  it('are linked to those they are close to, never to themselves', async () => {
    const { repository, saved, clock } = await withBoth();
    const pause = async () => undefined;
    const links = await paperLinks([sheep.key, key('arxiv:3101.69999')], {
      repository,
      saved,
      nowMs: clock.now,
      pause,
    });
    expect(links.map(({ id, close }) => [id, close.map((one) => one.id)])).toEqual([
      [sheep.key, [flock.key]],
      ['arxiv:3101.69999', []],
    ]);
  });
});
