import { browser } from '@wxt-dev/browser';
import type { TabMessage } from '../../lib/messages/tab-messages';

const SCRIPT = 'sites.js';

/**
 * Brings the registered scripts in line with the permissions that stand: run at install, at start
 * and whenever a permission comes or goes, so that it does not matter which of them was missed.
 */
export async function syncOptionalSites(): Promise<void> {
  const { optional_host_permissions: origins = [] } =
    browser.runtime.getManifest() as chrome.runtime.ManifestV3;
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = new Set(registered.map(({ id }) => id));
  for (const origin of origins) {
    const isAllowed = await browser.permissions.contains({ origins: [origin] });
    if (isAllowed && !known.has(origin)) {
      await browser.scripting.registerContentScripts([
        { id: origin, matches: [origin], js: [SCRIPT], runAt: 'document_idle' },
      ]);
      await turnOn(origin);
    }
    if (!isAllowed && known.has(origin)) {
      await browser.scripting.unregisterContentScripts({ ids: [origin] });
      await turnOff(origin);
    }
  }
}

/** Pages that are open already were loaded without the script; it comes without a reload. */
async function turnOn(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: origin });
  // A tab may be closed, asleep or showing an error page: its next load brings the script.
  await Promise.allSettled(
    tabs.map(
      ({ id }) =>
        id !== undefined &&
        browser.scripting.executeScript({ target: { tabId: id }, files: [`/${SCRIPT}`] }),
    ),
  );
}

/** Sites whose permission was withdrawn, also those that come with the extension: readers may do so
 *  in either browser's own settings. */
export async function turnOffSites({
  origins = [],
}: chrome.permissions.Permissions): Promise<void> {
  for (const origin of origins) await turnOff(origin);
}

/** Pages that are open already keep their script; it must take its controls away. */
async function turnOff(origin: string): Promise<void> {
  const message: TabMessage = { type: 'site.turnedOff', origin };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)),
  );
}
