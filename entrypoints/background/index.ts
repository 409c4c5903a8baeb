// Not the polyfill: each cold start pays for its size, and promises both browsers have.
import { browser } from '@wxt-dev/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { AppError } from '../../lib/core/errors';
import { parsePaperAddress } from '../../lib/core/identifiers';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { createServer, type Sender } from '../../lib/messages/server';
import type { TabMessage } from '../../lib/messages/tab-messages';
import { type Background, openBackground } from '../../lib/related/background';
import { purgeOld } from '../../lib/services/bin';
import { evictSeen } from '../../lib/services/evict-seen';
import { createHandlers } from '../../lib/services/handlers';
import { rememberHealth } from '../../lib/services/health';
import { CopyKeeper } from '../../lib/services/keep-copies';
import { recordPage } from '../../lib/services/look-at-page';
import { withMatches } from '../../lib/services/match-papers';
import { openLibrary } from '../../lib/services/open-library';
import { savePapers } from '../../lib/services/save-papers';
import { getSettings } from '../../lib/services/settings';
import { takeSnapshot } from '../../lib/services/snapshots';
import { SecondCopy } from '../../lib/store/second-copy';
import { toStoreError } from '../../lib/store/store-error';
import { announceLoss } from './announce-loss';
import { createContextMenu, onContextMenu } from './context-menu';
import { onOmnibox } from './omnibox';
import { syncOptionalSites } from './optional-sites';
import { candidateOfAddress, readTab } from './read-tab';
import { showOutcome, showPageState } from './toolbar';

const UPKEEP = 'upkeep';
/** Once a day is enough for what nobody waits for. */
const UPKEEP_MINUTES = 24 * 60;

/** After the first answers of a start, and after the last of several changes. */
const COPY_AFTER_MS = 1000;

export default defineBackground(() => {
  const secondCopy = new SecondCopy(browser.storage.local);
  const library = openLibrary({
    indexedDB,
    IDBKeyRange,
    now: Date.now,
    makeDeviceName: () => crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    readBackground,
    keepCopy: (copy) => copies.keep(copy),
  });
  const { writer } = library;
  runLater('opening the library', library.open);
  const copies = new CopyKeeper({
    db: writer.db,
    snapshots: library.snapshots,
    secondCopy,
    now: Date.now,
    announce: (loss) => announceLoss(library.repository, loss),
  });
  let isCopyPlanned = false;
  planCopy();
  runLater('closing the storage to content scripts', closeStorage);

  const serve = createServer({
    handlers: createHandlers({
      ...library,
      readTab,
      loadTools,
      openDetails,
      openExport,
      showPageState: (tabId, state) =>
        runLater('showing the state of a page', () => showPageState(tabId, state)),
      isPaperPage: (url) => parsePaperAddress(url)?.kind === 'paper',
      onCommitted,
      runLater,
      pause: () => new Promise((resolve) => setTimeout(resolve)),
    }),
    extensionId: browser.runtime.id,
    extensionOrigin: browser.runtime.getURL('/'),
    isSiteAllowed: isKnownSite,
    translate: toStoreError,
    log: (message, error) => {
      logFailure(message, error);
      const lastError = { atMs: Date.now(), message: `${message}: ${error}` };
      runLater('keeping an error', () => rememberHealth(library.repository, { lastError }));
    },
  });

  // Every listener is added in this first turn: one added after an await misses the event that
  // woke the background.
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    void serve(message, sender as Sender).then(respond);
    return true; // The answer comes later.
  });
  const syncSites = () => runLater('turning sites on or off', syncOptionalSites);
  browser.permissions.onAdded.addListener(syncSites);
  browser.permissions.onRemoved.addListener(syncSites);
  browser.runtime.onStartup.addListener(syncSites);
  browser.runtime.onStartup.addListener(planUpkeep);
  browser.runtime.onStartup.addListener(() => runLater('looking for losses', () => copies.check()));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && !isTestBuild) runLater('welcoming', welcome);
    syncSites();
    runLater('making the context menu', createContextMenu);
    planUpkeep();
  });
  browser.alarms.onAlarm.addListener(() => runLater('upkeep', upkeep));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'save-page' && tab?.id !== undefined) saveTab(tab.id);
  });
  onOmnibox(library);
  onContextMenu({
    saveTab,
    exportTab: (tabId) => runLater('exporting a tab', () => exportTab(tabId)),
    saveLink: (url, tabId) => runLater('saving a link', () => saveIn(tabId, candidatesOf(url))),
  });

  function planCopy(): void {
    if (isCopyPlanned) return;
    isCopyPlanned = true;
    setTimeout(() => {
      isCopyPlanned = false;
      runLater('keeping a copy', () => copies.keepUp());
    }, COPY_AFTER_MS);
  }

  function onCommitted(keys: readonly PaperKey[]): void {
    library.markStale();
    planCopy();
    runLater('telling pages', () => tellPages(keys));
  }

  function saveTab(tabId: number): void {
    runLater('saving a tab', async () => {
      const { candidates } = await readTab(tabId);
      await saveIn(tabId, candidates);
    });
  }

  async function exportTab(tabId: number): Promise<void> {
    const { url, kind, candidates } = await readTab(tabId);
    if (candidates.length === 0) return showOutcome(tabId, 'failed');
    const settings = await getSettings(writer.db);
    await recordPage(writer, { url, candidates }, { settings, isPaperPage: kind === 'paper' });
    library.markStale();
    await openExport(candidates.map(({ key }) => key));
  }

  async function saveIn(tabId: number, candidates: readonly PaperCandidate[]): Promise<void> {
    if (candidates.length !== 1) return showOutcome(tabId, 'failed');
    const matched = await withMatches(
      candidates,
      await library.titleIndex.current(),
      library.repository,
    );
    const { ids } = await savePapers(writer, {
      opId: crypto.randomUUID(),
      candidates: matched,
    });
    onCommitted(ids);
    await showOutcome(tabId, 'saved');
  }

  async function upkeep(): Promise<void> {
    const { seenLimit } = await getSettings(writer.db);
    await evictSeen(writer, seenLimit);
    library.markStale();
    await purgeOld(writer.db, Date.now());
    await copies.check();
    await takeSnapshot(writer.db, library.snapshots, Date.now());
    await library.searchIndex.tidy(() => true);
    await library.savedIndex.tidy(() => true);
  }
});

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

/** Only the sites that the manifest names, asked for or optional, ever have a script of ours. */
function isKnownSite({ origin }: URL): boolean {
  const { host_permissions: always = [], optional_host_permissions: asked = [] } =
    browser.runtime.getManifest() as chrome.runtime.ManifestV3;
  return [...always, ...asked].includes(`${origin}/*`);
}

const isTestBuild = import.meta.env.MODE === 'e2e';

async function welcome(): Promise<void> {
  await browser.tabs.create({ url: '/library.html#welcome' });
}

function candidatesOf(url: string): PaperCandidate[] {
  const candidate = candidateOfAddress(url);
  return candidate ? [candidate] : [];
}

/** An alarm may be lost when the browser closes; making one that is there again would put it off. */
function planUpkeep(): void {
  runLater('planning upkeep', async () => {
    const planned = await browser.alarms.get(UPKEEP);
    if (!planned)
      browser.alarms.create(UPKEEP, { periodInMinutes: UPKEEP_MINUTES, delayInMinutes: 1 });
  });
}

/** The copy is for our own pages. Firefox has no such switch. */
async function closeStorage(): Promise<void> {
  if (!import.meta.env.CHROME) return;
  await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Open pages of ours and of the sites redraw what changed. */
async function tellPages(keys: readonly PaperKey[]): Promise<void> {
  const notice: TabMessage = { type: 'papers.changed', keys };
  const tabs = await browser.tabs.query({});
  const told = tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, notice));
  // Most tabs have no script of ours, and the popup may be closed: nobody there is no failure.
  await Promise.allSettled([...told, browser.runtime.sendMessage(notice)]);
}

function runLater(what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => logFailure(`${what} failed`, error));
}

function logFailure(message: string, error: unknown): void {
  const isExpected = error instanceof AppError;
  console[isExpected ? 'warn' : 'error'](`Paperkin: ${message}`, error);
}
