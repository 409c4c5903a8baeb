import { type LibraryCounts, type LibrarySort, NO_COUNTS } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import type { Alias, MetaRow, StoredEntry, StoredPaper } from './database';
import type { WriterState } from './operation';
import type { FoundPaper, PaperRepository } from './paper-repository';
import { PlainDatabase, settle } from './plain-database';

/** What the first answers of a background ask of the library. */
export type PaperReader = Pick<
  PaperRepository,
  'find' | 'get' | 'sorted' | 'counts' | 'queueLength' | 'meta' | 'latestRev'
>;

/** A plain read that takes longer is asked again through Dexie, which knows what may be wrong. */
const PATIENCE_MS = 1500;

/** Dexie's version 1 is the browser's version 10. */
const VERSION = 10;

/**
 * Reads the library without Dexie, which costs a background that was stopped as much time as all
 * else it does before its first answer. Whatever does not go smoothly (there is no library yet, an
 * older version made it, it does not answer) is left to the repository.
 */
export class StoredReader implements PaperReader {
  readonly #db: PlainDatabase;
  readonly #repository: () => Promise<PaperRepository>;

  constructor(options: {
    readonly indexedDB: IDBFactory;
    /** Runs Dexie, if it does not run yet. */
    readonly repository: () => Promise<PaperRepository>;
  }) {
    this.#repository = options.repository;
    this.#db = new PlainDatabase(() => openExisting(options.indexedDB));
  }

  /** Opens the database before it is asked for anything. */
  async open(): Promise<void> {
    await this.#db.open();
  }

  find(keys: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    const plainly = async () => {
      const aliases = await this.#rows<Alias>('aliases', keys);
      return this.#get(keys.map((key, i) => aliases[i]?.paperId ?? key));
    };
    return this.#ask(plainly, (repository) => repository.find(keys));
  }

  get(ids: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    return this.#ask(
      () => this.#get(ids),
      (repository) => repository.get(ids),
    );
  }

  /** Reads an index from end to end; Dexie costs little beside that. */
  async sorted(ids: readonly PaperKey[], sort: LibrarySort): Promise<PaperKey[]> {
    return (await this.#repository()).sorted(ids, sort);
  }

  queueLength(): Promise<number> {
    const plainly = () =>
      this.#db.run(['library'], 'readonly', (transaction) =>
        settle(transaction.objectStore('library').index('queueRank').count()),
      );
    return this.#ask(plainly, (repository) => repository.queueLength());
  }

  async counts(): Promise<LibraryCounts> {
    const state = (await this.meta('writer')) as WriterState | undefined;
    return state?.counters ?? NO_COUNTS;
  }

  async latestRev(): Promise<number> {
    return ((await this.meta('writer')) as WriterState | undefined)?.rev ?? 0;
  }

  meta(name: string): Promise<unknown> {
    const plainly = async () => (await this.#rows<MetaRow>('meta', [name]))[0]?.value;
    return this.#ask(plainly, (repository) => repository.meta(name));
  }

  /** In one transaction: a paper and its entry are of the same moment. */
  async #get(ids: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    const [papers, entries] = await this.#db.run(['papers', 'library'], 'readonly', (transaction) =>
      Promise.all([
        getAll<StoredPaper>(transaction.objectStore('papers'), ids),
        getAll<StoredEntry>(transaction.objectStore('library'), ids),
      ]),
    );
    return papers.map((paper, i) => paper && { paper, ...(entries[i] && { entry: entries[i] }) });
  }

  #rows<Row>(table: string, keys: readonly string[]): Promise<(Row | undefined)[]> {
    return this.#db.run([table], 'readonly', (transaction) =>
      getAll<Row>(transaction.objectStore(table), keys),
    );
  }

  async #ask<T>(
    plainly: () => Promise<T>,
    otherwise: (repository: PaperRepository) => Promise<T>,
  ): Promise<T> {
    try {
      return await inTime(plainly());
    } catch {
      // Not said here: the repository meets the same trouble, if there is any, and names it.
      return otherwise(await this.#repository());
    }
  }
}

/** By their primary keys, in that order. */
function getAll<Row>(store: IDBObjectStore, keys: readonly string[]): Promise<(Row | undefined)[]> {
  return Promise.all(keys.map((key) => settle<Row | undefined>(store.get(key))));
}

/** The database as it is: neither made nor changed by asking for it. */
export function openExisting(indexedDB: IDBFactory): IDBOpenDBRequest {
  const request = indexedDB.open('paperkin', VERSION);
  request.onupgradeneeded = () => request.transaction?.abort();
  return request;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
