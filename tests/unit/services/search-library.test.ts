import { describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../../lib/search/paper-index';
import { savePapers } from '../../../lib/services/save-papers';
import { searchLibrary } from '../../../lib/services/search-library';
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
  return async (text: string) => {
    const { papers } = await searchLibrary(text, 10, { index, repository, nowMs: 0 });
    return papers.map(({ paper }) => paper.title).sort();
  };
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
});
