import { type DBCore, Dexie, type Table } from 'dexie';
import { AppError } from '../core/errors';
import type { Stamp } from '../core/hlc';
import type { LibraryEntry } from '../core/library-entry';
import type { PaperKey, PaperRow } from '../core/paper';
import type { Settings } from '../core/settings';
import { watchRequests } from './watch-requests';

/** A row of `papers` as stored: what is known, and when and where it was met. */
export interface StoredPaper extends PaperRow {
  /** First met (UTC, milliseconds), and on which page (page-address.ts). */
  readonly firstSeenAtMs: number;
  readonly firstSeenOn: string;
  /** Met again since: on another page, or on another day. */
  readonly seenAgain: boolean;
  /** Last met; only on papers that are not saved, so that its index is the order of eviction. */
  readonly evictAtMs?: number;
}

/** An identifier or `t:` key, and the paper that it names. */
export interface Alias {
  readonly key: PaperKey;
  readonly paperId: PaperKey;
}

/** A row of `library`: the entry, and two facts of its paper that lists are sorted by. */
export interface StoredEntry extends LibraryEntry {
  readonly sortTitle: string;
  readonly published: string;
  /** 0 while never opened, so that sorting by it leaves nothing out. */
  readonly lastOpenedAtMs: number;
}

/** A paper that is no more (joined with another, or evicted), for indexes that still hold it. */
export interface Removal {
  readonly id: PaperKey;
  readonly rev: number;
}

/** Where and when a paper was met. One for each paper, page and day. */
export interface Sighting {
  readonly paperId: PaperKey;
  /** Canonical address of the page. */
  readonly feed: string;
  /** Local calendar day, `2031-01-05`. */
  readonly day: string;
  readonly atMs: number;
  /** Place on the page, 0 first. */
  readonly rank: number;
  readonly upvotes?: number;
}

/** What one operation changed in one table row: enough to take it back. */
export type Change =
  | {
      readonly table: 'library';
      readonly id: PaperKey;
      readonly before: StoredEntry | null;
      readonly after: StoredEntry | null;
    }
  | { readonly table: 'dismissals'; readonly id: PaperKey }
  | { readonly table: 'settings'; readonly before: Settings; readonly after: Settings }
  | {
      readonly table: 'papers';
      readonly id: PaperKey;
      readonly before: StoredPaper | null;
      readonly after: StoredPaper | null;
    };

/** One thing the user did. Kept 30 days: for undo, and so that a replay gets its first answer. */
export interface JournalEntry {
  readonly opId: string;
  readonly kind: OperationKind;
  readonly atMs: number;
  /** The papers it touched, as they were named then. */
  readonly ids: readonly PaperKey[];
  readonly changes: readonly Change[];
  /** Operations of one import share it, and are undone together. */
  readonly groupId?: string;
  /** The operation that took this one back. */
  readonly undoneBy?: string;
}

export type OperationKind =
  | 'save'
  | 'edit'
  | 'remove'
  | 'merge'
  | 'import'
  | 'dismiss'
  | 'undo'
  | 'restore';

/** A removed entry, whole, until it is restored or 30 days are over. */
export interface BinEntry {
  readonly id: PaperKey;
  readonly entry: StoredEntry;
  readonly deletedAtMs: number;
}

/** When an entry was last removed; kept for ever, so that no other machine brings it back. */
export interface Tombstone {
  readonly id: PaperKey;
  readonly deleted: Stamp;
}

/** A paper the user does not want to be shown as related again. */
export interface Dismissal {
  readonly id: PaperKey;
  readonly stamp: Stamp;
}

/** One named value: counters, clock, settings. */
export interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** Longest wait for a database to open; a page with another version of it may be in the way. */
const OPEN_TIMEOUT_MS = 8000;

/** Dexie's version 1 is the browser's version 10. */
const DEXIE_VERSION_FACTOR = 10;

/**
 * The database `paperkin`. Facts of a paper (`papers`) stand apart from what its reader made of it
 * (`library`); `aliases` is what makes a paper one record. Everything else that the extension
 * keeps (indexes, snapshots) lives in databases of its own and can be rebuilt.
 */
export class PaperkinDatabase extends Dexie {
  readonly #opening: Opening;
  declare papers: Table<StoredPaper, PaperKey>;
  declare aliases: Table<Alias, PaperKey>;
  declare library: Table<StoredEntry, PaperKey>;
  declare sightings: Table<Sighting, [PaperKey, string, string]>;
  declare journal: Table<JournalEntry, string>;
  declare bin: Table<BinEntry, PaperKey>;
  declare tombstones: Table<Tombstone, PaperKey>;
  declare dismissals: Table<Dismissal, PaperKey>;
  declare removals: Table<Removal, PaperKey>;
  declare meta: Table<MetaRow, string>;

  constructor(options: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange; name?: string }) {
    const opening: Opening = { request: null };
    // Strict: what the user was told is saved is on disk, not only with the operating system.
    super(options.name ?? 'paperkin', {
      indexedDB: noteOpening(options.indexedDB, opening),
      IDBKeyRange: options.IDBKeyRange,
      chromeTransactionDurability: 'strict',
    });
    this.#opening = opening;
    // A newer version waits for this one to let go; the next message opens the database again.
    this.on('versionchange', () => this.close({ disableAutoOpen: false }));
    watchRequests(this);
    this.#refuseToWriteToNewer();
    this.version(1).stores({
      papers: 'id, &rev, evictAtMs',
      aliases: 'key, paperId',
      library:
        'id, addedAtMs, lastOpenedAtMs, published, sortTitle, queueRank, citationKey, *tags, *lists,' +
        '[status+addedAtMs], [status+lastOpenedAtMs], [status+published], [status+sortTitle]',
      sightings: '[paperId+feed+day], paperId, atMs',
      journal: 'opId, atMs, groupId, *ids',
      bin: 'id, deletedAtMs',
      tombstones: 'id',
      dismissals: 'id',
      removals: 'id, rev',
      meta: 'name',
    });
  }

  /** Dexie opens what a newer version made; reading that is right, writing to it is not. */
  #refuseToWriteToNewer(): void {
    const refuseNewer = () => {
      if (this.backendDB().version <= this.verno * DEXIE_VERSION_FACTOR) return;
      throw new AppError('storage-newer', 'a newer version of Paperkin has changed the library');
    };
    const guard = (core: DBCore, name: string) => {
      const table = core.table(name);
      const mutate: typeof table.mutate = (request) => {
        refuseNewer();
        return table.mutate(request);
      };
      return { ...table, mutate };
    };
    this.use({
      stack: 'dbcore',
      name: 'refuse-to-write-to-newer',
      create: (core) => ({ ...core, table: (name) => guard(core, name) }),
    });
  }

  /** Gives up after eight seconds. However it failed, the next request tries again. */
  override open(): ReturnType<Dexie['open']> {
    const timer = setTimeout(() => {
      // A change of the schema may take its time: then the database is there already.
      if (this.isOpen()) return;
      giveUp(this.#opening);
      this.close();
    }, OPEN_TIMEOUT_MS);
    const opening = super.open();
    opening
      .catch(() => setTimeout(() => this.close({ disableAutoOpen: false }))) // once all are told
      .finally(() => clearTimeout(timer));
    return opening;
  }
}

/** The last request to open the database. */
interface Opening {
  request: IDBOpenDBRequest | null;
}

function noteOpening(factory: IDBFactory, opening: Opening): IDBFactory {
  if (!factory) return factory; // as Firefox has it where history is switched off
  return {
    open(name, version) {
      opening.request = version === undefined ? factory.open(name) : factory.open(name, version);
      return opening.request;
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (a, b) => factory.cmp(a, b),
  };
}

/** What nobody waits for any more changes nothing when it comes, and holds up nobody else. */
function giveUp({ request }: Opening): void {
  if (!request) return;
  request.onupgradeneeded = () => request.transaction?.abort();
  request.onsuccess = () => request.result.close();
  request.onerror = (event) => event.preventDefault();
}
