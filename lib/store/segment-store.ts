import { Dexie, type Table } from 'dexie';
import type { SegmentChange } from '../core/segments';

interface SegmentRow {
  readonly index: string;
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** The database `paperkin-index`: what indexes keep. Losing it costs time, no data. */
class SegmentDatabase extends Dexie {
  declare segments: Table<SegmentRow, [string, string]>;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    super('paperkin-index', { ...options, chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ segments: '[index+name], index' });
  }
}

export class SegmentStore {
  readonly #db: SegmentDatabase;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    this.#db = new SegmentDatabase(options);
  }

  /** Opens the database before it is asked for anything. */
  async open(): Promise<void> {
    await this.#db.open();
  }

  /** All segments of one index, by name. */
  async read(index: string): Promise<Map<string, ArrayBuffer>> {
    // By primary key: one request for all, where an index would look each row up.
    const range = [[index], [index, []]] as const;
    const rows = await this.#db.segments
      .where(':id')
      .between(...range)
      .toArray();
    return new Map(rows.map(({ name, bytes }) => [name, bytes]));
  }

  /** Applies one flush of one index, whole or not at all. */
  async apply(index: string, { put, remove }: SegmentChange): Promise<void> {
    if (put.size === 0 && remove.length === 0) return;
    await this.#db.transaction('rw', this.#db.segments, async () => {
      await this.#db.segments.bulkDelete(remove.map((name) => [index, name]));
      const rows = [...put].map(([name, bytes]) => ({ index, name, bytes }));
      await this.#db.segments.bulkPut(rows);
    });
  }

  async clear(index: string): Promise<void> {
    await this.#db.segments.where('index').equals(index).delete();
  }
}
