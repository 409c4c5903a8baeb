import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GECKO_ID } from '../../scripts/browsers/test-extension';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { hasFirefox, launchFirefox } from '../support/launch';
import { launchGranted } from '../support/launch-granted';
import { pagesAt } from '../support/served-pages';

describe('R-22: the permission for a site, taken back while a tab of it is open', () => {
  const SITE = 'https://scirate.com/*';
  const ADDRESS = 'https://scirate.com/arxiv/quant-ph';
  const HTML = readFileSync('tests/fixtures/scirate/feed/page.html', 'utf8');

  it('Chromium: takes the controls off the page; settings and popup offer to allow it again', async () => {
    const { browser: granted, close } = await launchGranted(SITE);
    try {
      granted.web.add(pagesAt({ [ADDRESS]: HTML }));
      const page = await granted.openExtensionPage('manifest.json');
      const has = () =>
        page.evaluate((site) => chrome.permissions.contains({ origins: [site] }), SITE);
      expect(await has()).toBe(true);
      const scripts = () =>
        page.evaluate(async () =>
          (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
        );
      await expect.poll(scripts).toContain(SITE);
      const tab = await granted.open(ADDRESS);
      await tab.locator('paperkin-badge').first().waitFor();
      await page.evaluate((site) => chrome.permissions.remove({ origins: [site] }), SITE);
      expect(await has()).toBe(false);
      await expect.poll(() => tab.locator('paperkin-badge').count()).toBe(0);
      const again = await granted.open(ADDRESS);
      const settings = await granted.openExtensionPage('library.html#settings');
      await settings.getByRole('button', { name: 'Allow SciRate' }).waitFor();
      expect(await again.locator('paperkin-badge').count()).toBe(0);
      const popup = await granted.pressAction(again);
      await popup.getByRole('button', { name: 'Show marks on SciRate' }).waitFor();
      expect(granted.extensionErrors).toEqual([]);
    } finally {
      await close();
    }
  });

  it.skipIf(!hasFirefox)(
    'Firefox: also for a site that came with the extension, as its readers may',
    async () => {
      const browser = await launchFirefox();
      try {
        browser.web.add(demoSite);
        const feed = await browser.open(FEED_ADDRESS);
        await feed.waitForSelector('paperkin-badge');
        await browser.evaluateInBrowser(`
          ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
            .ExtensionPermissions.remove(
              ${JSON.stringify(GECKO_ID)},
              { permissions: [], origins: ['https://huggingface.co/*'] },
              WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension,
            )`);
        await feed.waitForFunction(() => !document.querySelector('paperkin-badge'));
        await feed.reload();
        expect(await feed.$$('paperkin-badge')).toEqual([]);
        const settings = await browser.openExtensionPage('library.html#settings');
        await settings.waitForSelector('::-p-aria([name="Allow Hugging Face"])');
        expect(browser.extensionRequests).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
