import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasFirefox, launchFirefox } from '../support/launch';
import { launchGranted } from '../support/launch-granted';
import { pagesAt } from '../support/served-pages';
import { asFirefoxTest } from '../support/test-browser';

const SITE = 'https://scirate.com/*';
const ADDRESS = 'https://scirate.com/arxiv/quant-ph';
const PAGES = pagesAt({
  [ADDRESS]: readFileSync('tests/fixtures/scirate/feed/page.html', 'utf8'),
});
const BADGE = 'paperkin-badge';

describe.skipIf(!hasFirefox)('an optional site, in Firefox', () => {
  it('is marked in open tabs at the click that allows it, and bare again once given back', async () => {
    // Answers the browser's own question with yes: nothing can press its button.
    const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
    const browser = asFirefoxTest(await launchFirefox({ prefs }));
    try {
      browser.web.add(PAGES);
      const tab = await browser.open(ADDRESS);
      const settings = await browser.openExtensionPage('library.html#settings');
      await settings.waitForText('SciRate');
      expect(await tab.count(BADGE)).toBe(0);

      await settings.press('Allow SciRate', 'body');
      await tab.waitFor(BADGE);
      const papers = await tab.count(BADGE);

      await settings.press('Give back the permission for SciRate', 'body');
      await expect.poll(() => tab.count(BADGE)).toBe(0);
      await settings.press('Allow SciRate', 'body');
      await expect.poll(() => tab.count(BADGE)).toBe(papers);
      expect(browser.extensionRequests).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('an optional site, in Chromium', () => {
  it('is marked in open tabs once the browser says that it was allowed', async () => {
    const { browser, close } = await launchGranted(SITE);
    try {
      browser.web.add(PAGES);
      // As it stands before the click: the site is allowed by now, and nobody was told.
      const settings = await browser.openExtensionPage('library.html#settings');
      const scripts = () =>
        settings.evaluate(async () =>
          (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
        );
      await expect.poll(scripts).toEqual([SITE]);
      await settings.evaluate(() => chrome.scripting.unregisterContentScripts());
      const tab = await browser.open(ADDRESS);
      expect(await tab.locator(BADGE).count()).toBe(0);

      const worker = await browser.worker();
      await worker.evaluate((origin) => {
        // Events have `dispatch` inside extensions, which the types do not know.
        const added = chrome.permissions.onAdded as unknown as { dispatch(what: object): void };
        added.dispatch({ origins: [origin], permissions: [] });
      }, SITE);
      await tab.locator(BADGE).first().waitFor({ state: 'attached' });
      const papers = await tab.locator(BADGE).count();

      // As to a tab that loads just then: registered and run, the script comes twice.
      await worker.evaluate(async (url) => {
        const [open] = await chrome.tabs.query({ url });
        await chrome.scripting.executeScript({
          target: { tabId: open?.id ?? 0 },
          files: ['/sites.js'],
        });
      }, ADDRESS);
      await tab.evaluate(() => document.querySelector('.paper')?.after('more'));
      await tab.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      expect(await tab.locator(BADGE).count()).toBe(papers);

      await settings.getByRole('button', { name: 'Give back the permission for SciRate' }).click();
      await expect.poll(() => tab.locator(BADGE).count()).toBe(0);
      await expect.poll(scripts).toEqual([]);
      expect(browser.extensionErrors).toEqual([]);
    } finally {
      await close();
    }
  });
});

const PDF = 'https://openreview.net/pdf?id=LcF-EEt8cCC';
/** One blank page. */
const BLANK = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

describe('a PDF of an optional site, in Chromium', () => {
  it('is known by its address, though a script of ours runs around it', async () => {
    const { browser, close } = await launchGranted('https://openreview.net/*');
    try {
      browser.web.add(({ href }) =>
        href === PDF ? { body: BLANK, contentType: 'application/pdf' } : null,
      );
      const popup = await browser.pressAction(await browser.open(PDF));
      await popup.getByText('openreview:LcF-EEt8cCC').first().waitFor();
    } finally {
      await close();
    }
  });
});
