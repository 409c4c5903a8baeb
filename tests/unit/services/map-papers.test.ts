import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../lib/core/base64';
import { openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { editLibrary } from '../../../lib/services/edit-library';
import { mappedPapers, mapVectors } from '../../../lib/services/map-papers';
import { savePapers } from '../../../lib/services/save-papers';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const UNKNOWN = key('arxiv:3101.69999');
const graphs = makeCandidate({ key: key('arxiv:3101.60001'), title: 'Neural networks on graphs' });
const galaxies = makeCandidate({ key: key('arxiv:3101.60002'), title: 'Galaxies far away' });

describe('the papers of the map', () => {
  it('are all that are saved, each with its state and what it can be named by', async () => {
    const { writer, repository } = testLibrary();
    await savePapers(writer, { opId: 'operation-1', candidates: [graphs, galaxies] });
    const edit = { status: 'read' } as const;
    await editLibrary(writer, { opId: 'operation-2', ids: [galaxies.key], edit });
    expect(await mappedPapers(repository)).toEqual([
      { id: graphs.key, sortTitle: 'neural networks on graphs', state: 'saved', lists: [] },
      { id: galaxies.key, sortTitle: 'galaxies far away', state: 'read', lists: [] },
    ]);
  });
});

describe('the vectors of the map', () => {
  const bytes = new Uint8Array(readFileSync('assets/related/background.bin'));
  const saved = openRelatedIndex(new Map(), { background: openBackground(bytes.buffer) });
  const put = (one: typeof graphs, rev: number) =>
    saved.put([toRelatedDocument(one.key, one.ids, one)], rev);

  it('are one a paper in the order asked for, as the index last knew it', () => {
    put(graphs, 1);
    put(galaxies, 2);
    put({ ...graphs, title: 'Galaxies far away' }, 3);
    const { ids, dimensions, values } = mapVectors(
      [graphs.key, UNKNOWN, galaxies.key],
      saved.flush().put,
    );
    const numbers = [...new Int8Array(fromBase64(values).buffer)];
    const vectorAt = (place: number) => numbers.slice(place * dimensions, (place + 1) * dimensions);
    expect(numbers).toHaveLength(ids.length * dimensions);
    expect(vectorAt(0).some((value) => value !== 0)).toBe(true);
    expect(vectorAt(0)).toEqual(vectorAt(2));
    expect(vectorAt(1).every((value) => value === 0)).toBe(true);
  });
});
