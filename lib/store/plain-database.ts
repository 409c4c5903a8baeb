/**
 * One IndexedDB database without Dexie around it, for what a background that was stopped must read
 * before its first answer. Opened on first use, and again when the browser or a newer version of
 * Paperkin has closed it.
 */
export class PlainDatabase {
  readonly #request: () => IDBOpenDBRequest;
  #opening: Promise<IDBDatabase> | null = null;

  /** `request` asks for the database; what it does to a new or older one is the caller's. */
  constructor(request: () => IDBOpenDBRequest) {
    this.#request = request;
  }

  open(): Promise<IDBDatabase> {
    this.#opening ??= this.#connect();
    return this.#opening;
  }

  /** Runs `body` in a transaction; it makes all its requests at once. */
  async run<T>(
    tables: readonly string[],
    mode: IDBTransactionMode,
    body: (transaction: IDBTransaction) => Promise<T>,
  ): Promise<T> {
    return body((await this.open()).transaction(tables, mode, { durability: 'relaxed' }));
  }

  async #connect(): Promise<IDBDatabase> {
    const forget = () => {
      this.#opening = null;
    };
    try {
      const db = await settle(this.#request());
      db.onclose = forget;
      db.onversionchange = () => {
        db.close();
        forget();
      };
      return db;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when everything the transaction wrote is there; rejects when nothing is. */
export function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
