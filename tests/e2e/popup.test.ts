import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { pagesAt } from '../support/served-pages';
import { launchBrowser, type TestBrowser } from '../support/test-browser';

/** A paper page of a journal that nobody has turned on. */
const JOURNAL = 'https://journal.example/articles/lanterns';
const JOURNAL_HTML = `<!doctype html><title>Lanterns</title>
  <meta name="citation_title" content="On the Keeping of Lanterns">
  <meta name="citation_author" content="Quill, Ada">
  <meta name="citation_author" content="Reed, Bo">
  <meta name="citation_doi" content="10.5555/lanterns.2031">
  <meta name="citation_publication_date" content="2031/01/10">
  <h1>On the Keeping of Lanterns</h1>`;
const NOTHING = 'https://news.example/today';
const CHANGED = 'https://arxiv.org/list/cs.NE/recent';

const [first, second, third] = feedPapers.map(({ id, title }) => ({ key: `arxiv:${id}`, title }));
if (!first || !second || !third) throw new Error('the demo has no papers');

describe('the popup, opened from the toolbar', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
    browser.web.add(
      pagesAt({
        [JOURNAL]: JOURNAL_HTML,
        [NOTHING]: '<title>News</title><p>None',
        [CHANGED]: '<title>arXiv</title><main><button>2401.00001</button></main>',
      }),
    );
  });
  afterEach(async () => {
    const { extensionRequests, extensionErrors } = browser;
    const unwanted = [...extensionRequests, ...extensionErrors];
    await browser.reset();
    expect(unwanted).toEqual([]);
  });
  afterAll(() => browser?.close());

  it('says how many papers a listing has, and how many of them are saved', async () => {
    const feed = await browser.open(FEED_ADDRESS);
    await save(feed, first.key);
    const popup = await browser.pressAction(feed);
    await popup.getByText(`${feedPapers.length} papers found on this page, 1 saved`).waitFor();
  });

  it('saves a paper from a site without any permission for it', async () => {
    const popup = await browser.pressAction(await browser.open(JOURNAL));
    await popup.getByText('On the Keeping of Lanterns').first().waitFor();
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await popup.getByRole('button', { name: 'Undo' }).waitFor();
    const papers = await browser.readTable('papers');
    expect(papers).toMatchObject([
      { id: 'doi:10.5555/lanterns.2031', title: 'On the Keeping of Lanterns' },
    ]);
    expect(await browser.readTable('library')).toHaveLength(1);
  });

  it('opens at the reading list where there is no paper, and can say why', async () => {
    const popup = await browser.pressAction(await browser.open(NOTHING));
    await popup.getByRole('tab', { name: 'Reading list', selected: true }).waitFor();
    await popup.getByRole('tab', { name: 'This page' }).click();
    await popup.getByText('No paper on this page').waitFor();
  });

  it('says of a listing without rows that its layout seems to have changed', async () => {
    const popup = await browser.pressAction(await browser.open(CHANGED));
    await popup.getByText('its layout seems to have changed').waitFor();
  });

  it('relates the open paper to all that was met, and keeps how new that should be', async () => {
    await browser.open(FEED_ADDRESS);
    const paper = await browser.open(`https://arxiv.org/abs/${first.key.slice('arxiv:'.length)}`);
    const popup = await browser.pressAction(paper);
    await popup.getByRole('tab', { name: 'Related' }).click();
    await popup.getByRole('listitem').first().waitFor();
    await popup.getByLabel('Prefer new work').selectOption('year');
    await popup.getByRole('listitem').first().waitFor();
    const again = await browser.openExtensionPage('popup.html');
    await again.getByRole('tab', { name: 'Related' }).click();
    const chosen = again.getByLabel('Prefer new work');
    await expect.poll(() => chosen.inputValue()).toBe('year');
  });

  it('shows on the page at once what was done in it', async () => {
    const feed = await browser.open(FEED_ADDRESS);
    await feed.locator('paperkin-badge').first().waitFor();
    const popup = await browser.pressAction(feed);
    await popup.getByRole('button', { name: 'Select all' }).click();
    await popup.getByRole('button', { name: `Save ${feedPapers.length} papers` }).click();
    const saved = feed.locator('paperkin-badge[data-state="saved"]');
    await saved.nth(feedPapers.length - 1).waitFor({ state: 'attached' });
  });
});

describe('the reading list', () => {
  let browser: Chromium;
  let list: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
  });
  beforeEach(async () => {
    const feed = await browser.open(FEED_ADDRESS);
    for (const { key } of [first, second, third]) await save(feed, key);
    list = await browser.openExtensionPage('popup.html');
    await list.getByRole('tab', { name: 'Reading list' }).click();
    await list.getByRole('listitem').nth(2).waitFor();
  });
  afterEach(async () => {
    const unwanted = [...browser.extensionErrors];
    await browser.reset();
    expect(unwanted).toEqual([]);
  });
  afterAll(() => browser?.close());

  it('lists what was saved, newest first', async () => {
    const titles = await list.getByRole('listitem').allTextContents();
    expect(titles).toHaveLength(3);
    for (const [at, { title }] of [third, second, first].entries()) {
      expect(titles[at]).toContain(title);
    }
  });

  it('finds a paper by a misspelt piece of its title', async () => {
    await list.getByRole('textbox', { name: 'Search your papers' }).fill('strearning difusion');
    await list.getByText(third.title).waitFor({ state: 'detached' });
    await list.getByRole('listitem').filter({ hasText: second.title }).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(1);
  });

  it('exports everything as BibTeX to a file', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'paperkin-export-'));
    await list
      .getByRole('checkbox', { name: /^Select: / })
      .first()
      .check();
    await list.getByRole('button', { name: 'Export', exact: true }).click();
    await list.getByRole('radio', { name: /^Everything/ }).check();
    await list.getByRole('radio', { name: 'BibTeX', exact: true }).check();
    const button = list.getByRole('button', { name: 'Save as a file' });
    const text = readFileSync(await browser.download(dir, () => button.click()), 'utf8');
    rmSync(dir, { recursive: true });
    expect(text.match(/^@/gm)).toHaveLength(3);
    for (const { key } of [first, second, third]) expect(text).toContain(key.replace('arxiv:', ''));
  });
});

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`the popup as a page, in ${name}`, () => {
    let browser: TestBrowser;

    beforeEach(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
    });
    afterEach(() => browser.close());

    it('knows the papers of the tab it was opened over', async () => {
      const feed = await browser.open(FEED_ADDRESS);
      await feed.press('Save', badgeOf(first.key));
      await feed.waitFor(`${badgeOf(first.key)}[data-state="saved"]`);
      const asker = await browser.openExtensionPage('manifest.json');
      const id = await asker.evaluate(
        async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
        FEED_ADDRESS,
      );
      const popup = await browser.openExtensionPage(`popup.html?tab=${id}`);
      await popup.waitForText(`${feedPapers.length} papers found on this page, 1 saved`);
      await popup.waitForText(second.title);
    });
  });
}

async function save(page: Page, key: string): Promise<void> {
  const badge = page.locator(badgeOf(key)).first();
  await badge.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .locator(`${badgeOf(key)}[data-state="saved"]`)
    .first()
    .waitFor();
}
