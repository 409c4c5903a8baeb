import type { PageBadge, Theme } from '../core/badge-view';
import { AppError } from '../core/errors';
import type { PaperKey } from '../core/paper';
import type { Sighting } from '../sites/site-adapter';
import { findGap, fitBadges, moveBadge, UNMOVED } from './place-badge';
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

/** The rows of a page and the controls in them, kept in line with what was read last. */
export class PageRows {
  readonly #options: PageRowsOptions;
  readonly #rows = new Map<Element, SessionRow>();
  readonly #mounts = new WeakMap<Element, number>();
  readonly #near: IntersectionObserver;
  #theme: Theme = 'light';

  constructor(options: PageRowsOptions) {
    this.#options = options;
    const view = options.document.defaultView;
    if (!view) throw new AppError('page-unreadable', 'the page has no window');
    this.#near = new view.IntersectionObserver((entries) => this.#mountNear(entries), {
      rootMargin: '100% 0px',
    });
  }

  get all(): Iterable<SessionRow> {
    return this.#rows.values();
  }

  follow(sightings: readonly Sighting[]): void {
    this.#dropStale(sightings);
    for (const sighting of sightings) {
      const { anchor, key } = sighting;
      const paper = this.#options.paperOf(key);
      if (!paper || this.#rows.has(anchor)) continue;
      const row = { sighting, paper, badge: null, place: UNMOVED };
      paper.rows.add(row);
      this.#rows.set(anchor, row);
      if (sightings.length <= LONG_LISTING) this.#mount(row);
      this.#near.observe(anchor);
    }
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const { badge } of this.#rows.values()) badge?.setTheme(theme);
  }

  /** The window has another size. */
  fit(): void {
    fitBadges([...this.#rows.values()]);
  }

  clear(): void {
    for (const [anchor, row] of this.#rows) this.#drop(anchor, row);
  }

  /** Rows that left the page or now name another paper lose their control. */
  #dropStale(sightings: readonly Sighting[]): void {
    const keys = new Map(sightings.map(({ anchor, key }) => [anchor, key]));
    for (const [anchor, row] of this.#rows) {
      const isThere = keys.get(anchor) === row.sighting.key;
      const isPlaced = row.badge === null || row.badge.host.isConnected;
      if (!isThere || !isPlaced) this.#drop(anchor, row);
    }
  }

  #drop(anchor: Element, row: SessionRow): void {
    row.badge?.host.remove();
    row.paper.rows.delete(row);
    this.#near.unobserve(anchor);
    this.#rows.delete(anchor);
  }

  #mountNear(entries: readonly IntersectionObserverEntry[]): void {
    const papers = new Set<SessionPaper>();
    const placed: SessionRow[] = [];
    for (const { isIntersecting, target } of entries) {
      const row = isIntersecting && this.#rows.get(target);
      if (!row) continue;
      this.#near.unobserve(target);
      papers.add(row.paper);
      if (row.badge) placed.push(row);
      // Measured at once, a new control would lay the whole page out once more. The observer calls
      // again when the page has done so itself.
      else if (this.#mount(row)) this.#near.observe(target);
    }
    fitBadges(placed);
    this.#options.onNear(papers);
  }

  /** False where the page does not want a control. */
  #mount(row: SessionRow): boolean {
    const { anchor, key, place } = row.sighting;
    const mounts = this.#mounts.get(anchor) ?? 0;
    if (mounts >= MAX_MOUNTS) return false;
    this.#mounts.set(anchor, mounts + 1);
    row.badge = this.#options.makeBadge(key);
    row.badge.setTheme(this.#theme);
    row.badge.update(row.paper.view);
    if (place === 'inside') anchor.append(row.badge.host);
    else {
      const gap = findGap(anchor.parentElement);
      if (gap !== null) moveBadge(row, { ...row.place, gap });
      anchor.after(row.badge.host);
    }
    return true;
  }
}
