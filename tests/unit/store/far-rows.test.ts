import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { editLibrary, removeFromLibrary } from '../../../lib/services/edit-library';
import { savePapers } from '../../../lib/services/save-papers';
import { type TestLibrary, testLibrary } from '../../support/database';
import { key, makeCandidate } from '../../support/papers';

const PAPERS = 2100;
const FAR = { offset: 2050, limit: 20 };

describe('rows far down a long list', () => {
  let library: TestLibrary;
  const idsAt = async (query: { sort: 'added' | 'title'; status?: 'read' }) =>
    (await library.repository.list({ ...query, ...FAR })).map(({ paper, entry }) => {
      expect(entry?.id).toBe(paper.id);
      return paper.id;
    });
  const expected = async (query: { sort: 'added' | 'title'; status?: 'read' }) =>
    (await library.repository.allIds(query)).slice(FAR.offset, FAR.offset + FAR.limit);

  beforeAll(async () => {
    library = testLibrary();
    const candidates = Array.from({ length: PAPERS }, (_, i) =>
      makeCandidate({ key: key(`arxiv:3101.${10_000 + i}`), title: `Paper ${(i * 37) % PAPERS}` }),
    );
    await savePapers(library.writer, { opId: 'operation-1', candidates });
  });

  it.each(['added', 'title'] as const)('are those of the order %s', async (sort) => {
    expect(await idsAt({ sort })).toEqual(await expected({ sort }));
    expect(await idsAt({ sort })).toHaveLength(FAR.limit);
  });

  it('move up once a paper before them is removed', async () => {
    const before = await idsAt({ sort: 'added' });
    const [first] = await library.repository.allIds();
    await removeFromLibrary(library.writer, { opId: 'operation-2', ids: [first as PaperKey] });
    expect((await idsAt({ sort: 'added' })).slice(0, -1)).toEqual(before.slice(1));
  });

  it('are only those of the status asked for', async () => {
    const ids = await library.repository.allIds();
    const edit = { status: 'read' } as const;
    await editLibrary(library.writer, { opId: 'operation-3', ids: ids.slice(20), edit });
    const query = { sort: 'added', status: 'read' } as const;
    expect(await idsAt(query)).toEqual(await expected(query));
    expect(await idsAt(query)).not.toEqual(await idsAt({ sort: 'added' }));
  });
});
