import type { PageBadge, Theme } from '../core/badge-view';
import type { PaperKey, ReadingStatus } from '../core/paper';
import type { Send } from '../messages/client';
import type { Done, OperationId } from '../messages/payloads';
import { MAX_ROWS, type Sighting, type SiteAdapter } from '../sites/site-adapter';
import { PageRows } from './page-rows';
import { readTheme } from './page-theme';
import { readCandidates } from './read-candidates';
import type { SessionPaper, SessionRow } from './session-paper';
import { SessionPapers } from './session-papers';
import { onTextsResized, watchPage } from './watch-page';

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
  /** Told after the page was read (again), and after the background answered about it. */
  readonly onFollowed: () => void;
  readonly onThemeChanged: (theme: Theme) => void;
  readonly log: (message: string, error: unknown) => void;
}

/** What became of a change: neither is set where there was nothing to change. */
export interface Outcome {
  /** For the way back. */
  readonly opId?: OperationId;
  readonly failed?: string;
}

/** Rows asked about relatedness in one message. */
const RELATE_BATCH = 100;

/**
 * The life of Paperkin in one page: reads its papers, puts a control beside each, asks the
 * background once about all of them, and follows the page as it changes.
 */
export class PageSession {
  readonly #options: PageSessionOptions;
  readonly #rows: PageRows;
  readonly #papers: SessionPapers;
  #theme: Theme = 'light';
  /** false on hosts that the reader turned quiet; undefined until the background answered. */
  #isWelcome: boolean | undefined;
  #sightings: readonly Sighting[] = [];

  constructor(options: PageSessionOptions) {
    this.#options = options;
    this.#papers = new SessionPapers(options.onShown);
    this.#rows = new PageRows({
      ...options,
      paperOf: (key) => this.#papers.of(key),
      onNear: (papers) => this.#meet([...papers]),
    });
  }

  start(): void {
    const { document, signal, isOwnNode, now } = this.#options;
    this.scan();
    watchPage({ document, signal, now, isOwnNode, onChange: (touched) => this.#follow(touched) });
    document.defaultView?.addEventListener(
      'pageshow',
      (event) => event.persisted && void this.#look(this.papers),
      { signal },
    );
    onTextsResized(document, signal, () => this.#rows.fit());
    signal.addEventListener('abort', () => this.#rows.clear());
  }

  /** The papers of the page, each once, in page order. */
  get papers(): readonly SessionPaper[] {
    return this.#papers.all;
  }

  /** What the page looked like when it was read last. */
  get theme(): Theme {
    return this.#theme;
  }

  get rows(): Iterable<SessionRow> {
    return this.#rows.all;
  }

  paperOf(key: PaperKey): SessionPaper | undefined {
    return this.#papers.of(key);
  }

  /** Are there papers in a list here, and is the reader known to want marks on them? */
  get isListing(): boolean {
    const { adapter, address } = this.#options;
    return (
      this.#isWelcome === true && this.#papers.count > 1 && adapter.classify(address()) === 'list'
    );
  }

  #follow(touched: ReadonlySet<Node>): void {
    this.scan();
    this.#rows.fitWithin(touched);
  }

  /** Reads the page again and brings the controls in line with it. */
  scan(): void {
    const sightings = this.#read().slice(0, MAX_ROWS);
    this.#sightings = sightings;
    this.#followTheme();
    const unknown = this.#papers.admit(sightings);
    if (this.#isWelcome) this.#rows.follow(sightings);
    if (unknown.length > 0) void this.#look(unknown);
    this.#options.onFollowed();
  }

  /** Papers changed elsewhere: in the popup, or in another tab. */
  onChanged(keys: readonly PaperKey[]): void {
    const changed = new Set(keys);
    const touched = this.papers.filter(({ isMet, key, candidate }) =>
      (isMet ? candidate.ids : [key]).some((id) => changed.has(id)),
    );
    if (touched.length > 0) void this.#look(touched);
    this.#relate(this.papers.filter((paper) => paper.related));
  }

  /** Saves papers of this page as one operation. */
  save(keys: readonly PaperKey[]): Promise<Outcome> {
    const { send, address } = this.#options;
    return this.#change(keys, async (papers, opId) => {
      const candidates = await readCandidates(papers, this.#options);
      const done = await send('papers.save', { opId, candidates, url: address().href });
      const [only] = papers;
      if (only && papers.length === 1) only.undoable = opId;
      return done;
    });
  }

  setStatus(key: PaperKey, status: ReadingStatus): Promise<Outcome> {
    const { send } = this.#options;
    return this.#change([key], async ([paper], opId) => {
      const done = await send('library.setStatus', { opId, ids: [key], status });
      if (paper) paper.undoable = opId;
      return done;
    });
  }

  /** Takes back what was done to papers of this page: all that `undoOf` changed. */
  undo(keys: readonly PaperKey[], undoOf: OperationId): Promise<Outcome> {
    const { send } = this.#options;
    return this.#change(keys, async (papers, opId) => {
      const done = await send('operations.undo', { opId, undoOf });
      for (const paper of papers) delete paper.undoable;
      return done;
    });
  }

  /** Asks how much each paper of the page is to the reader's liking. */
  async rankAll(): Promise<void> {
    const { send, log } = this.#options;
    try {
      const candidates = await readCandidates(this.papers, this.#options);
      for (const { key, score } of await send('page.rank', { candidates })) {
        const paper = this.#papers.of(key);
        if (paper) paper.liking = score;
      }
    } catch (error) {
      log('ranking the papers of this page failed', error);
    }
  }

  /** Makes the controls of a paper boxes to tick; undefined makes them controls again. */
  setChosen(paper: SessionPaper, chosen: boolean | undefined): void {
    if (paper.view.chosen !== chosen) this.#papers.update(paper, { chosen });
  }

  /** One change: shown on each of its papers as under way, then as done or failed. */
  async #change(
    keys: readonly PaperKey[],
    run: (papers: readonly SessionPaper[], opId: OperationId) => Promise<Done>,
  ): Promise<Outcome> {
    const papers = keys
      .flatMap((key) => this.#papers.of(key) ?? [])
      .filter(({ view }) => !view.busy);
    if (papers.length === 0) return {};
    const opId = this.#options.makeOperationId();
    for (const paper of papers) this.#papers.update(paper, { busy: true, failed: undefined });
    try {
      const { changed } = await run(papers, opId);
      const stateOf = new Map(changed.flatMap(({ ids, state }) => ids.map((id) => [id, state])));
      for (const paper of papers) {
        const id = paper.candidate.ids.find((one) => stateOf.has(one));
        const state = (id && stateOf.get(id)) ?? paper.view.state;
        this.#papers.update(paper, { state, seenAtMs: undefined, busy: undefined });
      }
      return { opId };
    } catch (error) {
      const failed = this.#options.failureText(error);
      for (const paper of papers) this.#papers.update(paper, { busy: undefined, failed });
      this.#options.log('changing papers failed', error);
      return { failed };
    }
  }

  #followTheme(): void {
    const theme = readTheme(this.#options.document);
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#rows.setTheme(theme);
    this.#options.onThemeChanged(theme);
  }

  #read(): Sighting[] {
    const { adapter, document, address, log } = this.#options;
    try {
      const url = address();
      return adapter.classify(url) === null ? [] : adapter.read(document, url);
    } catch (error) {
      log(`${adapter.id} could not read ${address().href}`, error);
      return [];
    }
  }

  /** Rows came near the view. */
  #meet(papers: readonly SessionPaper[]): void {
    const fresh = papers.filter((paper) => !paper.isMet);
    for (const paper of fresh) paper.isMet = true;
    if (fresh.length > 0) void this.#look(fresh);
    this.#relate(papers.filter((paper) => !paper.related));
  }

  async #look(papers: readonly SessionPaper[]): Promise<void> {
    const { send, address, log, onFollowed } = this.#options;
    try {
      const url = address().href;
      const others = papers.filter((paper) => !paper.isMet).map(({ key }) => key);
      const met = papers.filter((paper) => paper.isMet);
      const candidates = await readCandidates(met, this.#options);
      const request = { url, candidates, ...(others.length > 0 && { others }) };
      const { rows, settings } = await send('page.look', request);
      const told = new Map(rows.map((row) => [row.key, row]));
      for (const { key } of papers) this.#papers.apply(told.get(key) ?? { key, state: 'new' });
      this.#welcome(settings.showInPages && !settings.quietHosts.includes(address().host));
      onFollowed();
    } catch (error) {
      log('looking up the papers of this page failed', error);
      // Marks that know nothing yet can still save; only a reader's word keeps them away.
      this.#welcome(this.#isWelcome ?? true);
    }
  }

  /** Marks come with the first answer, so that a quiet host never shows any. */
  #welcome(isWelcome: boolean): void {
    const was = this.#isWelcome;
    this.#isWelcome = isWelcome;
    if (!isWelcome) this.#rows.clear();
    else if (!was && !this.#options.signal.aborted) this.#rows.follow(this.#sightings);
  }

  #relate(papers: readonly SessionPaper[]): void {
    for (let start = 0; start < papers.length; start += RELATE_BATCH) {
      const batch = papers.slice(start, start + RELATE_BATCH);
      const related = this.#relateBatch(batch);
      for (const paper of batch) paper.related = related;
    }
  }

  async #relateBatch(batch: readonly SessionPaper[]): Promise<void> {
    const { send, log } = this.#options;
    try {
      const candidates = batch.map((paper) => paper.candidate);
      const { counts, rows } = await send('page.relate', { candidates });
      const relationOf = new Map(counts.map((one) => [one.key, one]));
      for (const paper of batch) {
        const { count = 0 } = relationOf.get(paper.key) ?? {};
        if (count !== paper.view.relatedCount) this.#papers.update(paper, { relatedCount: count });
      }
      for (const row of rows) this.#papers.apply(row);
    } catch (error) {
      log('relating the papers of this page failed', error);
    }
  }
}
