interface Asked {
  readonly name: string;
  /** Rows, or their keys, which takes a tenth of the time. */
  readonly what: 'getAll' | 'getAllKeys';
}

/** A table of the library. Runs in a page of the extension. Never creates the database. */
export async function readTable({ name, what }: Asked): Promise<unknown[]> {
  const databases = await indexedDB.databases();
  if (!databases.some((info) => info.name === 'paperkin')) return [];
  return await new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperkin');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction(name).objectStore(name)[what]();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result);
      };
    };
  });
}
