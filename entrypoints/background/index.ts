// Not the polyfill: each cold start pays for its size, and promises both browsers have.
import { browser } from '@wxt-dev/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createServer, type Sender } from '../../lib/messages/server';
import { parseCandidates } from '../../lib/messages/validate';
import { openReading } from '../../lib/services/open-reading';
import { createReadingHandlers } from '../../lib/services/reading-handlers';
import { toStoreError } from '../../lib/store/store-error';
import { createContextMenu, onContextMenu } from './context-menu';
import { lent } from './lent';
import { allowWhole, loadWhole } from './load-whole';
import { onOmnibox } from './omnibox';
import { syncOptionalSites, turnOffSites } from './optional-sites';
import { logFailure, runLater } from './run-later';
import type { Whole } from './whole';

const UPKEEP = 'upkeep';
/** Once a day is enough for what nobody waits for. */
const UPKEEP_MINUTES = 24 * 60;

/** After the first answers of a start. */
const FIRST_COPY_AFTER_MS = 1000;
/** After a change; others that come meanwhile are copied with it. */
const COPY_AFTER_MS = 100;
/** A database found damaged may open again a little later: what failed waits so much longer. */
const LATER_AGAIN = 4;

/**
 * Nearly every use finds the background stopped, so this script holds only what listens and what
 * the first answers need; the rest is a second one, `whole.ts`, loaded when first asked for.
 */
export default defineBackground(() => {
  globalThis.paperkinLent = lent;
  allowWhole();
  const reading = openReading({
    indexedDB,
    IDBKeyRange,
    repository: async () => (await whole()).repository,
  });
  runLater('opening the library', reading.open);

  let opened: Promise<Whole> | null = null;
  let isCopyPlanned = false;
  function whole(): Promise<Whole> {
    opened ??= loadWhole().then((openWhole) =>
      openWhole({ reading, parseCandidates, planCopy: () => planCopy(COPY_AFTER_MS) }),
    );
    return opened;
  }
  /** Does with the whole background what nobody waits for. */
  function later(what: string, work: (all: Whole) => Promise<unknown>): void {
    runLater(what, async () => work(await whole()));
  }

  const serve = createServer({
    handlers: createReadingHandlers({
      ...reading,
      now: Date.now,
      // Once the answer is on its way: running the second script would hold it up.
      onLook: (...look) =>
        setTimeout(() => later('recording a page', (all) => all.afterLook(...look))),
    }),
    loadOthers: async () => (await whole()).handlers,
    extensionId: browser.runtime.id,
    extensionOrigin: browser.runtime.getURL('/'),
    isSiteAllowed: isKnownSite,
    translate: toStoreError,
    log: (message, error) => {
      logFailure(message, error);
      later('keeping an error', (all) => all.keepError(`${message}: ${error}`));
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
  browser.permissions.onRemoved.addListener((removed) => {
    syncSites();
    runLater('turning sites off', () => turnOffSites(removed));
  });
  browser.runtime.onStartup.addListener(syncSites);
  browser.runtime.onStartup.addListener(planUpkeep);
  browser.runtime.onStartup.addListener(() =>
    later('looking for losses', (all) => all.findLosses()),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && !isTestBuild) runLater('welcoming', welcome);
    syncSites();
    runLater('making the context menu', createContextMenu);
    planUpkeep();
    closeStorage();
  });
  browser.alarms.onAlarm.addListener(() => later('upkeep', (all) => all.upkeep()));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'save-page' && tab?.id !== undefined) saveTab(tab.id);
  });
  onOmnibox(reading);
  onContextMenu({
    saveTab,
    exportTab: (tabId) => later('exporting a tab', (all) => all.exportTab(tabId)),
    saveLink: (url, tabId) => later('saving a link', (all) => all.saveLink(url, tabId)),
  });
  planCopy(FIRST_COPY_AFTER_MS);

  function saveTab(tabId: number): void {
    later('saving a tab', (all) => all.saveTab(tabId));
  }

  function planCopy(afterMs: number): void {
    if (isCopyPlanned) return;
    isCopyPlanned = true;
    setTimeout(() => {
      isCopyPlanned = false;
      closeStorage();
      later('keeping a copy', (all) =>
        all.keepCopy().catch((error: unknown) => {
          planCopy(afterMs * LATER_AGAIN);
          throw error;
        }),
      );
    }, afterMs);
  }
});

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

/** An alarm may be lost when the browser closes; making one that is there again would put it off. */
function planUpkeep(): void {
  runLater('planning upkeep', async () => {
    const planned = await browser.alarms.get(UPKEEP);
    if (!planned)
      browser.alarms.create(UPKEEP, { periodInMinutes: UPKEEP_MINUTES, delayInMinutes: 1 });
  });
}

/** The copy in the storage is for our own pages. Firefox has no such switch. */
function closeStorage(): void {
  if (!import.meta.env.CHROME) return;
  runLater('closing the storage to content scripts', () =>
    browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }),
  );
}
