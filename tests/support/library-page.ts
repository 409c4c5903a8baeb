import type { TestBrowser, TestTab } from './test-browser';

/** Text as a person pastes it into the import page, looked through and not yet confirmed. */
export async function lookThrough(browser: TestBrowser, text: string): Promise<TestTab> {
  const tab = await browser.openExtensionPage('library.html#import');
  await tab.fill('.import-text textarea', text);
  await tab.press('Look through', '.import-text');
  return tab;
}

/** The same, imported. */
export async function bringIn(browser: TestBrowser, text: string): Promise<void> {
  const tab = await lookThrough(browser, text);
  await tab.click('.import-preview .button-primary');
  await tab.waitForText('Undo the import');
  await tab.close();
}

/** From here on, what the page offers for download is kept in the page instead. */
export async function catchDownloads(tab: TestTab): Promise<void> {
  await tab.evaluate(() => {
    const caught: Promise<string>[] = [];
    Object.assign(globalThis, { caught });
    URL.createObjectURL = (blob) => {
      caught.push((blob as Blob).text());
      return '#caught';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  }, null);
}

/** How many files were offered since. */
export function downloadCount(tab: TestTab): Promise<number> {
  return tab.evaluate(() => (globalThis as unknown as { caught: unknown[] }).caught.length, null);
}

/** The text of the file that was offered last. */
export function lastDownload(tab: TestTab): Promise<string> {
  return tab.evaluate(
    () => (globalThis as unknown as { caught: Promise<string>[] }).caught.at(-1) ?? '',
    null,
  );
}
