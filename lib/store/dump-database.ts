/** Longest wait for a database that may never answer, in milliseconds. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Every row that can be read of a database, one JSON line each, whatever its version and without
 * writing to it. A store that fails says so in a line of its own and the others still come.
 * Rejects when the database does not open within five seconds.
 */
export async function* dumpDatabase(factory: IDBFactory, name: string): AsyncGenerator<string> {
  const db = await openAsItIs(factory, name);
  try {
    yield `${JSON.stringify({ format: 'paperkin-dump', database: name, version: db.version })}\n`;
    for (const store of db.objectStoreNames) {
      for (const row of await readAll(db, store)) yield `${JSON.stringify({ store, ...row })}\n`;
    }
  } finally {
    db.close();
  }
}

function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} does not answer`)), OPEN_TIMEOUT_MS);
    const request = factory.open(name);
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

function readAll(
  db: IDBDatabase,
  store: string,
): Promise<({ row: unknown } | { failed: string })[]> {
  return new Promise((resolve) => {
    const request = db.transaction(store, 'readonly').objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result.map((row: unknown) => ({ row })));
    request.onerror = () => resolve([{ failed: String(request.error) }]);
  });
}
