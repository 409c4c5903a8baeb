import type { Theme } from '../core/badge-view';
import type { ListBar, ListBarHandlers, ListBarView } from '../core/list-bar-view';
import type { PaperKey } from '../core/paper';
import type { OperationId } from '../messages/payloads';
import type { PageSession } from './page-session';
import { RowDimming } from './row-dimming';
import type { OrderedRow } from './row-groups';
import { RowOrder } from './row-order';
import { isKept, isListedAsNew, makeFilter, type SessionPaper, wasMet } from './session-paper';

export interface ListingToolsOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly session: PageSession;
  readonly address: () => URL;
  readonly isOwnNode: (node: Node) => boolean;
  readonly makeBar: (handlers: ListBarHandlers) => ListBar;
  /** "Saved 4 papers." */
  readonly savedText: (count: number) => string;
  /** Asks in a page of ours how these shall leave. */
  readonly exportPapers: (keys: readonly PaperKey[]) => void;
}

/**
 * What can be done with a listing as a whole: choosing many papers to save at once, dimming those
 * met before, and putting the closest to the library first. All of it for one visit of one address,
 * and taken back when that ends.
 */
export class ListingTools {
  readonly #options: ListingToolsOptions;
  readonly #dimming: RowDimming;
  readonly #order = new RowOrder();
  #bar: ListBar | null = null;
  #place = '';
  #chosen: Set<PaperKey> | null = null;
  #hasBoxes = false;
  #lastTicked: PaperKey | null = null;
  #filter = '';
  #isDimOn = false;
  #isBusy = false;
  #failed: string | undefined;
  #saved: { readonly keys: readonly PaperKey[]; readonly opId: OperationId } | null = null;
  #isRefreshing = false;

  constructor(options: ListingToolsOptions) {
    this.#options = options;
    this.#dimming = new RowDimming(options.document, options.signal);
    options.signal.addEventListener('abort', () => this.#leave());
    options.document.addEventListener('keydown', (event) => this.#onKey(event), {
      signal: options.signal,
    });
  }

  /** The page or what is known of it changed; many calls in one turn are one piece of work. */
  refresh(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    queueMicrotask(() => {
      this.#isRefreshing = false;
      if (!this.#options.signal.aborted) this.#follow();
    });
  }

  setTheme(theme: Theme): void {
    this.#bar?.setTheme(theme);
  }

  /** A box in the page was ticked or cleared; with `range`, all since the last one. */
  choose(key: PaperKey, range: boolean): void {
    if (!this.#chosen) this.#setChoosing(true);
    const isOn = this.#chosen?.has(key) === false;
    const keys = range && this.#lastTicked ? this.#between(this.#lastTicked, key) : [key];
    this.#lastTicked = key;
    this.#tick(keys, isOn);
  }

  #setChoosing(isOn: boolean): void {
    this.#chosen = isOn ? new Set() : null;
    this.#lastTicked = null;
    this.#filter = '';
    this.#failed = undefined;
    this.#follow();
  }

  #setFilter(text: string): void {
    this.#filter = text;
    this.#follow();
  }

  #chooseAllNew(): void {
    const fits = makeFilter(this.#filter);
    const isNew = (paper: SessionPaper) => paper.view.state === 'new' && isListedAsNew(paper);
    const papers = this.#options.session.papers.filter((paper) => isNew(paper) && fits(paper));
    this.#tick(
      papers.map(({ key }) => key),
      true,
    );
  }

  #saveChosen(): void {
    const keys = [...(this.#chosen ?? [])];
    void this.#run(async () => {
      const { opId, failed } = await this.#options.session.save(keys);
      if (failed !== undefined) return failed;
      this.#saved = opId === undefined ? null : { opId, keys };
      this.#setChoosing(false);
      return undefined;
    });
  }

  #exportChosen(): void {
    const { session, exportPapers } = this.#options;
    const fits = makeFilter(this.#filter);
    const chosen = session.papers.filter(({ key }) => this.#chosen?.has(key));
    const leaving = chosen.length > 0 ? chosen : session.papers.filter(fits);
    exportPapers(leaving.map(({ key }) => key));
  }

  #takeBack(): void {
    const saved = this.#saved;
    if (!saved) return;
    void this.#run(async () => {
      const { failed } = await this.#options.session.undo(saved.keys, saved.opId);
      if (failed === undefined) this.#saved = null;
      return failed;
    });
  }

  #setDim(isOn: boolean): void {
    this.#isDimOn = isOn;
    this.#follow();
  }

  #setSort(isOn: boolean): void {
    if (!isOn) {
      this.#order.restore();
      this.#follow();
      return;
    }
    void this.#run(async () => {
      const place = this.#place;
      await this.#options.session.rankAll();
      if (place !== this.#place || this.#options.signal.aborted) return undefined;
      this.#order.sort(this.#orderedRows(), this.#options.isOwnNode);
      return undefined;
    });
  }

  #handlers(): ListBarHandlers {
    return {
      onChoosing: (isOn) => this.#setChoosing(isOn),
      onFilter: (text) => this.#setFilter(text),
      onChooseAllNew: () => this.#chooseAllNew(),
      onSaveChosen: () => this.#saveChosen(),
      onExportChosen: () => this.#exportChosen(),
      onUndo: () => this.#takeBack(),
      onDim: (isOn) => this.#setDim(isOn),
      onSort: (isOn) => this.#setSort(isOn),
    };
  }

  /** Alt+Shift+D dims and lights: three keys at once are nobody's accident. */
  #onKey(event: KeyboardEvent): void {
    const isOurs = event.isTrusted && event.altKey && event.shiftKey && event.code === 'KeyD';
    if (!isOurs || event.ctrlKey || event.metaKey || !this.#bar) return;
    event.preventDefault();
    this.#setDim(!this.#isDimOn);
  }

  /** One piece of work at a time; answers what failed, if anything did. */
  async #run(work: () => Promise<string | undefined>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#failed = undefined;
    this.#follow();
    this.#failed = await work();
    this.#isBusy = false;
    this.refresh();
  }

  #follow(): void {
    const { session, address, isOwnNode } = this.#options;
    const { pathname, search } = address();
    if (this.#place !== pathname + search) this.#leave();
    this.#place = pathname + search;
    if (!session.isListing) {
      this.#leave();
      return;
    }
    const { isSorted } = this.#order;
    if (isSorted && this.#order.isOutdated(this.#orderedRows(), isOwnNode)) this.#order.restore();
    this.#showBoxes();
    this.#dim();
    this.#bar ??= this.#options.makeBar(this.#handlers());
    this.#bar.update(this.#view());
  }

  /** The visit is over: nothing of it is left in the page. */
  #leave(): void {
    this.#order.restore();
    this.#chosen = null;
    this.#showBoxes();
    this.#dimming.set([]);
    this.#bar?.remove();
    this.#bar = null;
    this.#filter = '';
    this.#isDimOn = false;
    this.#failed = undefined;
    this.#saved = null;
  }

  #view(): ListBarView {
    const { session, savedText } = this.#options;
    const { papers } = session;
    return {
      found: papers.length,
      saved: papers.filter(isKept).length,
      chosen: this.#chosen?.size ?? null,
      filter: this.#filter,
      dim: { isOn: this.#isDimOn, count: papers.filter(wasMet).length },
      canSort: () => this.#canSort(),
      isSorted: this.#order.isSorted,
      ...(this.#isBusy && { busy: true }),
      ...(this.#failed !== undefined && { failed: this.#failed }),
      ...(this.#saved && { undoable: savedText(this.#saved.keys.length) }),
    };
  }

  #showBoxes(): void {
    if (!this.#chosen && !this.#hasBoxes) return;
    this.#hasBoxes = this.#chosen !== null;
    for (const paper of this.#options.session.papers) {
      const { key } = paper;
      if (isKept(paper)) this.#chosen?.delete(key);
      const isBox = this.#chosen !== null && !isKept(paper);
      this.#options.session.setChosen(paper, isBox ? this.#chosen?.has(key) : undefined);
    }
  }

  #dim(): void {
    if (!this.#isDimOn && this.#filter === '') {
      this.#dimming.set([]);
      return;
    }
    const fits = makeFilter(this.#filter);
    const rows = [...this.#options.session.rows].filter(
      ({ paper }) => (this.#isDimOn && wasMet(paper)) || !fits(paper),
    );
    this.#dimming.set(rows.map(({ sighting }) => sighting.row ?? []));
  }

  #tick(keys: readonly PaperKey[], isOn: boolean): void {
    for (const key of keys) {
      if (isOn) this.#chosen?.add(key);
      else this.#chosen?.delete(key);
    }
    this.#follow();
  }

  /** The papers from one to another as they stand on the screen, both included. */
  #between(from: PaperKey, to: PaperKey): PaperKey[] {
    const places = this.#options.session.papers.map(({ key, rows }) => {
      const [row] = rows;
      const { top = 0, left = 0 } = row?.sighting.row?.[0]?.getBoundingClientRect() ?? {};
      return { key, top, left };
    });
    places.sort((a, b) => a.top - b.top || a.left - b.left);
    const keys = places.map(({ key }) => key);
    const ends = [keys.indexOf(from), keys.indexOf(to)].sort((a, b) => a - b);
    return keys.slice(ends[0], (ends[1] ?? 0) + 1);
  }

  /** All rows that can be put in order, or the first so many. */
  #orderedRows(atMost = Number.POSITIVE_INFINITY): OrderedRow[] {
    const ordered: OrderedRow[] = [];
    for (const { sighting, paper } of this.#options.session.rows) {
      const { key, row } = sighting;
      if (row) ordered.push({ key, elements: row, score: paper.liking });
      if (ordered.length >= atMost) break;
    }
    return ordered;
  }

  /** Most often the first few rows tell; all two thousand of a page would take a frame. */
  #canSort(): boolean {
    const { isOwnNode } = this.#options;
    return (
      this.#order.isSorted ||
      this.#order.canSort(this.#orderedRows(PROBED), isOwnNode) ||
      this.#order.canSort(this.#orderedRows(), isOwnNode)
    );
  }
}

/** Rows looked at first when asking whether there is anything to sort. */
const PROBED = 50;
