/** The part of upgrade.ts that runs in a page of the extension. */
import { PaperkinDatabase } from '../../lib/store/database';
import type { UpgradeSummary } from './upgrade';

let walked = 0;

globalThis.paperkinUpgrade = {
  /** Opens the library with one more version of the schema, whose upgrade rewrites every paper. */
  async start(): Promise<void> {
    const db = new PaperkinDatabase({ indexedDB, IDBKeyRange });
    db.version(2)
      .stores({ papers: 'id, &rev, evictAtMs, shelf', shelves: 'name' })
      .upgrade(async (transaction) => {
        await transaction.table('shelves').add({ name: 'new' });
        await transaction
          .table('papers')
          .toCollection()
          .modify((paper) => {
            paper.shelf = 'new';
            walked += 1;
          });
      });
    await db.open();
    db.close();
  },

  walked: () => walked,

  async summary(): Promise<UpgradeSummary> {
    const request = indexedDB.open('paperkin');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...db.objectStoreNames].filter((name) => name !== 'shelves');
    const transaction = db.transaction(stores);
    const tables = await Promise.all(stores.map((name) => readAll(transaction.objectStore(name))));
    const papers = tables[stores.indexOf('papers')] ?? [];
    const summary = {
      version: db.version,
      hasShelves: db.objectStoreNames.contains('shelves'),
      papers: papers.length,
      rewritten: papers.filter((row) => 'shelf' in row).length,
      checksum: await checksum(stores, tables),
    };
    db.close();
    return summary;
  },
};

function readAll(store: IDBObjectStore): Promise<object[]> {
  return new Promise((resolve, reject) => {
    const request = store.getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Of all rows of all tables, but for what the upgrade writes. */
async function checksum(names: readonly string[], tables: readonly object[][]): Promise<string> {
  const rows = tables.map((table) => table.map((row) => ({ ...row, shelf: undefined })));
  const bytes = new TextEncoder().encode(JSON.stringify([names, rows]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
