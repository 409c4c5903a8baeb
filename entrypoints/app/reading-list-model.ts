import { batch, computed, signal } from '@preact/signals';
import type { ListFilter, SortOrder } from '../../components/paper-list/filter-bar';
import { toggled } from '../../components/paper-list/selection';
import type { RowRange } from '../../components/paper-list/window';
import { type ErrorData, toErrorData } from '../../lib/core/errors';
import type { LibrarySort, QueuePlace } from '../../lib/core/library-query';
import type { ListedPaper } from '../../lib/core/listed-paper';
import type { PaperKey, ReadingStatus } from '../../lib/core/paper';
import type { Send } from '../../lib/messages/client';
import type { ReplyOf } from '../../lib/messages/protocol';
import type { QueryProblem } from '../../lib/search/query';

/** Rows asked for at a time; a screen holds ten. */
const PAGE_ROWS = 50;
const FIRST_ROWS: RowRange = { start: 0, end: PAGE_ROWS };

const SORTS: Readonly<Record<Exclude<SortOrder, 'relevance'>, LibrarySort>> = {
  added: 'added',
  published: 'published',
  opened: 'opened',
  title: 'title',
  next: 'queue',
};

/** An answer that comes sooner replaces the rows without a flicker in between. */
const PATIENCE_MS = 120;

/** After so long what is being indexed is searched again. */
const ASK_AGAIN_MS = 1000;

/** The query says itself whether papers that are not saved are meant. */
const NAMES_STATE = /(?:^|[\s(-])is:(?:seen|saved)\b/i;

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
  readonly rows = signal<RowsState>({ kind: 'loading' });
  readonly problems = signal<readonly QueryProblem[]>([]);
  /** Not all papers were searched yet, as after a large import: more may come. */
  readonly isIndexing = signal(false);
  readonly counts = signal<ReplyOf<'library.counts'> | null>(null);
  readonly selected = signal<ReadonlySet<PaperKey>>(new Set());
  readonly activeIndex = signal(0);
  /** Set anew whenever more rows are there, so that views draw again. */
  readonly fetched = signal(0);
  readonly #listOrder = signal<SortOrder>('added');
  readonly #searchOrder = signal<SortOrder>('relevance');
  readonly #send: Send;
  #papers = new Map<number, ListedPaper>();
  #asked = new Set<number>();
  #turn = 0;
  #isFetching = false;
  /** The rows in view. */
  #range: RowRange = FIRST_ROWS;
  /** The row that was chosen last, where a range begins. */
  #anchor = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** What is searched for comes best first, what is listed last added first, unless chosen so. */
  readonly sort = computed(() =>
    this.query.value.trim() === '' ? this.#listOrder.value : this.#searchOrder.value,
  );

  /** All of "read next" in its order: rows can be moved. */
  readonly isMovable = computed(() => this.sort.value === 'next' && this.#search() === null);

  paperAt = (index: number): ListedPaper | undefined => this.#papers.get(index);

  get count(): number {
    return this.rows.value.kind === 'ready' ? this.rows.value.count : 0;
  }

  setQuery(query: string): Promise<void> {
    this.query.value = query;
    this.#goToTop();
    return this.#showAnew();
  }

  /** Another place: its operators, and the order that belongs to it. */
  setBase(base: string, order: SortOrder = 'added'): Promise<void> {
    this.base.value = base;
    this.query.value = '';
    this.#listOrder.value = order;
    this.#startOver();
    return this.#showAnew();
  }

  setFilter(filter: ListFilter): Promise<void> {
    this.filter.value = filter;
    this.#startOver();
    return this.#showAnew();
  }

  setSort(sort: SortOrder): Promise<void> {
    const order = this.query.value.trim() === '' ? this.#listOrder : this.#searchOrder;
    order.value = sort;
    this.#goToTop();
    return this.#showAnew();
  }

  /** What is listed, in a word: another list begins at its top. */
  readonly listed = computed(() =>
    [this.base.value, this.query.value, this.filter.value, this.sort.value].join('\n'),
  );

  #goToTop(): void {
    this.activeIndex.value = 0;
    this.#anchor = 0;
    this.#range = FIRST_ROWS;
  }

  #startOver(): void {
    this.#goToTop();
    this.selected.value = new Set();
  }

  /** Chooses a row or not; with `isRange` all from the last one to this, also those not here yet. */
  async select(index: number, isRange: boolean): Promise<void> {
    const paper = this.paperAt(index);
    if (!paper) return;
    const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)];
    this.#anchor = index;
    this.selected.value = isRange
      ? new Set([...this.selected.value, ...(await this.#keys(from, to + 1))])
      : toggled(this.selected.value, paper.key);
  }

  /** Chooses two rows, neighbours in view, besides those that are chosen. */
  selectBoth(one: number, other: number): void {
    const papers = [one, other].flatMap((index) => this.paperAt(index) ?? []);
    this.#anchor = other;
    this.selected.value = new Set([...this.selected.value, ...papers.map(({ key }) => key)]);
  }

  async selectAll(): Promise<void> {
    this.selected.value = new Set(await this.allKeys());
  }

  clearSelection(): void {
    this.selected.value = new Set();
  }

  /** Every paper that is listed or found, also those far below. */
  allKeys(): Promise<readonly PaperKey[]> {
    return this.#send('library.keys', { ...this.#order(), ...this.#search() });
  }

  /** Whether the list is less than the whole library. */
  get isPart(): boolean {
    return this.#search() !== null || this.filter.value !== 'all' || this.sort.value === 'next';
  }

  /** The keys of a stretch of rows, also of those not here yet. */
  async #keys(start: number, end: number): Promise<readonly PaperKey[]> {
    const here = Array.from({ length: end - start }, (_, i) => this.paperAt(start + i)?.key);
    const keys = here.filter((key) => key !== undefined);
    return keys.length === here.length ? keys : (await this.allKeys()).slice(start, end);
  }

  /** Where in "read next" a row stands once it is moved to `to`; null where it stands there already. */
  placeOf(from: number, to: number): QueuePlace | null {
    const target = Math.max(0, Math.min(this.count - 1, to));
    if (target === from) return null;
    const before = this.paperAt(target > from ? target : target - 1);
    return before ? { after: before.key } : 'first';
  }

  /** Rows of another place or query must not stand for this one, should the answer take long. */
  #showAnew(): Promise<void> {
    const answer = this.load();
    const turn = this.#turn;
    const waiting = setTimeout(() => {
      if (turn === this.#turn) this.rows.value = { kind: 'loading' };
    }, PATIENCE_MS);
    return answer.finally(() => clearTimeout(waiting));
  }

  /** The same list asked for anew after a change; the active paper stays the active one. */
  async refresh(): Promise<void> {
    const active = this.paperAt(this.activeIndex.value)?.key;
    await this.load();
    const [index] = [...this.#papers].find(([, { key }]) => key === active) ?? [];
    if (index !== undefined) this.activeIndex.value = index;
  }

  /** Asks for the rows in view; those on screen stay until the answer is there. */
  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const wanted = pagesOf(this.#range);
    try {
      const [counts, ...answers] = await Promise.all([
        this.#send('library.counts', {}),
        ...wanted.map((page) => this.#ask(page * PAGE_ROWS, PAGE_ROWS)),
      ]);
      const [answer] = answers;
      if (turn !== this.#turn || !answer) return;
      batch(() => {
        this.counts.value = counts;
        this.problems.value = answer.problems;
        this.#papers = new Map();
        this.#asked = new Set(wanted);
        for (const [i, page] of wanted.entries()) this.#keep(page, answers[i]?.rows ?? []);
        this.isIndexing.value = !answer.isWhole;
        const isWaiting = !answer.isWhole && answer.total === 0;
        this.rows.value = isWaiting ? { kind: 'loading' } : { kind: 'ready', count: answer.total };
        this.fetched.value += 1;
      });
      if (!answer.isWhole) this.#askAgain(turn);
    } catch (error) {
      if (turn === this.#turn) this.rows.value = { kind: 'failed', error: toErrorData(error) };
    }
  }

  #askAgain(turn: number): void {
    setTimeout(() => {
      if (turn === this.#turn) void this.refresh();
    }, ASK_AGAIN_MS);
  }

  /** The rows in view; those not here yet are fetched, and none that were only scrolled past. */
  async need(range: RowRange): Promise<void> {
    this.#range = range;
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      for (let page = this.#missing(); page !== undefined; page = this.#missing()) {
        await this.#fetch(page);
      }
    } finally {
      this.#isFetching = false;
    }
  }

  #missing(): number | undefined {
    return pagesOf(this.#range).find((page) => !this.#asked.has(page));
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(page);
    const { rows } = await this.#ask(page * PAGE_ROWS, PAGE_ROWS);
    if (turn !== this.#turn) return;
    this.#keep(page, rows);
    this.fetched.value += 1;
  }

  #keep(page: number, rows: readonly ListedPaper[]): void {
    for (const [i, paper] of rows.entries()) this.#papers.set(page * PAGE_ROWS + i, paper);
  }

  /** The index finds and filters; the tables alone list. */
  async #ask(offset: number, limit: number) {
    const search = this.#search();
    const { sort, status } = this.#order();
    if (search)
      return this.#send('library.search', { ...search, offset, limit, ...(sort && { sort }) });
    const order = { sort: sort ?? 'added', ...(status && { status }) };
    const listed = await this.#send('library.list', { ...order, offset, limit });
    return { ...listed, problems: [], isWhole: true };
  }

  #order(): { sort?: LibrarySort; status?: ReadingStatus } {
    const sort = this.sort.value;
    const filter = this.filter.value;
    const isStatus = filter !== 'all' && filter !== 'starred';
    return {
      ...(sort !== 'relevance' && { sort: SORTS[sort] }),
      ...(isStatus && { status: filter }),
    };
  }

  /** What is searched for, and within what; null where the tables can list by themselves. */
  #search(): { text: string; within: string } | null {
    const [text, base, filter] = [this.query.value, this.base.value, this.filter.value];
    const isListed = filter === 'all' || (filter !== 'starred' && this.sort.value !== 'next');
    if (text.trim() === '' && base === '' && isListed) return null;
    if (filter !== 'all') return { text, within: `is:${filter} ${base}`.trim() };
    const namesState = NAMES_STATE.test(text) || NAMES_STATE.test(base);
    return { text, within: namesState ? base : `is:saved ${base}`.trim() };
  }
}

/** The pages that a stretch of rows lies on. */
function pagesOf({ start, end }: RowRange): number[] {
  const first = Math.floor(start / PAGE_ROWS);
  const last = Math.max(first, Math.ceil(end / PAGE_ROWS) - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
