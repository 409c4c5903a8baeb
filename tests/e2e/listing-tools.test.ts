import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedPapers, listedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

const keyOf = (paper: { id: string }) => `arxiv:${paper.id}`;
const BAR = 'paperkin-bar';

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`the tools of a listing, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
    });
    afterAll(async () => {
      expect(browser.extensionRequests).toEqual([]);
      await browser.close();
    });

    async function openBar(address: string): Promise<TestTab> {
      const tab = await browser.open(address);
      await tab.waitFor(BAR);
      await tab.press(await foldName(tab), BAR);
      return tab;
    }

    it('save all new papers of a feed as one, and take that back as one', async () => {
      const tab = await openBar(FEED_ADDRESS);
      await tab.press('Choose papers', BAR);
      await tab.press('All new', BAR);
      await tab.press(`Save ${feedPapers.length} papers`, BAR);
      for (const paper of feedPapers) {
        await tab.waitFor(`${badgeOf(keyOf(paper))}[data-state="saved"]`);
      }
      expect(await browser.readTable('library')).toHaveLength(feedPapers.length);
      await tab.press('Undo', BAR);
      for (const paper of feedPapers) {
        await tab.waitFor(`${badgeOf(keyOf(paper))}:not([data-state="saved"])`);
      }
      expect(await browser.readTable('library')).toEqual([]);
      await tab.close();
    });

    it.each([
      ['a feed', FEED_ADDRESS],
      ['a list', LIST_ADDRESS],
    ])('put the closest papers of %s first, and back without a trace', async (_page, address) => {
      await ensureSaved(browser);
      const tab = await openBar(address);
      const before = await shownOrder(tab);
      const markup = await hostMarkup(tab);
      await tab.press('Closest to yours first', BAR);
      await tab.waitFor(`${BAR}[data-sorted="true"]`);
      expect(await shownOrder(tab)).not.toEqual(before);
      expect((await shownOrder(tab)).sort()).toEqual([...before].sort());
      await tab.press('Closest to yours first', BAR);
      await tab.waitFor(`${BAR}[data-sorted="false"]`);
      expect(await shownOrder(tab)).toEqual(before);
      expect(await hostMarkup(tab)).toBe(markup);
      await tab.close();
    });

    it('begin choosing with the box of a row, and keep the focus in it', async () => {
      const tab = await browser.open(LIST_ADDRESS);
      await tab.waitFor(BAR);
      const paper = listedPapers.find(({ huggingFace }) => !huggingFace);
      const badge = badgeOf(keyOf(paper ?? { id: '' }));
      await tab.evaluate(focusBookmark, badge);
      await tab.key('Tab');
      await tab.key('Enter');
      expect(await tab.evaluate(describeFocus, badge)).toEqual(['bookmark', 'true']);
      await tab.press('Save 1 paper', BAR);
      await tab.waitFor(`${badge}[data-state="saved"]`);
      await tab.press('Undo', BAR);
      await tab.waitFor(`${badge}:not([data-state="saved"])`);
      await tab.close();
    });
  });
}

function focusBookmark(badge: string): void {
  document.querySelector(badge)?.shadowRoot?.querySelector<HTMLElement>('.bookmark')?.focus();
}

/** What of a badge has the focus, and whether it is ticked. */
function describeFocus(badge: string): (string | null)[] {
  const focused = document.querySelector(badge)?.shadowRoot?.activeElement;
  return [focused?.className ?? null, focused?.getAttribute('aria-checked') ?? null];
}

/** One paper to be close to. */
async function ensureSaved(browser: TestBrowser): Promise<void> {
  if ((await browser.readTable('library')).length > 0) return;
  const [liked] = listedPapers.filter((paper) => paper.huggingFace);
  const feed = await browser.open(FEED_ADDRESS);
  await feed.press('Save', badgeOf(keyOf(liked ?? { id: '' })));
  await feed.waitFor(`${badgeOf(keyOf(liked ?? { id: '' }))}[data-state="saved"]`);
  await feed.close();
}

/** The bar names itself by its figures. */
function foldName(tab: TestTab): Promise<string> {
  return tab.evaluate(
    () =>
      document
        .querySelector('paperkin-bar')
        ?.shadowRoot?.querySelector('.fold')
        ?.getAttribute('aria-label') ?? '',
    null,
  );
}

/** Keys of the page's papers as they stand on the screen. */
function shownOrder(tab: TestTab): Promise<string[]> {
  return tab.evaluate(() => {
    const badges = [...document.querySelectorAll<HTMLElement>('paperkin-badge')];
    const places = badges.map((badge) => {
      const box = (badge.closest('article, dt') ?? badge).getBoundingClientRect();
      return { key: badge.dataset.paper ?? '', top: Math.round(box.top), left: box.left };
    });
    return places.sort((a, b) => a.top - b.top || a.left - b.left).map(({ key }) => key);
  }, null);
}

/** The page without what is ours. */
function hostMarkup(tab: TestTab): Promise<string> {
  return tab.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const ours of copy.querySelectorAll('paperkin-badge')) ours.remove();
    return copy.outerHTML;
  }, null);
}
