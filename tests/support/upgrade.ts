import { bundleForPage } from './bundle-for-page';
import type { TestBrowser, TestTab } from './test-browser';

/** What stands in the library, in so many words that two states of it can be compared. */
export interface UpgradeSummary {
  /** The browser's number: Dexie's times ten. */
  readonly version: number;
  readonly hasShelves: boolean;
  readonly papers: number;
  /** Papers that the upgrade has written. */
  readonly rewritten: number;
  /** Of everything but what the upgrade writes. */
  readonly checksum: string;
}

declare global {
  var paperkinUpgrade: {
    start(): Promise<void>;
    walked(): number;
    summary(): Promise<UpgradeSummary>;
  };
}

/** A page of the extension that can open the library with one more version of its schema. */
export async function openUpgradePage(browser: TestBrowser): Promise<TestTab> {
  const tab = await browser.openExtensionPage('manifest.json');
  await tab.inject(await bundleForPage('tests/support/upgrade-in-page.ts'));
  return tab;
}

export async function summaryOf(browser: TestBrowser): Promise<UpgradeSummary> {
  const tab = await openUpgradePage(browser);
  const summary = await tab.evaluate(() => globalThis.paperkinUpgrade.summary(), null);
  await tab.close();
  return summary;
}

/** Begins the upgrade, and comes back when it has walked over so many papers or ended. */
export async function upgradeUntil(browser: TestBrowser, papers: number): Promise<number> {
  const tab = await openUpgradePage(browser);
  // Not awaited: the browser is killed under it.
  await tab.evaluate(() => void globalThis.paperkinUpgrade.start(), null);
  for (;;) {
    const walked = await tab.evaluate(() => globalThis.paperkinUpgrade.walked(), null);
    if (walked >= papers) return walked;
  }
}
