import { hashHalves } from '../core/hash';
import type { PaperKey } from '../core/paper';
import type { SegmentChange, Segmented } from '../core/segments';
import { KeyTable } from './key-table';
import {
  isErasure,
  KEY,
  type LookupDocument,
  makeErasure,
  makeSlot,
  readSlot,
  type Slot,
  type Standing,
} from './slot';
import { LOG_NAME, packLog, readLog, type SlotLog } from './slot-log';

/**
 * "How do these 2,000 papers stand?", answered from memory. Kept as eight hash tables, chosen by the
 * last bits of the key's hash, and a log of what changed since the tables were written. The
 * log is written at each flush; when it is long, the tables are, a few at each flush.
 */
export interface LookupIndex extends Segmented {
  /** Keys known; a paper has one for each of its identifiers. */
  readonly size: number;
  /** Adds the papers, replacing those with the same id; then `rev` is the given one. */
  put(documents: readonly LookupDocument[], rev: number): void;
  remove(ids: readonly PaperKey[], rev: number): void;
  /** Null for a key that names no stored paper. */
  find(key: PaperKey): Standing | null;
}

/**
 * A browser takes half a millisecond for each buffer it reads, however small (3.2 MB in 1 or 8
 * buffers: 6 ms; in 32: 15 ms); more tables would only make a flush smaller.
 */
const TABLES = 8;
const TABLES_A_FLUSH = 1;
/** The log is long with more slots than this: each takes a background that wakes two microseconds. */
const LONG_LOG = 1024;
/** Who brings in more than this at a time may wait for all tables. */
const MANY = 4096;

/** Opens the index from its segments; starts empty where one is missing or cannot be read. */
export function openLookupIndex(segments: ReadonlyMap<string, ArrayBuffer>): LookupIndex {
  const log = readLog(segments.get(LOG_NAME));
  const tables = Array.from({ length: TABLES }, (_, t) => {
    const buffer = segments.get(tableName(t));
    if (buffer) return KeyTable.open(buffer);
    return log?.written.has(t) ? null : KeyTable.empty();
  });
  const isWhole = log !== null && tables.every((table) => table !== null);
  if (isWhole) return new TablesIndex(tables as KeyTable[], log, []);
  const none = tables.map(() => KeyTable.empty());
  return new TablesIndex(none, { rev: 0, written: new Set(), slots: [] }, [...segments.keys()]);
}

class TablesIndex implements LookupIndex {
  rev: number;
  readonly #written: Set<number>;
  #isChanged = false;
  /** What changed before the writing of tables that is under way began, and after. */
  #older: readonly Slot[] = [];
  #newer: Slot[];
  #toWrite: number[] = [];

  constructor(
    private readonly tables: readonly KeyTable[],
    { rev, written, slots }: SlotLog,
    private damaged: readonly string[],
  ) {
    this.rev = rev;
    this.#written = new Set(written);
    this.#newer = [...slots];
    for (const slot of slots) this.#apply(slot);
  }

  get size(): number {
    return this.tables.reduce((sum, { count }) => sum + count, 0);
  }

  find(key: PaperKey): Standing | null {
    const [first, second] = hashHalves(key);
    const slot = this.tables[tableOf(first)]?.find(first, second);
    return slot ? readSlot(slot) : null;
  }

  put(documents: readonly LookupDocument[], rev: number): void {
    const slots = documents.flatMap((one) => one.ids.map((key) => makeSlot(key, one)));
    const kept = new PairSet(slots.map((slot) => [slot[KEY] ?? 0, slot[KEY + 1] ?? 0]));
    this.#eraseOwned(
      documents.map(({ id }) => id),
      kept,
    );
    for (const slot of slots) this.#change(slot);
    this.#moveTo(rev);
  }

  remove(ids: readonly PaperKey[], rev: number): void {
    this.#eraseOwned(ids, new PairSet([]));
    this.#moveTo(rev);
  }

  flush(): SegmentChange {
    const put = new Map<string, ArrayBuffer>();
    if (!this.#isChanged) return { put, remove: [] };
    this.#planTables();
    const count = this.#newer.length > MANY ? TABLES : TABLES_A_FLUSH;
    for (const t of this.#toWrite.splice(0, count)) {
      const buffer = this.tables[t]?.pack();
      if (buffer) put.set(tableName(t), buffer);
      this.#written.add(t);
    }
    if (this.#toWrite.length === 0) this.#older = [];
    const slots = [...this.#older, ...this.#newer];
    put.set(LOG_NAME, packLog({ rev: this.rev, written: this.#written, slots }));
    const remove = this.damaged.filter((name) => !put.has(name));
    this.damaged = [];
    this.#isChanged = false;
    return { put, remove };
  }

  /** Nothing to merge: flushes write the tables, a few at a time. */
  mergeStep(): boolean {
    return false;
  }

  /** With a long log, all tables that it changes are to be written. */
  #planTables(): void {
    if (this.#newer.length <= LONG_LOG || this.#toWrite.length > 0) return;
    this.#older = this.#newer;
    this.#newer = [];
    this.#toWrite = [...new Set(this.#older.map((slot) => tableOf(slot[KEY] ?? 0)))];
  }

  #eraseOwned(ids: readonly PaperKey[], kept: PairSet): void {
    const owners = new PairSet(ids.map(hashHalves));
    for (const table of this.tables) {
      for (const slot of table.ownedBy((a, b) => owners.has(a, b))) {
        if (!kept.has(slot[KEY] ?? 0, slot[KEY + 1] ?? 0)) this.#change(makeErasure(slot));
      }
    }
  }

  #change(slot: Slot): void {
    this.#apply(slot);
    this.#newer.push(slot);
  }

  #apply(slot: Slot): void {
    const [first = 0, second = 0] = slot;
    const table = this.tables[tableOf(first)];
    if (isErasure(slot)) table?.erase(first, second);
    else table?.set(slot);
  }

  #moveTo(rev: number): void {
    this.rev = rev;
    this.#isChanged = true;
  }
}

/** Pairs of 32-bit numbers, with a quick "no" for almost all that are not among them. */
class PairSet {
  readonly #marks = new Uint8Array(2 ** 16);
  readonly #pairs = new Map<number, number[]>();

  constructor(pairs: readonly (readonly [number, number])[]) {
    for (const [first, second] of pairs) {
      this.#marks[first & 0xffff] = 1;
      const seconds = this.#pairs.get(first);
      if (seconds) seconds.push(second);
      else this.#pairs.set(first, [second]);
    }
  }

  has(first: number, second: number): boolean {
    if (this.#marks[first & 0xffff] === 0) return false;
    return this.#pairs.get(first)?.includes(second) ?? false;
  }
}

function tableOf(first: number): number {
  return first % TABLES;
}

function tableName(table: number): string {
  return `table-${table}`;
}
