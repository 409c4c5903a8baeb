import type { openWhole } from './whole';

declare global {
  /** Set by the second script as it runs. */
  var paperkinWhole: typeof openWhole | undefined;
  /** Of a service worker. */
  function importScripts(path: string): void;
}

/** What a service worker is told as it is installed; not done before `waitUntil` is. */
interface InstallEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/**
 * A service worker may only ever run what it has run while it was installed, and is not installed
 * where that fails. Firefox's background is a page, which may load its scripts when it likes.
 */
export function allowWhole(): void {
  if (!import.meta.env.CHROME) return;
  addEventListener('install', (event) => (event as InstallEvent).waitUntil(loadWhole()));
}

/** Runs the second script, if it has not run yet. */
export async function loadWhole(): Promise<typeof openWhole> {
  if (!globalThis.paperkinWhole) {
    if (import.meta.env.CHROME) importScripts('/whole.js');
    // @ts-expect-error: left to the browser (wxt.config.ts), there is no such module here
    else await import('/whole.js');
  }
  if (!globalThis.paperkinWhole) throw new Error('whole.js did not run');
  return globalThis.paperkinWhole;
}
