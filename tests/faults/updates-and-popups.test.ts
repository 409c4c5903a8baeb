import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from '../../scripts/demo/demo-site';
import { badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';

let browser: Chromium;

beforeEach(async () => {
  browser = await launchChromium();
  browser.web.add(demoSite);
});
afterEach(() => browser.close());

it('R-17: the extension goes away under five open tabs, and none of them throws', async () => {
  const tabs: Page[] = [];
  const errors: string[] = [];
  for (let count = 0; count < 5; count++) {
    const tab = await browser.open(FEED_ADDRESS);
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.locator('paperkin-badge').first().waitFor();
    tabs.push(tab);
  }
  const own = await browser.openExtensionPage('manifest.json');
  // The page goes with the extension, so no answer comes.
  await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  for (const tab of tabs) {
    await tab.locator('paperkin-badge').first().getByRole('button').first().click();
    const gone = tab.locator('paperkin-badge');
    const told = gone.first().getByRole('button', { name: /was updated/ });
    await expect
      .poll(async () => (await gone.count()) === 0 || (await told.count()) > 0, { timeout: 15_000 })
      .toBe(true);
  }
  expect(errors).toEqual([]);
});

it('R-19: the popup opened and closed fifty times while papers are being saved', async () => {
  const feed = await browser.open(FEED_ADDRESS);
  for (let count = 0; count < 50; count++) {
    const popup = await browser.context.newPage();
    await popup.goto(browser.addressOf('popup.html'), { waitUntil: 'commit' });
    const paper = feedPapers[count];
    if (paper) {
      const badge = feed.locator(badgeOf(`arxiv:${paper.id}`)).first();
      await badge.getByRole('button', { name: 'Save', exact: true }).click();
    }
    await popup.close();
  }
  const saved = feed.locator('paperkin-badge[data-state="saved"]');
  await expect.poll(() => saved.count(), { timeout: 15_000 }).toBe(feedPapers.length);
  expect(await browser.readTable('library')).toHaveLength(feedPapers.length);
  expect(browser.extensionErrors).toEqual([]);
});

it('R-21: detects, saves, relates, searches and lists without any network', async () => {
  await browser.context.setOffline(true);
  const feed = await browser.open(FEED_ADDRESS);
  for (const { id } of feedPapers.slice(0, 12)) {
    const badge = feed.locator(badgeOf(`arxiv:${id}`)).first();
    await badge.getByRole('button', { name: 'Save', exact: true }).click();
    await feed
      .locator(`${badgeOf(`arxiv:${id}`)}[data-state="saved"]`)
      .first()
      .waitFor();
  }
  const list = await browser.open(LIST_ADDRESS);
  await list.locator('paperkin-badge[data-state="saved"]').first().waitFor({ state: 'attached' });
  const popup = await browser.openExtensionPage('popup.html');
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await popup.getByRole('textbox', { name: 'Search your papers' }).fill('verifable reward');
  await popup.getByRole('listitem').filter({ hasText: 'Verifiable Rewards' }).first().waitFor();
  expect(browser.extensionRequests).toEqual([]);
  expect(browser.extensionErrors).toEqual([]);
});
