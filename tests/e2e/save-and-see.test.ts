import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { feedPapers, findDemoPapers, listedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { pagesAt } from '../support/served-pages';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

const UNRELATED = 'https://news.example/today';
const UNRELATED_HTML = '<!doctype html><title>News</title><p>See arxiv.org/abs/3101.00042</p>';

/** Of a control that says how many saved papers are related. */
const RELATED = ':not([data-related="0"])';

const keyOf = (paper: { id: string }) => `arxiv:${paper.id}`;

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`what stands beside papers, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
      browser.web.add(pagesAt({ [UNRELATED]: UNRELATED_HTML }));
    });
    afterAll(() => browser?.close());

    it.each([
      ['the feed of a day', FEED_ADDRESS, feedPapers],
      ['the feed of a week', 'https://huggingface.co/papers/week/2031-W03', feedPapers],
      ['the trending page', 'https://huggingface.co/papers/trending', feedPapers],
      ['new submissions', LIST_ADDRESS, listedPapers],
      ['recent submissions', 'https://arxiv.org/list/cs.LG/recent', listedPapers],
    ])('is one control for each paper of %s', async (_page, address, papers) => {
      const tab = await browser.open(address);
      await tab.waitFor('paperkin-badge');
      expect(await shownKeys(tab)).toEqual(papers.map(keyOf).sort());
      await tab.close();
    });

    it.each([
      ['https://huggingface.co/papers?q=video', 'video'],
      ['https://arxiv.org/search/?query=retrieval&searchtype=all', 'retrieval'],
    ])('is one control for each paper found by %s', async (address, query) => {
      const tab = await browser.open(address);
      await tab.waitFor('paperkin-badge');
      expect(await shownKeys(tab)).toEqual(findDemoPapers(query).map(keyOf).sort());
      await tab.close();
    });

    it('is nothing at all on a page that is none of its business', async () => {
      const tab = await browser.open(UNRELATED);
      expect(await tab.evaluate(() => document.documentElement.outerHTML, null)).toBe(
        '<html><head><title>News</title></head><body><p>See arxiv.org/abs/3101.00042</p></body></html>',
      );
      await tab.close();
    });

    it('asked nothing of the web, and made no page ask for more, in all of this', () => {
      expect(browser.extensionRequests).toEqual([]);
      expect(browser.web.missed).toEqual([]);
    });
  });

  describe.skipIf(isMissing)(`saving, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
    });
    afterEach(async () => {
      const asked = [...browser.extensionRequests];
      await browser.reset();
      expect(asked).toEqual([]);
    });
    afterAll(() => browser?.close());

    it('takes one click, is shown and kept, and can be taken back', async () => {
      const key = keyOf(feedPapers[1] ?? { id: '' });
      const tab = await browser.open(FEED_ADDRESS);
      await save(tab, key);
      expect(await savedIds(browser)).toEqual([key]);
      await tab.press('Saved', badgeOf(key));
      await tab.press('Undo', 'paperkin-card');
      await tab.waitFor(`${badgeOf(key)}:not([data-state="saved"])`);
      expect(await savedIds(browser)).toEqual([]);
    });

    it('on one site shows on the other, with what is related to it', async () => {
      const about = findDemoPapers('sparse autoencoder');
      const onFeed = about.filter((paper) => paper.huggingFace);
      const feed = await browser.open(FEED_ADDRESS);
      for (const paper of onFeed) await save(feed, keyOf(paper));
      await feed.close();

      const list = await browser.open(LIST_ADDRESS);
      const onBoth = onFeed.filter((paper) => paper.onArxivList);
      for (const paper of onBoth)
        await list.waitFor(`${badgeOf(keyOf(paper))}[data-state="saved"]`);
      // Which rows get a count is for the ranking's own tests: here, some on the same subject do.
      const alike = about.filter(({ huggingFace }) => !huggingFace).map(keyOf);
      for (const key of alike) await list.evaluate(scrollTo, badgeOf(key));
      await list.waitFor(alike.map((key) => `${badgeOf(key)}${RELATED}`).join());
      expect(await list.count(`paperkin-badge${RELATED}`)).toBeLessThan(listedPapers.length / 2);
    });

    it('outlives the browser, closed and opened again', async () => {
      const key = keyOf(feedPapers[0] ?? { id: '' });
      await save(await browser.open(FEED_ADDRESS), key);
      await browser.closeBrowser();
      await browser.relaunch();
      expect(await savedIds(browser)).toEqual([key]);
      const tab = await browser.open(FEED_ADDRESS);
      await tab.waitFor(`${badgeOf(key)}[data-state="saved"]`);
    });
  });
}

async function save(tab: TestTab, key: string): Promise<void> {
  await tab.press('Save', badgeOf(key));
  await tab.waitFor(`${badgeOf(key)}[data-state="saved"]`);
}

async function shownKeys(tab: TestTab): Promise<string[]> {
  const keys = await tab.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('paperkin-badge')].map(
        (badge) => badge.dataset.paper ?? '',
      ),
    null,
  );
  return keys.sort();
}

async function savedIds(browser: TestBrowser): Promise<string[]> {
  return (await browser.readTable<{ id: string }>('library')).map(({ id }) => id).sort();
}

/** Brings an element into view, and waits until the page has seen that it is. */
async function scrollTo(selector: string): Promise<void> {
  document.querySelector(selector)?.scrollIntoView({ block: 'center' });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}
