import type { BadgePlace, PageBadge, Theme } from '../core/badge-view';
import { AppError } from '../core/errors';
import type { PaperKey } from '../core/paper';
import type { Sighting } from '../sites/site-adapter';
import { type DrawnBadge, findPlace, fitBadges, moveBadge, UNMOVED } from './place-badge';
import type { SessionPaper, SessionRow } from './session-paper';

export interface PageRowsOptions {
  readonly document: Document;
  readonly makeBadge: (key: PaperKey) => PageBadge;
  readonly paperOf: (key: PaperKey) => SessionPaper | undefined;
  /** Told when rows come near what is in view, once a row. */
  readonly onNear: (papers: ReadonlySet<SessionPaper>) => void;
}

/** With more rows than this, only those near the view get controls, are read, and count as seen. */
export const LONG_LISTING = 500;
/** A page that takes a row's control away this often does not want it there. */
const MAX_MOUNTS = 20;
/** Typesetters and frameworks change what stands in a title, not far below it. */
const MAX_TITLE_DEPTH = 6;

/** The rows of a page and the controls in them, kept in line with what was read last. */
export class PageRows {
  readonly #options: PageRowsOptions;
  readonly #rows = new Map<Element, SessionRow>();
  /** By the host of the row's control. */
  readonly #rowOf = new WeakMap<Element, SessionRow>();
  readonly #mounts = new WeakMap<Element, number>();
  readonly #near: IntersectionObserver;
  /** Tells where new controls came to stand, once the browser has laid them out by itself. */
  readonly #drawn: IntersectionObserver;
  #theme: Theme = 'light';

  constructor(options: PageRowsOptions) {
    this.#options = options;
    const view = options.document.defaultView;
    if (!view) throw new AppError('page-unreadable', 'the page has no window');
    this.#near = new view.IntersectionObserver((entries) => this.#mountNear(entries), {
      rootMargin: '100% 0px',
    });
    this.#drawn = new view.IntersectionObserver((entries) => this.#fit(entries));
  }

  get all(): Iterable<SessionRow> {
    return this.#rows.values();
  }

  follow(sightings: readonly Sighting[]): void {
    this.#dropStale(sightings);
    const found: SessionRow[] = [];
    for (const sighting of sightings) {
      const { anchor, key } = sighting;
      const paper = this.#options.paperOf(key);
      if (!paper || this.#rows.has(anchor)) continue;
      const row = { sighting, paper, badge: null, place: UNMOVED };
      paper.rows.add(row);
      this.#rows.set(anchor, row);
      found.push(row);
      this.#near.observe(anchor);
    }
    if (sightings.length <= LONG_LISTING) this.#mount(found);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const { badge } of this.#rows.values()) badge?.setTheme(theme);
  }

  /** The window has another size, or texts another font. */
  fit(): void {
    for (const { badge } of this.#rows.values()) if (badge) this.#measure(badge);
  }

  /** Texts beside controls changed within these nodes. */
  fitWithin(touched: Iterable<Node>): void {
    for (const node of touched) {
      const row = this.#rowAround(node);
      if (row?.badge) this.#measure(row.badge);
    }
  }

  #rowAround(node: Node): SessionRow | undefined {
    let at: Node | null = node;
    for (let depth = 0; at && depth < MAX_TITLE_DEPTH; depth += 1) {
      const row = this.#rows.get(at as Element);
      if (row) return row;
      at = at.parentNode;
    }
    return undefined;
  }

  clear(): void {
    for (const [anchor, row] of this.#rows) this.#drop(anchor, row);
  }

  /** Rows that left the page or now name another paper lose their control. */
  #dropStale(sightings: readonly Sighting[]): void {
    if (this.#rows.size === 0) return;
    const keys = new Map(sightings.map(({ anchor, key }) => [anchor, key]));
    for (const [anchor, row] of this.#rows) {
      const isThere = keys.get(anchor) === row.sighting.key;
      const isPlaced = row.badge === null || row.badge.host.isConnected;
      if (!isThere || !isPlaced) this.#drop(anchor, row);
    }
  }

  #drop(anchor: Element, row: SessionRow): void {
    if (row.badge) this.#drawn.unobserve(row.badge.host);
    row.badge?.host.remove();
    row.paper.rows.delete(row);
    this.#near.unobserve(anchor);
    this.#rows.delete(anchor);
  }

  #mountNear(entries: readonly IntersectionObserverEntry[]): void {
    const rows = entries.flatMap(({ isIntersecting, target }) => {
      const row = isIntersecting && this.#rows.get(target);
      return row ? [row] : [];
    });
    this.#mount(rows);
    for (const { sighting, badge } of rows) {
      this.#near.unobserve(sighting.anchor);
      if (badge) this.#measure(badge);
    }
    const papers = new Set(rows.map(({ paper }) => paper));
    this.#options.onNear(papers);
  }

  /** Not asked of the page: that would lay all of it out once more for each handful of controls. */
  #measure({ host }: PageBadge): void {
    this.#drawn.unobserve(host);
    this.#drawn.observe(host);
  }

  #fit(entries: readonly IntersectionObserverEntry[]): void {
    const drawn: DrawnBadge[] = [];
    for (const { target, boundingClientRect, rootBounds } of entries) {
      this.#drawn.unobserve(target);
      const row = this.#rowOf.get(target);
      if (row) drawn.push({ row, host: target, box: boundingClientRect, window: rootBounds });
    }
    fitBadges(drawn);
  }

  /** All styles are read before the first control is put in: each would be worked out anew else. */
  #mount(rows: readonly SessionRow[]): void {
    const bare = rows.filter((row) => row.badge === null && this.#countMount(row) <= MAX_MOUNTS);
    const places = bare.map(({ sighting }) => findPlace(sighting));
    for (const [i, row] of bare.entries()) this.#putIn(row, places[i] ?? UNMOVED);
  }

  /** Which time this is that the row gets a control. */
  #countMount({ sighting }: SessionRow): number {
    const mounts = (this.#mounts.get(sighting.anchor) ?? 0) + 1;
    this.#mounts.set(sighting.anchor, mounts);
    return mounts;
  }

  #putIn(row: SessionRow, fitting: BadgePlace): void {
    const { anchor, key, place } = row.sighting;
    row.badge = this.#options.makeBadge(key);
    this.#rowOf.set(row.badge.host, row);
    row.badge.setTheme(this.#theme);
    row.badge.update(row.paper.view);
    if (fitting.isAlone || fitting.gap !== UNMOVED.gap) moveBadge(row, fitting);
    if (place === 'inside') anchor.append(row.badge.host);
    else anchor.after(row.badge.host);
  }
}
