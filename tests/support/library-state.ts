import type { TestBrowser } from './test-browser';

interface Row {
  readonly id: string;
}
interface Alias {
  readonly key: string;
  readonly paperId: string;
}

/** What the database holds of saved papers, and what in it does not fit together. */
export interface LibraryState {
  readonly savedIds: readonly string[];
  /** In words; nothing when every record is whole. */
  readonly halves: readonly string[];
}

export async function readLibraryState(browser: TestBrowser): Promise<LibraryState> {
  const papers = new Set((await browser.readTable<Row>('papers')).map(({ id }) => id));
  const aliases = await browser.readTable<Alias>('aliases');
  const savedIds = (await browser.readTable<Row>('library')).map(({ id }) => id);
  const named = new Set(aliases.map(({ paperId }) => paperId));
  return {
    savedIds,
    halves: [
      ...savedIds.filter((id) => !papers.has(id)).map((id) => `saved without a paper: ${id}`),
      ...[...papers].filter((id) => !named.has(id)).map((id) => `paper without an alias: ${id}`),
      ...aliases
        .filter(({ paperId }) => !papers.has(paperId))
        .map(({ key, paperId }) => `alias of nothing: ${key} of ${paperId}`),
    ],
  };
}
