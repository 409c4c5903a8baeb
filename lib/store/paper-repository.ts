import { stampMs } from '../core/hlc';
import type { LibraryCounts, LibrarySort, ListQuery } from '../core/library-query';
import { NO_COUNTS } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import type {
  JournalEntry,
  PaperkinDatabase,
  Removal,
  Sighting,
  StoredEntry,
  StoredPaper,
} from './database';
import type { WriterState } from './operation';

/** A paper and, when it is saved, its entry. */
export interface FoundPaper {
  readonly paper: StoredPaper;
  readonly entry?: StoredEntry;
}

const SORT_FIELDS = {
  added: 'addedAtMs',
  opened: 'lastOpenedAtMs',
  published: 'published',
  title: 'sortTitle',
  queue: 'queueRank',
} as const satisfies Record<LibrarySort, keyof StoredEntry>;

type ReadingOrder = Pick<ListQuery, 'status' | 'sort'>;

const ASCENDING: ReadonlySet<LibrarySort> = new Set(['title', 'queue']);

/** From here on a list is read by its ids: IndexedDB walks past every row that stands before. */
const FAR_ROWS = 2000;

/** Every question the rest of the extension asks of the database. Reads only. */
export class PaperRepository {
  /** The order asked for last, as it was at a revision. */
  #kept: { readonly order: string; readonly rev: number; readonly ids: PaperKey[] } | null = null;

  constructor(readonly db: PaperkinDatabase) {}

  /** In the order of the keys; undefined where a key names no paper. */
  async find(keys: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    // Nearly all keys are paper ids themselves: the others are asked for once more.
    const [aliases, found] = await Promise.all([
      this.db.aliases.bulkGet([...keys]),
      this.get(keys),
    ]);
    const others = keys.flatMap((key, place) => {
      const id = aliases[place]?.paperId ?? key;
      return id === key ? [] : [{ id, place }];
    });
    const papers = others.length > 0 ? await this.get(others.map(({ id }) => id)) : [];
    for (const [i, { place }] of others.entries()) found[place] = papers[i];
    return found;
  }

  /** The same by paper id, which asks one table less. */
  async get(ids: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    const [papers, entries] = await Promise.all([
      this.db.papers.bulkGet([...ids]),
      this.db.library.bulkGet([...ids]),
    ]);
    return papers.map((paper, i) => paper && { paper, ...(entries[i] && { entry: entries[i] }) });
  }

  /** One page of the reading list. Newest, or first in the alphabet or the queue, first. */
  async list(query: ListQuery): Promise<FoundPaper[]> {
    const { offset, limit } = query;
    const isFar = offset >= FAR_ROWS;
    const entries = await (isFar
      ? this.#farEntries(query)
      : this.#inOrder(query).offset(offset).limit(limit).toArray());
    const papers = await this.db.papers.bulkGet(entries.map(({ id }) => id));
    return entries.flatMap((entry, i) => (papers[i] ? [{ paper: papers[i], entry }] : []));
  }

  /**
   * The same papers in the order of the reading list; what is not saved comes last. The queue holds
   * only what was put there.
   */
  async sorted(ids: readonly PaperKey[], sort: LibrarySort): Promise<PaperKey[]> {
    const wanted = new Set(ids);
    const ordered = (await this.#keptIds({ sort })).filter((id) => wanted.delete(id));
    return sort === 'queue' ? ordered : [...ordered, ...wanted];
  }

  /** How many papers stand in "read next". */
  queueLength(): Promise<number> {
    return this.db.library.where('queueRank').above(Number.NEGATIVE_INFINITY).count();
  }

  async counts(): Promise<LibraryCounts> {
    const state = (await this.meta('writer')) as WriterState | undefined;
    return state?.counters ?? NO_COUNTS;
  }

  /** The revision that the last change of a paper was given; 0 where there was none. */
  async latestRev(): Promise<number> {
    return ((await this.meta('writer')) as WriterState | undefined)?.rev ?? 0;
  }

  /** The value kept under a name in the table `meta`. */
  async meta(name: string): Promise<unknown> {
    return (await this.db.meta.get(name))?.value;
  }

  /** The whole of a reading list, of which `list` gives the pages. */
  allIds(query: ReadingOrder = { sort: 'added' }): Promise<PaperKey[]> {
    return this.#inOrder(query).primaryKeys();
  }

  /** What stands for each saved paper in the library, in the order of their ids. */
  allEntries(): Promise<StoredEntry[]> {
    return this.db.library.toArray();
  }

  async #farEntries(query: ListQuery): Promise<StoredEntry[]> {
    const ids = (await this.#keptIds(query)).slice(query.offset, query.offset + query.limit);
    const entries = await this.db.library.bulkGet(ids);
    return entries.filter((entry) => entry !== undefined);
  }

  /** The same as `allIds`, kept until the next change of a paper. */
  async #keptIds({ status, sort }: ReadingOrder): Promise<readonly PaperKey[]> {
    const order = `${status} ${sort}`;
    const rev = await this.latestRev();
    if (this.#kept?.order !== order || this.#kept.rev !== rev) {
      this.#kept = { order, rev, ids: await this.allIds({ sort, ...(status && { status }) }) };
    }
    return this.#kept.ids;
  }

  #inOrder({ status, sort }: ReadingOrder) {
    const field = SORT_FIELDS[sort];
    const inOrder =
      status && sort !== 'queue'
        ? this.db.library
            .where(`[status+${field}]`)
            .between([status, -Infinity], [status, []], true, true)
        : this.db.library.orderBy(field);
    return ASCENDING.has(sort) ? inOrder : inOrder.reverse();
  }

  /** Tags or lists in use and how many papers carry each, sorted by name. */
  labels(field: 'tags' | 'lists'): Promise<{ name: string; count: number }[]> {
    const { library } = this.db;
    return this.db.transaction('r', library, async () => {
      // A count walks within the database; a cursor over all papers would hand over each of them.
      const names = await library.orderBy(field).uniqueKeys();
      const counts = names.map((name) => library.where(field).equals(name).count());
      return (await Promise.all(counts)).map((count, i) => ({ name: String(names[i]), count }));
    });
  }

  /** Papers in the bin, the last removed first. */
  async binned(): Promise<FoundPaper[]> {
    const binned = await this.db.bin.orderBy('deletedAtMs').reverse().toArray();
    const papers = await this.db.papers.bulkGet(binned.map(({ id }) => id));
    return binned.flatMap(({ entry }, i) => (papers[i] ? [{ paper: papers[i], entry }] : []));
  }

  /** What the user did to a paper, as far as it is remembered. */
  operationsOn(id: PaperKey): Promise<JournalEntry[]> {
    return this.db.journal.where('ids').equals(id).toArray();
  }

  /** Where and when a paper was seen, the latest first. */
  async sightings(id: PaperKey): Promise<Sighting[]> {
    const all = await this.db.sightings.where('paperId').equals(id).sortBy('atMs');
    return all.toReversed();
  }

  /** Seen, not saved and not dismissed, the last seen first. */
  async recentlySeen(limit: number): Promise<StoredPaper[]> {
    const papers = await this.db.papers.orderBy('evictAtMs').reverse().limit(limit).toArray();
    const dismissed = await this.db.dismissals.bulkGet(papers.map(({ id }) => id));
    return papers.filter((_, i) => !dismissed[i]);
  }

  /** The entries added last, the latest first. */
  lastAdded(limit: number): Promise<StoredEntry[]> {
    return this.db.library.orderBy('addedAtMs').reverse().limit(limit).toArray();
  }

  /** The papers dismissed last. */
  async lastDismissed(limit: number): Promise<StoredPaper[]> {
    const dismissals = await this.db.dismissals.toArray();
    const last = dismissals.sort((a, b) => stampMs(b.stamp) - stampMs(a.stamp)).slice(0, limit);
    const papers = await this.db.papers.bulkGet(last.map(({ id }) => id));
    return papers.filter((paper) => paper !== undefined);
  }

  /** Which of the papers are dismissed. */
  async dismissedAmong(ids: readonly PaperKey[]): Promise<ReadonlySet<PaperKey>> {
    const found = await this.db.dismissals.bulkGet([...ids]);
    return new Set(found.flatMap((one) => one?.id ?? []));
  }

  /** Papers changed after a revision, in that order; what an index has yet to read. */
  async changedSince(rev: number, limit: number): Promise<FoundPaper[]> {
    const papers = await this.db.papers.where('rev').above(rev).limit(limit).toArray();
    const entries = await this.db.library.bulkGet(papers.map(({ id }) => id));
    return papers.map((paper, i) => ({ paper, ...(entries[i] && { entry: entries[i] }) }));
  }

  /** Papers that are no more, since a revision. */
  removedSince(rev: number): Promise<Removal[]> {
    return this.db.removals.where('rev').above(rev).toArray();
  }
}
