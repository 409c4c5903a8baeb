import { type DBCore, type DBCoreTable, Dexie } from 'dexie';

/** A database in which nothing moves for so long is taken to be stuck, */
const STUCK_AFTER_MS = 5000;
/** or for so long while it is writing, which may be much in one piece. */
const STUCK_WRITING_AFTER_MS = 60_000;

/**
 * Lets requests fail with Dexie's `TimeoutError` that a stuck database would keep for ever. What
 * counts is that anything moves at all: a request that waits for a long operation before it has
 * all the time it needs. (A browser that stops a background in mid-write can leave a database that
 * opens and runs nothing: https://github.com/WebKit/WebKit/pull/73930.)
 */
export function watchRequests(db: Dexie): void {
  /** How to fail each request on its way, and whether it writes. */
  const pending = new Map<(error: Error) => void, boolean>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function restartTimer(): void {
    clearTimeout(timer);
    if (pending.size === 0) return;
    const isWriting = [...pending.values()].includes(true);
    timer = setTimeout(giveUp, isWriting ? STUCK_WRITING_AFTER_MS : STUCK_AFTER_MS);
  }

  function giveUp(): void {
    for (const fail of pending.keys()) fail(new Dexie.TimeoutError('the database does not answer'));
    pending.clear();
  }

  function watch<T>(request: PromiseLike<T>, isWrite = false): Promise<T> {
    return new Dexie.Promise<T>((resolve, reject) => {
      const settle = () => {
        pending.delete(reject);
        restartTimer();
      };
      pending.set(reject, isWrite);
      restartTimer();
      request.then(
        (value) => {
          settle();
          resolve(value);
        },
        (error) => {
          settle();
          reject(error);
        },
      );
    }) as unknown as Promise<T>;
  }

  function watchTable(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      get: (request) => watch(table.get(request)),
      getMany: (request) => watch(table.getMany(request)),
      query: (request) => watch(table.query(request)),
      count: (request) => watch(table.count(request)),
      openCursor: (request) => watch(table.openCursor(request)),
      mutate: (request) => watch(table.mutate(request), true),
    };
  }

  db.use({
    stack: 'dbcore',
    name: 'watch-requests',
    level: 100, // around all others
    create: (core: DBCore): DBCore => ({ ...core, table: (name) => watchTable(core.table(name)) }),
  });
}
