import { Dexie, type Table } from 'dexie';
import type { Writer } from './operation';
import type { SnapshotCopy } from './second-copy';

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

const INFO = '[atMs+papers+size]';

/** The database `paperkin-snapshots`: whole copies of the library, apart from the live tables. */
class SnapshotDatabase extends Dexie {
  declare snapshots: Table<SnapshotRow, number>;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    const { indexedDB, IDBKeyRange } = options;
    super('paperkin-snapshots', { indexedDB, IDBKeyRange, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ snapshots: 'atMs' });
    // What stands in the list, to be read without the copies themselves: they can be 30 MB each.
    this.version(2).stores({ snapshots: `atMs, ${INFO}` });
  }
}

/** A ring of seven, */
const KEPT = 7;
/** a day apart but for the newest, so that a busy hour does not push last week out. */
const APART_MS = 20 * 60 * 60 * 1000;

export interface SnapshotStoreOptions {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly lackOfRoom?: Writer['lackOfRoom'];
  /** Gets each snapshot that is added, to keep it elsewhere too. */
  readonly onAdded?: (copy: SnapshotCopy) => Promise<void>;
}

export class SnapshotStore {
  readonly #db: SnapshotDatabase;
  readonly #options: SnapshotStoreOptions;

  constructor(options: SnapshotStoreOptions) {
    this.#db = new SnapshotDatabase(options);
    this.#options = options;
  }

  /** Newest first, without their bytes. */
  async list(): Promise<SnapshotInfo[]> {
    const infos = await this.#db.snapshots.orderBy(INFO).reverse().keys();
    return (infos as unknown as [number, number, number][]).map(([atMs, papers, size]) => ({
      atMs,
      papers,
      size,
    }));
  }

  async read(atMs: number): Promise<ArrayBuffer | null> {
    return (await this.#db.snapshots.get(atMs))?.bytes ?? null;
  }

  /**
   * Adds one, lets the oldest beyond seven go, and then hands it on. `keeping` stays in any case.
   * Throws `storage-full`.
   */
  async add(copy: SnapshotCopy, keeping?: number): Promise<void> {
    const lack = await this.#options.lackOfRoom?.();
    if (lack) throw lack;
    await this.putBack(copy, keeping);
    await this.#options.onAdded?.(copy);
  }

  /** Adds one to the ring alone, in one transaction. */
  async putBack({ atMs, papers, bytes }: SnapshotCopy, keeping?: number): Promise<void> {
    await this.#db.transaction('rw', this.#db.snapshots, async () => {
      const keys = await this.#db.snapshots.reverse().primaryKeys();
      const others = keys.filter((key) => key !== atMs && key !== keeping);
      await this.#db.snapshots.bulkDelete(leaving(others, atMs));
      await this.#db.snapshots.put({ atMs, papers, size: bytes.byteLength, bytes });
    });
  }
}

/** Which of the others go when one is added: the last one if it is of the same day, and the eighth. */
function leaving(others: readonly number[], atMs: number): number[] {
  const [last = 0, before = 0] = others;
  const crowding = atMs > last && last - before < APART_MS && before > 0 ? 1 : 0;
  return [...others.slice(0, crowding), ...others.slice(crowding + KEPT - 1)];
}
