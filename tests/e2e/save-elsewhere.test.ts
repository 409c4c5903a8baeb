import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPapers } from '../../scripts/demo/demo-papers';
import { demoSite } from '../../scripts/demo/demo-site';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { pagesAt } from '../support/served-pages';

const [paper] = demoPapers;
const ABSTRACT = `https://arxiv.org/abs/${paper?.id}`;
const BLOG = 'https://blog.example/lanterns';
const LINK = 'https://openreview.net/forum?id=LcF-EEt8cCC';

/** What a person does with menus and keys outside the page, told to the background as the browser does. */
describe('saving without the popup', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
    browser.web.add(pagesAt({ [BLOG]: `<title>Blog</title><a href="${LINK}">a paper</a>` }));
  });
  afterEach(() => browser.reset());
  afterAll(() => browser?.close());

  const savedIds = async () =>
    (await browser.readTable<{ id: string }>('library')).map(({ id }) => id);
  const tell = async (address: string, what: 'save-page' | 'save-link' | 'shortcut') => {
    const worker = await browser.worker();
    await worker.evaluate(
      async ([url, event, linkUrl]) => {
        // Events have `dispatch` inside extensions, which the types do not know.
        type Dispatching = { dispatch(...args: unknown[]): void };
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((one) => one.url === url) ?? tabs.at(-1);
        const menu = chrome.contextMenus.onClicked as unknown as Dispatching;
        const command = chrome.commands.onCommand as unknown as Dispatching;
        if (event === 'shortcut') command.dispatch('save-page', tab);
        else menu.dispatch({ menuItemId: event, linkUrl }, tab);
      },
      [address, what, LINK] as const,
    );
  };

  it('the context menu on a page saves its paper, with what the page tells', async () => {
    await browser.open(ABSTRACT);
    await tell(ABSTRACT, 'save-page');
    await expect.poll(savedIds).toEqual([`arxiv:${paper?.id}`]);
    const papers = await browser.readTable<{ title: string }>('papers');
    expect(papers).toMatchObject([{ title: paper?.title }]);
  });

  it('the shortcut does the same, once however often it is pressed', async () => {
    await browser.open(ABSTRACT);
    await tell(ABSTRACT, 'shortcut');
    await tell(ABSTRACT, 'shortcut');
    await expect.poll(savedIds).toEqual([`arxiv:${paper?.id}`]);
  });

  it('the context menu on a link saves the paper that the link names', async () => {
    await browser.open(BLOG);
    await tell(BLOG, 'save-link');
    await expect.poll(savedIds).toEqual(['openreview:LcF-EEt8cCC']);
    expect(browser.extensionRequests).toEqual([]);
  });
});
