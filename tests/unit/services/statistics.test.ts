import { expect, it } from 'vitest';
import { editLibrary } from '../../../lib/services/edit-library';
import { savePapers } from '../../../lib/services/save-papers';
import { libraryStatistics } from '../../../lib/services/statistics';
import { testLibrary } from '../../support/database';
import { makeCandidate } from '../../support/papers';

it('counts saved papers with their tags and categories, and nothing that was only seen', async () => {
  const { writer, repository, clock } = testLibrary();
  const [read, unread] = [makeCandidate({ categories: ['cs.LG'] }), makeCandidate()];
  await savePapers(writer, {
    opId: 'operation-1',
    candidates: [read, unread],
    edit: { addTags: ['sheep'] },
  });
  await editLibrary(writer, { opId: 'operation-2', ids: [read.key], edit: { status: 'read' } });
  const { weeks, oldest, topics } = await libraryStatistics(repository, clock.now());
  expect(weeks.at(-1)).toMatchObject({ saved: 2, read: 1 });
  expect(oldest.map(({ id }) => id)).toEqual([unread.key]);
  expect(topics.map(({ name, counts }) => [name, counts.at(-1)])).toEqual([
    ['sheep', 2],
    ['cs.LG', 1],
  ]);
});
