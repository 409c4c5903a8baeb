import { AppError, isAppError } from '../core/errors';
import { type Clock, createClock, type Stamp } from '../core/hlc';
import type { LibraryEntry } from '../core/library-entry';
import { type LibraryCounts, NO_COUNTS } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import type { Settings } from '../core/settings';
import { sortTitle } from '../core/sort-title';
import type {
  Change,
  JournalEntry,
  OperationKind,
  PaperkinDatabase,
  StoredEntry,
  StoredPaper,
} from './database';
import type { Join, MayJoin } from './paper-batch';
import { toStoreError } from './store-error';

/** What one device needs to write: who it is and what time it is. */
export interface Writer {
  readonly db: PaperkinDatabase;
  readonly now: () => number;
  /** A name for this device, made once; lower-case letters and digits. */
  readonly makeDeviceName: () => string;
  readonly mayJoin: MayJoin;
  /** What is wrong when the disk is too full to write on; disk-room.ts says why that is asked. */
  readonly lackOfRoom: () => Promise<AppError | null>;
}

export interface OperationInfo {
  readonly opId: string;
  readonly kind: OperationKind;
  readonly groupId?: string;
}

/** What the database keeps of its writer: row `writer` of the table `meta`. */
export interface WriterState {
  readonly rev: number;
  readonly device: string;
  readonly lastStamp: Stamp | null;
  readonly counters: LibraryCounts;
}

/** An entry to be written, beside its paper. */
export interface EntryWrite {
  /** null for one newly saved. */
  readonly before: StoredEntry | null;
  readonly after: LibraryEntry;
  readonly paper: StoredPaper;
}

/** What one operation came to: the papers it touched, and whether this was a replay. */
export interface OperationResult {
  readonly ids: readonly PaperKey[];
  readonly isReplay: boolean;
}

/**
 * Runs one thing the user did as one transaction, journal entry included, and resolves when it is
 * on disk. The same `opId` again changes nothing and answers as the first time. `body` may await
 * the database only, or the transaction ends under it. Throws `storage-full` and `storage-closed`.
 */
export async function runOperation(
  writer: Writer,
  info: OperationInfo,
  body: (operation: Operation) => Promise<readonly PaperKey[]>,
): Promise<OperationResult> {
  const { db } = writer;
  const lack = await writer.lackOfRoom();
  let native: IDBTransaction | undefined;
  try {
    return await db.transaction('rw', db.tables, async (transaction) => {
      native = transaction.idbtrans;
      const done = await db.journal.get(info.opId);
      if (done) return { ids: done.ids, isReplay: true };
      if (lack) throw lack;
      const operation = await Operation.begin(writer);
      const ids = await body(operation);
      await operation.finish({ ...info, ids });
      return { ids, isReplay: false };
    });
  } catch (error) {
    const failure = toStoreError(error);
    if (isAppError(failure) && failure.code === 'storage-full') throw failure;
    if (!native)
      throw new AppError('storage-closed', 'the database does not open', { cause: error });
    // Each request only says that it was aborted; why stands with the transaction.
    const reason = native.error && toStoreError(native.error);
    throw isAppError(reason) && reason.code === 'storage-full' ? reason : error;
  }
}

/** Runs what is no operation of the user's: papers met on a page. Not journalled. */
export async function runRecording(
  writer: Writer,
  body: (operation: Operation) => Promise<void>,
): Promise<void> {
  const { db } = writer;
  const lack = await writer.lackOfRoom();
  if (lack) throw lack;
  await db.transaction('rw', db.tables, async () => {
    const operation = await Operation.begin(writer);
    await body(operation);
    await operation.finish(null);
  });
}

/** The hands of one transaction: what it writes is journalled, stamped and counted. */
export class Operation {
  readonly #changes: Change[] = [];
  readonly #clock: Clock;
  #state: WriterState;

  private constructor(
    readonly writer: Writer,
    state: WriterState,
  ) {
    this.#state = state;
    const { device, lastStamp } = state;
    this.#clock = createClock({ now: writer.now, device, last: lastStamp });
  }

  static async begin(writer: Writer): Promise<Operation> {
    const row = await writer.db.meta.get('writer');
    const state = (row?.value as WriterState | undefined) ?? {
      rev: 0,
      device: writer.makeDeviceName(),
      lastStamp: null,
      counters: NO_COUNTS,
    };
    return new Operation(writer, state);
  }

  get db(): PaperkinDatabase {
    return this.writer.db;
  }

  now(): number {
    return this.writer.now();
  }

  stamp(): Stamp {
    return this.#clock.tick();
  }

  nextRev = (): number => {
    this.#state = { ...this.#state, rev: this.#state.rev + 1 };
    return this.#state.rev;
  };

  async putEntries(writes: readonly EntryWrite[]): Promise<void> {
    const rows = writes.map(({ after, paper }) => storedEntry(after, paper));
    await this.db.library.bulkPut(rows);
    writes.forEach(({ before }, i) => {
      const after = rows[i];
      if (after) this.#note({ table: 'library', id: after.id, before, after });
    });
    // What is saved is never evicted.
    await this.#touch(writes.map(({ paper: { evictAtMs: _evictAtMs, ...paper } }) => paper));
  }

  /** Takes entries out of the library, into the bin. Their papers stay, as papers seen. */
  async removeEntries(entries: readonly StoredEntry[]): Promise<void> {
    const deletedAtMs = this.now();
    await this.db.library.bulkDelete(entries.map(({ id }) => id));
    await this.db.bin.bulkPut(entries.map((entry) => ({ id: entry.id, entry, deletedAtMs })));
    await this.db.tombstones.bulkPut(entries.map(({ id }) => ({ id, deleted: this.stamp() })));
    for (const before of entries) {
      this.#note({ table: 'library', id: before.id, before, after: null });
    }
    const found = await this.db.papers.bulkGet(entries.map(({ id }) => id));
    const papers = found.filter((paper) => paper !== undefined);
    await this.#touch(papers.map((paper) => ({ ...paper, evictAtMs: deletedAtMs })));
  }

  /** Two papers became one: what hung on the one hangs on the other now. */
  async followJoin(
    { from, into, intoBefore }: Join,
    merge: (a: LibraryEntry, b: LibraryEntry) => LibraryEntry,
  ): Promise<void> {
    await this.#moveSightings(from.id, into);
    const paper = await this.db.papers.get(into);
    this.#note({ table: 'papers', id: from.id, before: from, after: null });
    this.#note({ table: 'papers', id: into, before: intoBefore, after: paper ?? null });
    this.countSeen(-1);
    const [lost, kept] = await this.db.library.bulkGet([from.id, into]);
    if (!lost || !paper) return;
    await this.db.library.delete(from.id);
    this.#note({ table: 'library', id: from.id, before: lost, after: null });
    const after = { ...(kept ? merge(kept, lost) : lost), id: into };
    await this.putEntries([{ before: kept ?? null, after, paper }]);
  }

  /** Where both were met on one page the same day, one sighting is left. */
  async #moveSightings(from: PaperKey, into: PaperKey): Promise<void> {
    const found = this.db.sightings.where('paperId').equals(from);
    const sightings = await found.toArray();
    await found.delete();
    await this.db.sightings.bulkPut(sightings.map((one) => ({ ...one, paperId: into })));
  }

  /** Two papers that were one are two again, as they were. */
  async separate(rows: readonly StoredPaper[]): Promise<void> {
    const now = await this.db.papers.bulkGet(rows.map(({ id }) => id));
    const gained = await this.#keysGained(rows);
    const back = rows.map((row) => {
      const ids = [...new Set([...row.ids, ...(gained.get(row.id) ?? [])])];
      return { ...row, ids, rev: this.nextRev() };
    });
    await this.db.papers.bulkPut(back);
    await this.db.removals.bulkDelete(rows.map(({ id }) => id));
    await this.db.aliases.bulkPut(
      back.flatMap(({ id, ids }) => ids.map((key) => ({ key, paperId: id }))),
    );
    for (const [i, after] of back.entries()) {
      this.#note({ table: 'papers', id: after.id, before: now[i] ?? null, after });
    }
    this.countSeen(now.filter((row) => !row).length);
  }

  /** Keys that came to a paper while it was one with another, and that neither had before. */
  async #keysGained(rows: readonly StoredPaper[]): Promise<Map<PaperKey, PaperKey[]>> {
    const before = new Set(rows.flatMap(({ ids }) => ids));
    const gained = new Map(rows.map(({ id }): [PaperKey, PaperKey[]] => [id, []]));
    await this.db.aliases
      .where('paperId')
      .anyOf([...gained.keys()])
      .each(({ key, paperId }) => {
        if (!before.has(key)) gained.get(paperId)?.push(key);
      });
    return gained;
  }

  /** What was turned down was met: where it is listed it is nothing new, also on the same day. */
  async dismiss(ids: readonly PaperKey[]): Promise<void> {
    await this.db.dismissals.bulkPut(ids.map((id) => ({ id, stamp: this.stamp() })));
    for (const id of ids) this.#note({ table: 'dismissals', id });
    const found = await this.db.papers.bulkGet([...ids]);
    const fresh = found.filter((paper) => paper !== undefined && !paper.seenAgain);
    await this.#touch(fresh.map((paper) => ({ ...(paper as StoredPaper), seenAgain: true })));
  }

  /** Settings that came with papers: written with them, and taken back with them. */
  async putSettings(before: Settings, after: Settings): Promise<void> {
    await this.db.meta.put({ name: 'settings', value: after });
    this.#note({ table: 'settings', before, after });
  }

  countSeen(delta: number): void {
    this.#count({ seen: delta });
  }

  /** For a repair that has counted anew. */
  setCounts(counters: LibraryCounts): void {
    this.#state = { ...this.#state, counters };
  }

  async finish(info: (OperationInfo & { ids: readonly PaperKey[] }) | null): Promise<void> {
    const state = { ...this.#state, lastStamp: this.#clock.last };
    await this.db.meta.put({ name: 'writer', value: state });
    if (!info) return;
    const entry: JournalEntry = { ...info, atMs: this.now(), changes: this.#changes };
    await this.db.journal.add(entry);
  }

  /** A changed entry makes its paper new to the indexes. */
  async #touch(papers: readonly StoredPaper[]): Promise<void> {
    await this.db.papers.bulkPut(papers.map((paper) => ({ ...paper, rev: this.nextRev() })));
  }

  #note(change: Change): void {
    this.#changes.push(change);
    if (change.table !== 'library') return;
    if (change.before) this.#count(countsOf(change.before, -1));
    if (change.after) this.#count(countsOf(change.after, 1));
  }

  #count(delta: Partial<LibraryCounts>): void {
    const counters = { ...this.#state.counters };
    for (const [name, change] of Object.entries(delta))
      counters[name as keyof LibraryCounts] += change;
    this.#state = { ...this.#state, counters };
  }
}

/** A paper is either seen or saved. */
function countsOf({ status, starred }: StoredEntry, sign: 1 | -1): Partial<LibraryCounts> {
  return { [status]: sign, seen: -sign, ...(starred && { starred: sign }) };
}

function storedEntry(entry: LibraryEntry, paper: StoredPaper): StoredEntry {
  return {
    ...entry,
    sortTitle: sortTitle(paper.title),
    published: paper.date ?? '',
    lastOpenedAtMs: entry.openedAtMs ?? 0,
  };
}
