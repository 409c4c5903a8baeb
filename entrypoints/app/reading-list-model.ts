import { batch, signal } from '@preact/signals';
import type { ListFilter, SortOrder } from '../../components/paper-list/filter-bar';
import type { RowRange } from '../../components/paper-list/window';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { LibraryCounts, LibrarySort } from '../../lib/core/library-query';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperKey, ReadingStatus } from '../../lib/core/paper';
import type { Send } from '../../lib/messages/client';
import type { QueryProblem } from '../../lib/search/query';

/** Rows asked for at a time; a screen holds ten. */
const PAGE_ROWS = 50;
/** More hits than anybody looks through; the query can say more instead. */
const MAX_HITS = 500;

const SORTS: Readonly<Record<SortOrder, LibrarySort>> = {
  relevance: 'added',
  added: 'added',
  published: 'published',
  opened: 'opened',
  title: 'title',
  next: 'queue',
};

export type RowsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'ready'; readonly count: number };

/** The reading list as a page shows it: what is asked for, and the rows that were fetched so far. */
export class ReadingListModel {
  /** Operators that stand before what is typed: a list, a tag, a saved search. */
  readonly base = signal('');
  readonly query = signal('');
  readonly filter = signal<ListFilter>('all');
  readonly sort = signal<SortOrder>('added');
  readonly rows = signal<RowsState>({ kind: 'loading' });
  readonly problems = signal<readonly QueryProblem[]>([]);
  readonly counts = signal<LibraryCounts | null>(null);
  readonly selected = signal<ReadonlySet<PaperKey>>(new Set());
  readonly activeIndex = signal(0);
  /** Set anew whenever more rows are there, so that views draw again. */
  readonly fetched = signal(0);
  readonly #send: Send;
  #papers = new Map<number, ListedPaper>();
  #asked = new Set<number>();
  #turn = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  paperAt = (index: number): ListedPaper | undefined => this.#papers.get(index);

  get papers(): readonly ListedPaper[] {
    return [...this.#papers.entries()].sort(([a], [b]) => a - b).map(([, paper]) => paper);
  }

  setQuery(query: string): Promise<void> {
    this.query.value = query;
    this.activeIndex.value = 0;
    return this.load();
  }

  setBase(base: string): Promise<void> {
    this.base.value = base;
    this.query.value = '';
    this.activeIndex.value = 0;
    this.selected.value = new Set();
    return this.load();
  }

  setFilter(filter: ListFilter): Promise<void> {
    this.filter.value = filter;
    this.activeIndex.value = 0;
    this.selected.value = new Set();
    return this.load();
  }

  setSort(sort: SortOrder): Promise<void> {
    this.sort.value = sort;
    return this.load();
  }

  /** Asks anew; rows on screen stay until the answer is there. */
  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const [counts, answer] = await Promise.all([
        this.#send('library.counts', {}),
        this.#ask(0, PAGE_ROWS),
      ]);
      if (turn !== this.#turn) return;
      batch(() => {
        this.counts.value = counts;
        this.problems.value = answer.problems;
        this.#papers = new Map(answer.rows.entries());
        this.#asked = new Set([0]);
        this.rows.value = { kind: 'ready', count: answer.total };
        this.fetched.value += 1;
      });
    } catch (error) {
      if (turn === this.#turn) this.rows.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  /** The rows in view; those not here yet are fetched. */
  async need({ start, end }: RowRange): Promise<void> {
    if (this.#searchText() !== '') return;
    const turn = this.#turn;
    for (let page = Math.floor(start / PAGE_ROWS); page * PAGE_ROWS < end; page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      const { rows } = await this.#ask(page * PAGE_ROWS, PAGE_ROWS);
      if (turn !== this.#turn) return;
      for (const [i, paper] of rows.entries()) this.#papers.set(page * PAGE_ROWS + i, paper);
      this.fetched.value += 1;
    }
  }

  /** Whether the list is less than the whole library. */
  get isPart(): boolean {
    return this.#searchText() !== '' || this.filter.value !== 'all' || this.sort.value === 'next';
  }

  /** The papers of the list, in its order: also those that no row was fetched of. */
  allKeys(): Promise<readonly PaperKey[]> {
    const text = this.#searchText();
    return this.#send('library.keys', { ...this.#order(), ...(text !== '' && { text }) });
  }

  /** The index finds and filters; the tables alone list. */
  async #ask(offset: number, limit: number) {
    const text = this.#searchText();
    if (text !== '') return this.#send('library.search', { text, limit: MAX_HITS });
    const page = await this.#send('library.list', { ...this.#order(), offset, limit });
    return { ...page, problems: [] };
  }

  #order(): { sort: LibrarySort; status?: ReadingStatus } {
    const filter = this.filter.value;
    const isStatus = filter !== 'all' && filter !== 'starred';
    return { sort: SORTS[this.sort.value], ...(isStatus && { status: filter }) };
  }

  #searchText(): string {
    const query = `${this.base.value} ${this.query.value}`.trim();
    const filter = this.filter.value;
    if (filter === 'starred') return `${query} is:starred`.trim();
    if (query === '') return '';
    return filter === 'all' ? `${query} is:saved` : `${query} is:${filter}`;
  }
}
