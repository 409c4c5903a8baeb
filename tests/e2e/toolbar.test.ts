import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { pagesAt } from '../support/served-pages';
import { launchBrowser, type TestBrowser } from '../support/test-browser';

const [first, second] = feedPapers.map(({ id }) => id);
if (!first || !second) throw new Error('the demo has no papers');
const PAPER = `https://arxiv.org/abs/${first}`;
const NEWS = 'https://news.example/today';

interface Look {
  readonly text: string;
  readonly title: string;
}

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`the toolbar's button, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
      browser.web.add(pagesAt({ [NEWS]: '<!doctype html><title>News</title><p>None' }));
    });
    afterAll(() => browser?.close());

    /** Resolves once the button of the tab at this address says so; fails after fifteen seconds. */
    async function says(address: string, wanted: Look): Promise<void> {
      const page = await browser.openExtensionPage('library.html');
      const seen = await page.evaluate(lookOf, { address, wanted });
      await page.close();
      expect(seen).toEqual(wanted);
    }

    it('counts the papers of a listing that are saved, as they are saved', async () => {
      const feed = await browser.open(FEED_ADDRESS);
      await feed.waitFor('paperkin-badge');
      await says(FEED_ADDRESS, {
        text: '',
        title: 'Paperkin: none of the papers on this page is saved',
      });
      for (const id of [first, second]) {
        await feed.press('Save', badgeOf(`arxiv:${id}`));
        await feed.waitFor(`${badgeOf(`arxiv:${id}`)}[data-state="saved"]`);
      }
      await says(FEED_ADDRESS, {
        text: '2',
        title: 'Paperkin: 2 of the papers on this page are saved',
      });
      await feed.close();
    });

    it('says whether the paper of a page is saved', async () => {
      const paper = await browser.open(PAPER);
      await paper.waitFor('paperkin-badge');
      await says(PAPER, { text: '', title: 'Paperkin: this paper is saved' });
      await paper.close();
    });

    it('says nothing of a page without papers', async () => {
      const news = await browser.open(NEWS);
      await says(NEWS, { text: '', title: 'Paperkin' });
      await news.close();
    });

    it('alone serves with the marks turned off: pages stay as they are', async () => {
      const own = await browser.openExtensionPage('library.html');
      await own.evaluate(
        (settings) => chrome.runtime.sendMessage({ type: 'settings.set', request: { settings } }),
        { showInPages: false },
      );
      await own.close();
      const paper = await browser.open(PAPER);
      await says(PAPER, { text: '', title: 'Paperkin: this paper is saved' });
      expect(await paper.count('paperkin-badge, paperkin-bar, paperkin-card')).toBe(0);
      await paper.close();
    });
  });
}

/** Runs in a page of the extension: how the button of a tab looks once it is as wanted, or at last. */
async function lookOf({ address, wanted }: { address: string; wanted: Look }): Promise<Look> {
  const { action, tabs } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
  const read = async (): Promise<Look> => {
    const all = await tabs.query({});
    // Without leave for a site its address is not told; that tab is the one that is no page of ours.
    const tab = all.find(({ url }) => url === address) ?? all.find(({ url }) => !url);
    const tabId = tab?.id ?? -1;
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  };
  const endMs = Date.now() + 15_000;
  let look = await read();
  while (JSON.stringify(look) !== JSON.stringify(wanted) && Date.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    look = await read();
  }
  return look;
}
