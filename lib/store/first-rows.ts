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
  const entries = await readBack(byDate, limit);
  const rows = await Promise.all(entries.map((entry) => withPaper(entry, papers)));
  return rows.filter((row) => row !== null);
}

/** The last of an index, at once where the browser can (Chromium from 141 on). */
function readBack(index: IDBIndex, limit: number): Promise<StoredEntry[]> {
  if (!('getAllRecords' in index)) return walkBack(index, limit);
  return settle(index.getAll({ direction: 'prev', count: limit } as never));
}

/**
 * Nothing else is asked on the way: browsers fetch what a cursor comes to next beforehand, and throw it
 * away at any other request (50 rows in Firefox: 42 ms at best with each paper asked for at once, 6 so).
 */
function walkBack(byDate: IDBIndex, limit: number): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  return new Promise((done, fail) => {
    const request = byDate.openCursor(null, 'prev');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || entries.length >= limit) return done(entries);
      entries.push(cursor.value as StoredEntry);
      cursor.continue();
    };
  });
}

async function withPaper(entry: StoredEntry, papers: IDBObjectStore): Promise<FoundPaper | null> {
  const paper = await settle<StoredPaper | undefined>(papers.get(entry.id));
  return paper ? { paper, entry } : null;
}
