import { type LibraryCounts, NO_COUNTS } from '../core/library-query';
import type { StoredEntry, StoredPaper } from './database';
import type { FoundPaper } from './paper-repository';

export interface FirstRows {
  readonly counts: LibraryCounts & { readonly queued: number };
  /** The last added, newest first. */
  readonly found: readonly FoundPaper[];
}

/**
 * What every page of ours shows first, read without a word to the background, which may have to
 * start, and without Dexie, which would double such a page. Null where there is no library yet.
 * Rejects where the database does not open; waits as long as it does.
 */
export async function readFirstRows(
  indexedDB: IDBFactory,
  limit: number,
): Promise<FirstRows | null> {
  const db = await openAsItIs(indexedDB);
  if (!db) return null;
  try {
    const transaction = db.transaction(['library', 'papers', 'meta']);
    const library = transaction.objectStore('library');
    const [state, queued, found] = await Promise.all([
      settle<{ value: { counters: LibraryCounts } } | undefined>(
        transaction.objectStore('meta').get('writer'),
      ),
      settle(library.index('queueRank').count()),
      readNewest(library.index('addedAtMs'), transaction.objectStore('papers'), limit),
    ]);
    return { counts: { ...NO_COUNTS, ...state?.value.counters, queued }, found };
  } finally {
    db.close();
  }
}

/** Making and upgrading it is the background's; null where there is none. */
function openAsItIs(indexedDB: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('paperkin');
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      event.preventDefault(); // an error nobody takes back is logged as a page's own
      if (isNew) done(null);
      else fail(request.error);
    };
  });
}

async function readNewest(
  byDate: IDBIndex,
  papers: IDBObjectStore,
  limit: number,
): Promise<FoundPaper[]> {
  const pairs = await new Promise<[StoredEntry, Promise<StoredPaper | undefined>][]>(
    (done, fail) => {
      const rows: [StoredEntry, Promise<StoredPaper | undefined>][] = [];
      const request = byDate.openCursor(null, 'prev');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor || rows.length >= limit) return done(rows);
        const entry = cursor.value as StoredEntry;
        rows.push([entry, settle(papers.get(entry.id))]);
        cursor.continue();
      };
    },
  );
  const found = await Promise.all(
    pairs.map(async ([entry, paper]) => [entry, await paper] as const),
  );
  return found.flatMap(([entry, paper]) => (paper ? [{ paper, entry }] : []));
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
