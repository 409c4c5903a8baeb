import { expect, it } from 'vitest';
import { addRows } from '../support/add-rows';
import { launchChromium } from '../support/launch';
import { pagesAt } from '../support/served-pages';

const FEED = 'https://huggingface.co/papers/date/2031-02-03';
const HTML = `<!doctype html><title>Papers</title><style>article { content-visibility: auto }</style>
  <main><article><h3><a href="/papers/3102.00001">A title</a></h3></article></main>`;
/** The browser alone takes most of a minute to lay such a page out. */
const WAIT = { timeout: 300_000 };

it('S-05: a page of a million nodes with links gets controls where a reader is, and saves', async () => {
  const browser = await launchChromium();
  try {
    browser.web.add(pagesAt({ [FEED]: HTML }));
    const page = await browser.open(FEED);
    await page.evaluate(addRows, 333_333);
    const badges = page.locator('paperkin-badge');
    await badges.nth(3).waitFor({ state: 'attached', ...WAIT });
    expect(await badges.count()).toBeLessThan(300);
    await badges.first().getByRole('button', { name: 'Save' }).click(WAIT);
    await page.locator('paperkin-badge[data-state="saved"]').waitFor({ state: 'attached' });
    expect(await browser.readTable('library')).toHaveLength(1);
  } finally {
    await browser.close();
  }
});
