import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPapers, feedPapers, listedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { pagesAt } from '../support/served-pages';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

const UNRELATED = 'https://news.example/today';
const UNRELATED_HTML = '<!doctype html><title>News</title><p>See arxiv.org/abs/3101.00042</p>';

const keyOf = (paper: { id: string }) => `arxiv:${paper.id}`;
const withWord = (word: string) =>
  demoPapers.filter(({ title }) => title.toLowerCase().includes(word));

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`from the feed to the listing, in ${name}`, () => {
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
    ])('puts one control beside each paper of %s', async (_page, address, papers) => {
      const tab = await browser.open(address);
      await tab.waitFor('paperkin-badge');
      expect(await shownKeys(tab)).toEqual(papers.map(keyOf).sort());
      await tab.close();
    });

    it('knows what a search shows, whatever else the page carries', async () => {
      const tab = await browser.open('https://huggingface.co/papers?q=video');
      await tab.waitFor('paperkin-badge');
      const shown = demoPapers.filter(({ title, abstract, authors }) =>
        [title, abstract, ...authors].join(' ').toLowerCase().includes('video'),
      );
      expect(await shownKeys(tab)).toEqual(shown.map(keyOf).sort());
      await tab.close();
    });

    it('saves with one click, keeps it, and takes it back', async () => {
      const key = keyOf(feedPapers[1] ?? { id: '' });
      const tab = await browser.open(FEED_ADDRESS);
      await tab.press('Save', badgeOf(key));
      await tab.waitFor(`${badgeOf(key)}[data-state="saved"]`);
      expect(await savedIds(browser)).toEqual([key]);
      await tab.press('Saved', badgeOf(key));
      await tab.press('Undo', 'paperkin-card');
      await tab.waitFor(`${badgeOf(key)}:not([data-state="saved"])`);
      expect(await savedIds(browser)).toEqual([]);
      await tab.close();
    });

    it('shows on arXiv what was saved on Hugging Face, and what is related to it', async () => {
      const about = withWord('sparse autoencoder');
      const onFeed = about.filter((paper) => paper.huggingFace);
      const feed = await browser.open(FEED_ADDRESS);
      for (const paper of onFeed) {
        await feed.press('Save', badgeOf(keyOf(paper)));
        await feed.waitFor(`${badgeOf(keyOf(paper))}[data-state="saved"]`);
      }
      await feed.close();

      const list = await browser.open(LIST_ADDRESS);
      const both = onFeed.find((paper) => paper.onArxivList);
      await list.waitFor(`${badgeOf(keyOf(both ?? { id: '' }))}[data-state="saved"]`);
      const others = about.filter((paper) => !paper.huggingFace);
      for (const paper of others) {
        await list.evaluate(scrollTo, badgeOf(keyOf(paper)));
        await list.waitFor(`${badgeOf(keyOf(paper))}:not([data-related="0"])`);
      }
      const robots = withWord('vision-language-action').filter((paper) => paper.onArxivList);
      for (const paper of robots) {
        expect(await list.count(`${badgeOf(keyOf(paper))}:not([data-related="0"])`)).toBe(0);
      }
      await list.close();
    });

    it('finds everything there when the browser is closed and opened again', async () => {
      const before = await savedIds(browser);
      expect(before.length).toBeGreaterThan(0);
      await browser.closeBrowser();
      await browser.relaunch();
      expect(await savedIds(browser)).toEqual(before);
      const tab = await browser.open(FEED_ADDRESS);
      await tab.waitFor(`${badgeOf(before[0] ?? '')}[data-state="saved"]`);
      await tab.close();
    });

    it('leaves a page that is none of its business as it was', async () => {
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

function scrollTo(selector: string): void {
  document.querySelector(selector)?.scrollIntoView({ block: 'center' });
}
