import { AppError } from '../core/errors';
import type { PaperCandidate, PaperKey, PaperState, ReadingStatus } from '../core/paper';
import type { Send } from '../messages/client';
import type { Done, PageRow } from '../messages/protocol';
import type { Sighting, SiteAdapter } from '../sites/site-adapter';
import { readTheme, type Theme } from './page-theme';
import { watchPage } from './watch-page';

/** What a control shows. */
export interface BadgeView {
  readonly state: PaperState;
  readonly relatedCount: number;
  readonly seenAtMs?: number;
  /** A change is under way. */
  readonly busy?: boolean;
  /** Why the last change failed and what to do, in the reader's language. */
  readonly failed?: string;
}

/** One control in the page. */
export interface PageBadge {
  readonly host: HTMLElement;
  update(view: BadgeView): void;
  setTheme(theme: Theme): void;
}

export interface PageSessionOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly adapter: SiteAdapter;
  readonly address: () => URL;
  readonly send: Send;
  readonly makeBadge: (key: PaperKey) => PageBadge;
  readonly isOwnNode: (node: Node) => boolean;
  readonly now: () => number;
  readonly makeOperationId: () => string;
  /** What failed and what to do, for a person. */
  readonly failureText: (error: unknown) => string;
  /** Told after each change of what is known of a paper. */
  readonly onShown: (paper: SessionPaper) => void;
  readonly onThemeChanged: (theme: Theme) => void;
  readonly log: (message: string, error: unknown) => void;
}

/** One place on the page where a paper is named. */
export interface SessionRow {
  readonly sighting: Sighting;
  readonly paper: SessionPaper;
  badge: PageBadge | null;
}

/** All that is known of one paper of the page; its rows all show the same. */
export interface SessionPaper {
  readonly candidate: PaperCandidate;
  readonly rows: Set<SessionRow>;
  view: BadgeView;
  isRelatedAsked: boolean;
  /** The last change made from here, while it can be undone in place. */
  undoable?: string;
}

/** With more rows than this, controls appear only near what is in view. */
const MOUNT_ALL_UP_TO = 500;
/** Rows asked about relatedness in one message. */
const RELATE_BATCH = 100;

/**
 * The life of Paperkin in one page: reads its papers, puts a control beside each, asks the
 * background once about all of them, and follows the page as it changes.
 */
export class PageSession {
  readonly #options: PageSessionOptions;
  readonly #rows = new Map<Element, SessionRow>();
  readonly #papers = new Map<PaperKey, SessionPaper>();
  readonly #near: IntersectionObserver;
  #theme: Theme = 'light';
  #isQuiet = false;

  constructor(options: PageSessionOptions) {
    this.#options = options;
    const view = options.document.defaultView;
    if (!view) throw new AppError('page-unreadable', 'the page has no window');
    this.#near = new view.IntersectionObserver((entries) => this.#mountNear(entries), {
      rootMargin: '100% 0px',
    });
  }

  start(): void {
    const { document, signal, isOwnNode, now } = this.#options;
    this.scan();
    watchPage({ document, signal, now, isOwnNode, onChange: () => this.scan() });
    document.defaultView?.addEventListener(
      'pageshow',
      (event) => event.persisted && this.#look([...this.#papers.values()]),
      { signal },
    );
    signal.addEventListener('abort', () => this.#removeAll());
  }

  /** The papers of the page, each once, in page order. */
  get candidates(): readonly PaperCandidate[] {
    return [...this.#papers.values()].map((paper) => paper.candidate);
  }

  /** Reads the page again and brings the controls in line with it. */
  scan(): void {
    const sightings = this.#read();
    this.#followTheme();
    this.#dropStale(sightings);
    const fresh = sightings.filter((sighting) => !this.#rows.has(sighting.anchor));
    const unknown = this.#admit(fresh);
    if (!this.#isQuiet) this.#place(fresh, sightings.length);
    if (unknown.length > 0) this.#look(unknown);
  }

  /** A paper of this page changed elsewhere: in the popup, or in another tab. */
  onChanged(keys: readonly PaperKey[]): void {
    const changed = new Set(keys);
    const touched = [...this.#papers.values()].filter(({ candidate }) =>
      candidate.ids.some((id) => changed.has(id)),
    );
    if (touched.length > 0) this.#look(touched);
    this.#relate([...this.#papers.values()].filter((paper) => paper.isRelatedAsked));
  }

  async save(key: PaperKey): Promise<void> {
    const { send, address } = this.#options;
    await this.#change(key, async (paper, opId) => {
      const candidates = [paper.candidate];
      const done = await send('papers.save', { opId, candidates, url: address().href });
      paper.undoable = opId;
      return done;
    });
  }

  async setStatus(key: PaperKey, status: ReadingStatus): Promise<void> {
    const { send } = this.#options;
    await this.#change(key, async (paper, opId) => {
      const done = await send('library.setStatus', { opId, ids: [key], status });
      paper.undoable = opId;
      return done;
    });
  }

  /** Takes back the last change made from this page; does nothing when there was none. */
  async undo(key: PaperKey): Promise<void> {
    const { send } = this.#options;
    await this.#change(key, async (paper, opId) => {
      if (!paper.undoable) return null;
      const done = await send('operations.undo', { opId, undoOf: paper.undoable });
      delete paper.undoable;
      return done;
    });
  }

  paperOf(key: PaperKey): SessionPaper | undefined {
    return this.#papers.get(key);
  }

  /** One change of one paper: shown as under way, then as done or failed, never as both. */
  async #change(
    key: PaperKey,
    run: (paper: SessionPaper, opId: string) => Promise<Done | null>,
  ): Promise<void> {
    const paper = this.#papers.get(key);
    if (!paper || paper.view.busy) return;
    const { failed: _failed, ...view } = paper.view;
    this.#show(paper, { ...view, busy: true });
    try {
      this.#settle(paper, await run(paper, this.#options.makeOperationId()));
    } catch (error) {
      this.#show(paper, { ...view, failed: this.#options.failureText(error) });
      this.#options.log(`changing ${key} failed`, error);
    }
  }

  #followTheme(): void {
    const theme = readTheme(this.#options.document);
    if (theme === this.#theme) return;
    this.#theme = theme;
    for (const { badge } of this.#rows.values()) badge?.setTheme(theme);
    this.#options.onThemeChanged(theme);
  }

  #read(): Sighting[] {
    const { adapter, document, address, log } = this.#options;
    try {
      return adapter.read(document, address());
    } catch (error) {
      log(`${adapter.id} could not read ${address().href}`, error);
      return [];
    }
  }

  /** Rows that left the page or now name another paper lose their control. */
  #dropStale(sightings: readonly Sighting[]): void {
    const keys = new Map(sightings.map(({ anchor, candidate }) => [anchor, candidate.key]));
    for (const [anchor, row] of this.#rows) {
      const isThere = keys.get(anchor) === row.sighting.candidate.key;
      const isPlaced = row.badge === null || row.badge.host.isConnected;
      if (isThere && isPlaced) continue;
      row.badge?.host.remove();
      this.#near.unobserve(anchor);
      this.#rows.delete(anchor);
      row.paper.rows.delete(row);
    }
    const present = new Set(keys.values());
    for (const key of this.#papers.keys()) if (!present.has(key)) this.#papers.delete(key);
  }

  /** Notes the papers of new rows; answers those not met before. */
  #admit(sightings: readonly Sighting[]): SessionPaper[] {
    const unknown: SessionPaper[] = [];
    for (const { candidate } of sightings) {
      if (this.#papers.has(candidate.key)) continue;
      const paper: SessionPaper = {
        candidate,
        rows: new Set(),
        view: { state: 'new', relatedCount: 0 },
        isRelatedAsked: false,
      };
      this.#papers.set(candidate.key, paper);
      unknown.push(paper);
    }
    return unknown;
  }

  #place(fresh: readonly Sighting[], total: number): void {
    for (const sighting of fresh) {
      const paper = this.#papers.get(sighting.candidate.key);
      if (!paper) continue;
      const row = { sighting, paper, badge: null };
      paper.rows.add(row);
      this.#rows.set(sighting.anchor, row);
      if (total <= MOUNT_ALL_UP_TO) this.#mount(sighting.anchor);
      this.#near.observe(sighting.anchor);
    }
  }

  #mountNear(entries: readonly IntersectionObserverEntry[]): void {
    const papers = new Set<SessionPaper>();
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#near.unobserve(target);
      this.#mount(target);
      const paper = this.#rows.get(target)?.paper;
      if (paper && !paper.isRelatedAsked) papers.add(paper);
    }
    this.#relate([...papers]);
  }

  #mount(anchor: Element): void {
    const row = this.#rows.get(anchor);
    if (!row || row.badge) return;
    const { key } = row.paper.candidate;
    row.badge = this.#options.makeBadge(key);
    row.badge.setTheme(this.#theme);
    row.badge.update(row.paper.view);
    if (row.sighting.place === 'after') anchor.after(row.badge.host);
    else anchor.append(row.badge.host);
  }

  #look(papers: readonly SessionPaper[]): void {
    const { send, address } = this.#options;
    const candidates = papers.map((paper) => paper.candidate);
    send('page.look', { url: address().href, candidates }).then(
      ({ rows, settings }) => {
        this.#isQuiet = settings.quietHosts.includes(address().host);
        if (this.#isQuiet) this.#removeAll();
        for (const row of rows) this.#apply(row);
      },
      (error) => this.#options.log('looking up the papers of this page failed', error),
    );
  }

  #apply({ key, state, seenAtMs }: PageRow): void {
    const paper = this.#papers.get(key);
    if (!paper || paper.view.busy) return;
    const { relatedCount } = paper.view;
    this.#show(paper, { state, relatedCount, ...(seenAtMs !== undefined && { seenAtMs }) });
  }

  #relate(papers: readonly SessionPaper[]): void {
    const { send } = this.#options;
    for (let start = 0; start < papers.length; start += RELATE_BATCH) {
      const batch = papers.slice(start, start + RELATE_BATCH);
      for (const paper of batch) paper.isRelatedAsked = true;
      send('page.relate', { candidates: batch.map((paper) => paper.candidate) }).then(
        ({ counts, rows }) => {
          const countOf = new Map(counts.map(({ key, count }) => [key, count]));
          for (const paper of batch) {
            const relatedCount = countOf.get(paper.candidate.key) ?? 0;
            if (relatedCount !== paper.view.relatedCount) {
              this.#show(paper, { ...paper.view, relatedCount });
            }
          }
          for (const row of rows) this.#apply(row);
        },
        (error) => this.#options.log('relating the papers of this page failed', error),
      );
    }
  }

  #settle(paper: SessionPaper, done: Done | null): void {
    const ids = new Set<PaperKey>(paper.candidate.ids);
    const mine = done?.changed.find((one) => one.ids.some((id) => ids.has(id)));
    const { relatedCount, state } = paper.view;
    this.#show(paper, { state: mine?.state ?? state, relatedCount });
  }

  #show(paper: SessionPaper, view: BadgeView): void {
    paper.view = view;
    for (const { badge } of paper.rows) badge?.update(view);
    this.#options.onShown(paper);
  }

  #removeAll(): void {
    this.#near.disconnect();
    for (const { badge } of this.#rows.values()) badge?.host.remove();
    this.#rows.clear();
  }
}
