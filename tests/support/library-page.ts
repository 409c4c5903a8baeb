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

interface Caught {
  readonly caught: Promise<string>[];
}

/** The text of the file that is offered by what `run` does. */
export async function downloadBy(tab: TestTab, run: () => Promise<void>): Promise<string> {
  const count = await tab.evaluate(() => (globalThis as unknown as Caught).caught.length, null);
  await run();
  return tab.evaluate(async (known) => {
    const { caught } = globalThis as unknown as Caught;
    while (caught.length <= known) await new Promise((resolve) => setTimeout(resolve, 20));
    return caught.at(-1) ?? '';
  }, count);
}
