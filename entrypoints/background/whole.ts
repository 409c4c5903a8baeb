import { browser } from '@wxt-dev/browser';
import { AppError } from '../../lib/core/errors';
import { parsePaperAddress } from '../../lib/core/identifiers';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import type { PageRow, TabReading } from '../../lib/messages/payloads';
import type { TabMessage } from '../../lib/messages/tab-messages';
import { type Background, openBackground } from '../../lib/related/background';
import { purgeOld } from '../../lib/services/bin';
import { evictSeen, evictSightings, MAX_SIGHTINGS } from '../../lib/services/evict-seen';
import { createHandlers } from '../../lib/services/handlers';
import { rememberHealth } from '../../lib/services/health';
import { CopyKeeper } from '../../lib/services/keep-copies';
import type { PageLook } from '../../lib/services/look-at-page';
import { withMatches } from '../../lib/services/match-papers';
import { openLibrary } from '../../lib/services/open-library';
import type { Reading } from '../../lib/services/open-reading';
import { recordPage } from '../../lib/services/record-page';
import { savePapers } from '../../lib/services/save-papers';
import { getSettings } from '../../lib/services/settings';
import { nextTurn } from '../../lib/services/slices';
import { takeSnapshot } from '../../lib/services/snapshots';
import { lackOfRoom } from '../../lib/store/disk-room';
import { SecondCopy } from '../../lib/store/second-copy';
import { announceLoss } from './announce-loss';
import { candidateOfAddress, type ParseCandidates, readTab } from './read-tab';
import { runLater } from './run-later';
import { showOutcome, showPageState } from './toolbar';

/** A change of so many papers, as by a batch of an import, is indexed before anybody asks. */
const MANY = 100;
/** So long after the last of such changes: it does not hold up those that follow. */
const CATCH_UP_AFTER_MS = 1000;

/** What the first script lends to the second, which so needs no copy of it. */
export interface WholeOptions {
  readonly reading: Reading;
  readonly parseCandidates: ParseCandidates;
  /** Something changed that the copy outside the database does not hold yet. */
  readonly planCopy: () => void;
}

/**
 * All that the background does besides its first answers: everything that writes. Dexie and most of
 * the code stand here, so that a background woken by a listing or a search is spared them.
 */
export function openWhole({ reading, parseCandidates, planCopy }: WholeOptions) {
  const library = openLibrary({
    indexedDB,
    IDBKeyRange,
    now: Date.now,
    // Firefox says how much it allows, not how much there is, and comes to no harm on a full disk.
    lackOfRoom: async () =>
      import.meta.env.CHROME ? lackOfRoom(() => navigator.storage.estimate()) : null,
    makeDeviceName: () => crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    readBackground,
    keepCopy: (copy) => copies.keep(copy),
    reading,
  });
  const { writer, repository } = library;
  const copies = new CopyKeeper({
    db: writer.db,
    snapshots: library.snapshots,
    secondCopy: new SecondCopy(browser.storage.local),
    now: Date.now,
    announce: (loss) => announceLoss(repository, loss),
  });
  const slicing = { nowMs: Date.now, pause: nextTurn };
  const handlers = createHandlers({
    ...library,
    readTab: read,
    loadTools,
    openDetails,
    openExport,
    onCommitted,
    onProgress,
    slicing,
  });

  let catchingUp: ReturnType<typeof setTimeout> | undefined;
  function planCatchUp(): void {
    clearTimeout(catchingUp);
    catchingUp = setTimeout(() => runLater('indexing', library.catchUp), CATCH_UP_AFTER_MS);
  }

  function onCommitted(keys: readonly PaperKey[]): void {
    library.markStale();
    if (keys.length >= MANY) planCatchUp();
    planCopy();
    runLater('telling pages', () => tellPages(keys));
  }

  function onProgress(opId: string, done: number, total: number): void {
    library.markStale();
    planCopy();
    runLater('telling how far a change is', () =>
      tellOwnPages({ type: 'papers.changing', opId, done, total }),
    );
  }

  function read(tabId: number): Promise<TabReading> {
    return readTab(tabId, parseCandidates);
  }

  async function saveTab(tabId: number): Promise<void> {
    const { candidates } = await read(tabId);
    await saveIn(tabId, candidates);
  }

  async function exportTab(tabId: number): Promise<void> {
    const { url, kind, candidates } = await read(tabId);
    if (candidates.length === 0) return showOutcome(tabId, 'failed');
    const settings = await getSettings(writer.db);
    await recordPage(writer, { url, candidates }, { settings, isPaperPage: kind === 'paper' });
    library.markStale();
    await openExport(candidates.map(({ key }) => key));
  }

  async function saveLink(url: string, tabId: number): Promise<void> {
    const candidate = candidateOfAddress(url);
    await saveIn(tabId, candidate ? [candidate] : []);
  }

  async function saveIn(tabId: number, candidates: readonly PaperCandidate[]): Promise<void> {
    if (candidates.length !== 1) return showOutcome(tabId, 'failed');
    const { index: titles } = await library.titleIndex.atHand();
    const matched = await withMatches(candidates, { titles, repository, ...slicing });
    const { ids } = await savePapers(writer, {
      opId: crypto.randomUUID(),
      candidates: matched,
    });
    onCommitted(ids);
    await showOutcome(tabId, 'saved');
  }

  /** What is left to do once a page has its answer. */
  async function afterLook(
    look: PageLook,
    rows: readonly PageRow[],
    tabId: number | undefined,
  ): Promise<void> {
    const isPaperPage = parsePaperAddress(look.url)?.kind === 'paper';
    if (tabId !== undefined) {
      const { url } = look;
      runLater('showing the state of a page', () =>
        showPageState(tabId, { url, isPaperPage, rows }),
      );
    }
    await recordPage(writer, look, { settings: await getSettings(writer.db), isPaperPage });
    library.lookupIndex.markStale();
    await library.lookupIndex.current();
  }

  async function upkeep(): Promise<void> {
    const { seenLimit } = await getSettings(writer.db);
    await evictSeen(writer, seenLimit);
    await evictSightings(writer.db, MAX_SIGHTINGS);
    library.markStale();
    await purgeOld(writer.db, Date.now());
    await copies.check();
    await takeSnapshot(writer.db, library.snapshots, Date.now());
    await library.searchIndex.tidy(() => true);
    await library.savedIndex.tidy(() => true);
    await library.allIndex.tidy(() => true);
  }

  return {
    handlers,
    repository,
    saveTab,
    saveLink,
    exportTab,
    afterLook,
    upkeep,
    findLosses: () => copies.check(),
    keepCopy: () => copies.keepUp(),
    keepError: (message: string) =>
      rememberHealth(repository, { lastError: { atMs: Date.now(), message } }),
  };
}

export type Whole = ReturnType<typeof openWhole>;

async function readBackground(): Promise<Background> {
  const response = await fetch(browser.runtime.getURL('/related-background.bin'));
  return openBackground(await response.arrayBuffer());
}

/**
 * Throws AppError('page-unreadable') where the browser lets no script in: the tab was closed or has
 * moved on, or leave for its site was withdrawn, between the page's question and our answer.
 */
async function loadTools(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/page-tools.js'] });
  } catch (cause) {
    throw new AppError('page-unreadable', `tab ${tabId} lets no tools in: ${cause}`, { cause });
  }
}

async function openDetails(key: PaperKey): Promise<void> {
  await browser.tabs.create({ url: `/library.html#${encodeURIComponent(key)}` });
}

/** Formats, clipboard and downloads are for a page: a background has none of them. */
async function openExport(keys: readonly PaperKey[]): Promise<void> {
  const named = keys.map(encodeURIComponent).join(',');
  await browser.tabs.create({ url: `/library.html#export=${named}` });
}

/** Open pages of ours and of the sites redraw what changed. */
async function tellPages(keys: readonly PaperKey[]): Promise<void> {
  const notice: TabMessage = { type: 'papers.changed', keys };
  const tabs = await browser.tabs.query({});
  const told = tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, notice));
  // Most tabs have no script of ours: nobody there is no failure.
  await Promise.allSettled([...told, tellOwnPages(notice)]);
}

async function tellOwnPages(notice: TabMessage): Promise<void> {
  // Popup and library may be closed.
  await Promise.allSettled([browser.runtime.sendMessage(notice)]);
}
