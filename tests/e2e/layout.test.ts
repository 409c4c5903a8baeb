import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSite, FEED_ADDRESS, LIST_ADDRESS } from '../../scripts/demo/demo-site';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { launchGranted } from '../support/launch-granted';
import { pagesAt } from '../support/served-pages';

/** Where each element of the page itself stands, in document order. */
interface Box {
  readonly what: string;
  readonly box: readonly number[];
}

describe('our controls', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
  });
  afterAll(() => browser?.close());

  it.each([
    ['a feed', FEED_ADDRESS, 1280],
    ['a feed on a narrow window', FEED_ADDRESS, 420],
    ['trending', 'https://huggingface.co/papers/trending', 1280],
    ['a search on Hugging Face', 'https://huggingface.co/papers?q=video', 1280],
    ['new submissions', LIST_ADDRESS, 1280],
    ['new submissions on a narrow window', LIST_ADDRESS, 420],
    ['recent submissions', 'https://arxiv.org/list/cs.LG/recent', 1280],
    ['a search on arXiv', 'https://arxiv.org/search/?query=retrieval&searchtype=all', 1280],
  ])('move nothing of the page on %s', async (_page, address, width) => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.locator('paperkin-badge').first().waitFor({ state: 'attached' });
    await page.locator('paperkin-bar').waitFor({ state: 'attached' });
    const withUs = await boxes(page);
    // The same page in the same window, without us.
    await page.addStyleTag({
      content: 'paperkin-badge, paperkin-bar, paperkin-card { display: none !important }',
    });
    await page.evaluate(() => {
      for (const ours of document.querySelectorAll('paperkin-badge, paperkin-bar')) ours.remove();
    });
    const without = await boxes(page);
    expect(moved(withUs, without)).toEqual([]);
    await page.close();
  });

  it.each([
    ['a feed', FEED_ADDRESS, 1280],
    ['a feed on a narrow window', FEED_ADDRESS, 420],
    ['trending', 'https://huggingface.co/papers/trending', 1280],
    ['new submissions', LIST_ADDRESS, 1280],
  ])('cover nothing of the page on %s', async (_page, address, width) => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.locator('paperkin-badge').first().waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
    await page.close();
  });

  it('stand behind a title that is a block in its link, and move nothing that follows', async () => {
    const address = 'https://www.semanticscholar.org/search?q=invented';
    const body = readFileSync('tests/fixtures/semantic-scholar/search/page.html', 'utf8');
    const granted = await launchGranted('https://www.semanticscholar.org/*');
    try {
      granted.browser.web.add(pagesAt({ [address]: body.replace('</title>', `</title>${TIGHT}`) }));
      const page = await granted.browser.open(address);
      await page.locator('paperkin-badge').nth(1).waitFor({ state: 'attached' });
      await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
      await expect.poll(() => page.evaluate(countBesideTitles)).toBe(2);
      const withUs = await boxes(page);
      await page.evaluate(() => {
        for (const ours of document.querySelectorAll('paperkin-badge, paperkin-bar')) ours.remove();
      });
      expect(moved(withUs, await boxes(page))).toEqual([]);
    } finally {
      await granted.close();
    }
  });

  it('cover nothing of a page that reads from right to left', async () => {
    const page = await browser.context.newPage();
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dir = 'rtl';
      });
    });
    await page.goto(LIST_ADDRESS);
    await page.locator('paperkin-badge').first().waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
    await page.close();
  });

  it('never make a page scroll sideways', async () => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 420, height: 900 });
    await page.goto('https://huggingface.co/papers/trending');
    await page.locator('paperkin-badge').first().waitFor({ state: 'attached' });
    const last = page.locator('paperkin-badge').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => rightOf(page)).toBeLessThanOrEqual(420);
    await page.close();
  });
});

/** No room between title and what follows. */
const TIGHT = '<style>h2, ul { margin: 0 }</style>';

/** Controls that stand at the height of the heading before them. */
function countBesideTitles(): number {
  return [...document.querySelectorAll('paperkin-badge')].filter((badge) => {
    const title = badge.previousElementSibling?.getBoundingClientRect();
    const { top = 0, bottom = 0 } = badge.getBoundingClientRect();
    const middlePx = (top + bottom) / 2;
    return title && middlePx > title.top && middlePx < title.bottom;
  }).length;
}

/** Texts of the page that lie under a bookmark in view. */
function findCovered(): string[] {
  const badges = [...document.querySelectorAll('paperkin-badge')];
  const marks = badges.map((badge) =>
    badge.shadowRoot?.querySelector('button')?.getBoundingClientRect(),
  );
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const covered: string[] = [];
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const line of range.getClientRects()) {
      const isUnder = marks.some(
        (mark) =>
          mark &&
          mark.bottom > 0 &&
          mark.top < innerHeight &&
          mark.left < line.right - 1 &&
          mark.right > line.left + 1 &&
          mark.top + 6 < line.bottom &&
          mark.bottom - 6 > line.top,
      );
      if (isUnder && texts.currentNode.textContent?.trim())
        covered.push(texts.currentNode.textContent);
    }
  }
  return covered;
}

/** Right edge of the controls in view that reaches furthest. */
function rightOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('paperkin-badge')].map((badge) =>
      badge.getBoundingClientRect(),
    );
    const inView = boxes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    return Math.max(...inView.map(({ right }) => right));
  });
}

/** The width of an inline element is left out: white space at its end counts, and is not seen. */
function boxes(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => !element.localName.startsWith('paperkin-'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const isInline = getComputedStyle(element).display === 'inline';
        const names = [element.localName, ...element.classList].join('.');
        return {
          what: `${names} ${element.textContent?.trim().slice(0, 30)}`,
          box: isInline ? [x, y, height] : [x, y, height, width],
        };
      }),
  );
}

/** Elements that a control pushed or stretched by half a pixel or more. */
function moved(withUs: readonly Box[], without: readonly Box[]): string[] {
  return withUs.flatMap(({ what, box }, i) => {
    const before = without[i]?.box ?? [];
    const isMoved = box.some((value, side) => Math.abs(value - (before[side] ?? 0)) >= 0.5);
    return isMoved ? [`${what}: ${before.map(Math.round)} became ${box.map(Math.round)}`] : [];
  });
}
