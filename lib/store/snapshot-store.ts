import { Dexie, type Table } from 'dexie';

/** What stands in a list of snapshots. */
export interface SnapshotInfo {
  readonly atMs: number;
  /** Saved papers in it. */
  readonly papers: number;
  /** Size on disk in bytes. */
  readonly size: number;
}

interface SnapshotRow extends SnapshotInfo {
  readonly bytes: ArrayBuffer;
}

/** The database `paperkin-snapshots`: whole copies of the library, apart from the live tables. */
class SnapshotDatabase extends Dexie {
  declare snapshots: Table<SnapshotRow, number>;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    super('paperkin-snapshots', { ...options, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ snapshots: 'atMs' });
  }
}

/** A ring: the newest seven are kept. */
const KEPT = 7;

export class SnapshotStore {
  readonly #db: SnapshotDatabase;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    this.#db = new SnapshotDatabase(options);
  }

  /** Newest first, without their bytes. */
  async list(): Promise<SnapshotInfo[]> {
    const infos: SnapshotInfo[] = [];
    await this.#db.snapshots
      .reverse()
      .each(({ atMs, papers, size }) => infos.push({ atMs, papers, size }));
    return infos;
  }

  async read(atMs: number): Promise<ArrayBuffer | null> {
    return (await this.#db.snapshots.get(atMs))?.bytes ?? null;
  }

  /** Adds one and lets the oldest beyond seven go, in one transaction. */
  async add(atMs: number, papers: number, bytes: ArrayBuffer): Promise<void> {
    await this.#db.transaction('rw', this.#db.snapshots, async () => {
      await this.#db.snapshots.put({ atMs, papers, size: bytes.byteLength, bytes });
      const keys = await this.#db.snapshots.reverse().primaryKeys();
      await this.#db.snapshots.bulkDelete(keys.slice(KEPT));
    });
  }
}
