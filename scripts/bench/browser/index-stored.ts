/** As many bytes as our search index has, stored as ours are, and papers: nothing can search them. */
import type { PaperCandidate, PaperKey } from '../../../lib/core/paper';
import { benchPapers } from '../bench-papers';

/** Ours stands in so many Blobs once the daily upkeep has merged it. */
const SEGMENTS = 2;
const TABLES = ['segments', 'papers'] as const;

export async function storeIndex(of: { size: number; megabytes: number }): Promise<void> {
  const transaction = (await openIndex()).transaction(TABLES, 'readwrite');
  const segments = transaction.objectStore('segments');
  const bytes = Uint8Array.from({ length: (of.megabytes * 1e6) / SEGMENTS }, (_, i) => i * 31);
  for (let name = 0; name < SEGMENTS; name += 1) segments.put(new Blob([bytes]), name);
  const papers = transaction.objectStore('papers');
  for (const paper of benchPapers(0, of.size)) papers.put(paper, paper.key);
  await new Promise((done, fail) => {
    transaction.oncomplete = done;
    transaction.onabort = () => fail(transaction.error);
  });
}

/** Reads all the bytes, and only then these papers: it is the index that tells which. */
export async function readRows(db: IDBDatabase, keys: readonly PaperKey[]) {
  const blobs = await settle<Blob[]>(tableOf(db, 'segments').getAll());
  await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
  const papers = tableOf(db, 'papers');
  const rows = await Promise.all(keys.map((key) => settle<PaperCandidate>(papers.get(key))));
  return rows.map(({ key, title, authors }) => ({ key, title, authors }));
}

export function openIndex(): Promise<IDBDatabase> {
  const opening = indexedDB.open('index', 1);
  opening.onupgradeneeded = () => {
    for (const name of TABLES) opening.result.createObjectStore(name);
  };
  return settle(opening);
}

function tableOf(db: IDBDatabase, name: (typeof TABLES)[number]): IDBObjectStore {
  return db.transaction(name).objectStore(name);
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
