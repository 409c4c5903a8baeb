import { type LibraryCounts, NO_COUNTS } from '../core/library-query';
import type { MetaRow, StoredEntry, StoredPaper } from './database';
import type { WriterState } from './operation';
import type { FoundPaper } from './paper-repository';
import { type PlainDatabase, settle } from './plain-database';

export interface FirstRows {
  readonly counts: LibraryCounts & { readonly queued: number };
  /** The last added, newest first. */
  readonly found: readonly FoundPaper[];
}

/**
 * What every page of ours shows first, in one transaction; without a word to the background, which
 * may have to start, and without Dexie, which would double such a page.
 */
export function readFirstRows(database: PlainDatabase, limit: number): Promise<FirstRows> {
  return database.run(['library', 'papers', 'meta'], 'readonly', async (transaction) => {
    const library = transaction.objectStore('library');
    const [state, queued, found] = await Promise.all([
      settle<MetaRow | undefined>(transaction.objectStore('meta').get('writer')),
      settle(library.index('queueRank').count()),
      readNewest(library.index('addedAtMs'), transaction.objectStore('papers'), limit),
    ]);
    const counters = (state?.value as WriterState | undefined)?.counters ?? NO_COUNTS;
    return { counts: { ...counters, queued }, found };
  });
}

async function readNewest(
  byDate: IDBIndex,
  papers: IDBObjectStore,
  limit: number,
): Promise<FoundPaper[]> {
  const rows: Promise<FoundPaper | null>[] = [];
  await new Promise<void>((done, fail) => {
    const request = byDate.openCursor(null, 'prev');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || rows.length >= limit) return done();
      rows.push(withPaper(cursor.value as StoredEntry, papers));
      cursor.continue();
    };
  });
  return (await Promise.all(rows)).filter((row) => row !== null);
}

async function withPaper(entry: StoredEntry, papers: IDBObjectStore): Promise<FoundPaper | null> {
  const paper = await settle<StoredPaper | undefined>(papers.get(entry.id));
  return paper ? { paper, entry } : null;
}
