import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPapers } from '../../scripts/demo/demo-papers';
import { demoSite } from '../../scripts/demo/demo-site';
import { badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';

const [paper] = demoPapers;
if (!paper) throw new Error('the demo has no papers');
const ADDRESS = `https://arxiv.org/abs/${paper.id}`;

/** What a person types behind `pk`, told to the background as the browser does. */
describe('the address bar', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
    const tab = await browser.open(ADDRESS);
    await tab
      .locator(badgeOf(`arxiv:${paper.id}`))
      .getByRole('button', { name: 'Save' })
      .click();
    await tab.locator('paperkin-badge[data-state="saved"]').waitFor();
    await tab.close();
  });
  afterAll(() => browser?.close());

  // Events have `dispatch` inside extensions, which the types do not know.
  type Dispatching = { dispatch(...args: unknown[]): void };

  it('suggests saved papers by their words, also misspelt', async () => {
    const [word = ''] = paper.title.split(' ').filter((one) => one.length > 6);
    const misspelt = `${word.slice(0, 3)}${word.slice(4)}`;
    const suggestions = await (await browser.worker()).evaluate(
      (text) =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          (chrome.omnibox.onInputChanged as unknown as Dispatching).dispatch(text, resolve);
        }),
      misspelt,
    );
    expect(suggestions).toEqual([{ content: `arxiv:${paper.id}`, description: paper.title }]);
  });

  it('opens what was chosen', async () => {
    const tab = await browser.open('https://huggingface.co/papers');
    await tab.bringToFront();
    await (await browser.worker()).evaluate((text) => {
      (chrome.omnibox.onInputEntered as unknown as Dispatching).dispatch(text, 'currentTab');
    }, `arxiv:${paper.id}`);
    await expect.poll(() => browser.context.pages().map((page) => page.url())).toContain(ADDRESS);
  });
});
