import type { LibraryCounts, LibrarySort, ListQuery } from '../core/library-query';
import { NO_COUNTS } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import type { PaperkinDatabase, Removal, StoredEntry, StoredPaper } from './database';

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

/** Every question the rest of the extension asks of the database. Reads only. */
export class PaperRepository {
  constructor(readonly db: PaperkinDatabase) {}

  /** In the order of the keys; undefined where a key names no paper. */
  async find(keys: readonly PaperKey[]): Promise<(FoundPaper | undefined)[]> {
    const aliases = await this.db.aliases.bulkGet([...keys]);
    const ids = keys.map((key, i) => aliases[i]?.paperId ?? key);
    return this.get(ids);
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
  async list({ status, sort, offset, limit }: ListQuery): Promise<FoundPaper[]> {
    const field = SORT_FIELDS[sort];
    const isAscending = sort === 'title' || sort === 'queue';
    const inOrder =
      status && sort !== 'queue'
        ? this.db.library
            .where(`[status+${field}]`)
            .between([status, -Infinity], [status, []], true, true)
        : this.db.library.orderBy(field);
    const ordered = isAscending ? inOrder : inOrder.reverse();
    const entries = await ordered.offset(offset).limit(limit).toArray();
    const papers = await this.db.papers.bulkGet(entries.map(({ id }) => id));
    return entries.flatMap((entry, i) => (papers[i] ? [{ paper: papers[i], entry }] : []));
  }

  async counts(): Promise<LibraryCounts> {
    const row = await this.db.meta.get('writer');
    return (row?.value as { counters: LibraryCounts } | undefined)?.counters ?? NO_COUNTS;
  }

  async allIds(): Promise<PaperKey[]> {
    return this.db.library.orderBy('addedAtMs').reverse().primaryKeys();
  }

  /** Tags and lists in use, sorted. */
  async labels(): Promise<{ tags: string[]; lists: string[] }> {
    const [tags, lists] = await Promise.all([
      this.db.library.orderBy('tags').uniqueKeys(),
      this.db.library.orderBy('lists').uniqueKeys(),
    ]);
    return { tags: tags.map(String), lists: lists.map(String) };
  }

  /** Seen, not saved and not dismissed, the last seen first. */
  async recentlySeen(limit: number): Promise<StoredPaper[]> {
    const papers = await this.db.papers.orderBy('evictAtMs').reverse().limit(limit).toArray();
    const dismissed = await this.db.dismissals.bulkGet(papers.map(({ id }) => id));
    return papers.filter((_, i) => !dismissed[i]);
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
