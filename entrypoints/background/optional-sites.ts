import { browser } from 'wxt/browser';
import type { TabMessage } from '../../lib/messages/tab-messages';
import { optionalAdapters, siteOrigins } from '../../lib/sites/index';

const SCRIPT = 'content-scripts/sites.js';

/**
 * Brings the registered scripts in line with the permissions that stand: run at install, at start
 * and whenever a permission comes or goes, so that it does not matter which of them was missed.
 */
export async function syncOptionalSites(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const known = new Set(registered.map(({ id }) => id));
  for (const adapter of optionalAdapters) {
    const { id, matches } = adapter;
    const isAllowed = await browser.permissions.contains({ origins: siteOrigins(adapter) });
    if (isAllowed && !known.has(id)) {
      await browser.scripting.registerContentScripts([
        { id, matches: [...matches], js: [SCRIPT], runAt: 'document_idle' },
      ]);
    }
    if (!isAllowed && known.has(id)) {
      await browser.scripting.unregisterContentScripts({ ids: [id] });
      await turnOff(id);
    }
  }
}

/** Pages that are open already keep their script; it must take its controls away. */
async function turnOff(site: string): Promise<void> {
  const message: TabMessage = { type: 'site.turnedOff', site };
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)),
  );
}
