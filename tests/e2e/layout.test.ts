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

const SEARCH_ADDRESS = 'https://www.semanticscholar.org/search?q=invented';

/** Titles that are blocks in their links; no room between a title and what follows. */
function searchPage(): string {
  return readFileSync('tests/fixtures/semantic-scholar/search/page.html', 'utf8')
    .replace('</title>', '</title><style>h2, ul { margin: 0 } h2 { white-space: nowrap }</style>')
    .replace('Other Graphs', 'Other Graphs With a Title as Wide as a Window');
}

describe('our controls in a search on Semantic Scholar', () => {
  let granted: Awaited<ReturnType<typeof launchGranted>>;
  let page: Page;

  beforeAll(async () => {
    granted = await launchGranted('https://www.semanticscholar.org/*');
    granted.browser.web.add(pagesAt({ [SEARCH_ADDRESS]: searchPage() }));
    page = await granted.browser.open(SEARCH_ADDRESS);
    await page.locator('paperkin-badge').nth(1).waitFor({ state: 'attached' });
  });
  afterAll(() => granted?.close());

  it('stand behind a title that is a block in its link', async () => {
    await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
    await expect.poll(() => page.evaluate(countBesideTitles)).toBe(2);
  });

  it('stand behind another line where the window ends too soon, and move nothing', async () => {
    const titlePx = await page.evaluate(findTitleEnd);
    // From a title that touches the edge to one with room for a bookmark and its count.
    for (const roomPx of [0, 10, 20, 30, 40, 50, 60, 80]) {
      await page.setViewportSize({ width: Math.ceil(titlePx) + roomPx, height: 900 });
      await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
      await expect.poll(() => page.evaluate(findCutOff)).toEqual([]);
    }
    await page.setViewportSize({ width: Math.ceil(titlePx), height: 900 });
    await expect.poll(() => page.evaluate(countBesideTitles)).toBe(1);
    const withUs = await boxes(page);
    await page.evaluate(() => {
      for (const ours of document.querySelectorAll('paperkin-badge, paperkin-bar')) ours.remove();
    });
    expect(moved(withUs, await boxes(page))).toEqual([]);
  });
});

/** Cards as narrow as their titles, which hide what hangs out; no margins anywhere. */
const CARDS = `<style>
  * { margin: 0; padding: 0 }
  article { width: 20em; overflow: hidden; font: 16px monospace }
  h3 { font: inherit; white-space: nowrap }
</style>
<main>${[
  ['3101.00001', 30, 30],
  ['3101.00002', 33, 10],
]
  .map(
    ([id, title = 0, authors = 0]) => `<article>
      <h3><a href="/papers/${id}">${'x'.repeat(Number(title))}</a></h3>
      <p>${'y'.repeat(Number(authors))}</p></article>`,
  )
  .join('')}</main>`;
const LATE_STYLE = 'https://huggingface.co/late.css';

describe('our controls in cards that clip', () => {
  it('are seen whole and cover nothing, also once a style sheet came late', async () => {
    const browser = await launchChromium();
    browser.web.add(pagesAt({ [FEED_ADDRESS]: CARDS }));
    browser.web.add(({ href }) =>
      href === LATE_STYLE
        ? { body: 'h3 { letter-spacing: 0.5px }', contentType: 'text/css' }
        : null,
    );
    const page = await browser.open(FEED_ADDRESS);
    await page.locator('paperkin-badge').nth(1).waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(findCovered)).toEqual([]);
    await expect.poll(() => page.evaluate(findClipped)).toEqual([]);
    const [before] = await page.locator('paperkin-badge').all();
    const beforePx = (await before?.boundingBox())?.y ?? 0;
    await page.addStyleTag({ url: LATE_STYLE });
    await expect.poll(async () => (await before?.boundingBox())?.y).toBeGreaterThan(beforePx + 10);
    expect(await page.evaluate(findCovered)).toEqual([]);
    expect(await page.evaluate(findClipped)).toEqual([]);
    await browser.close();
  });
});

/** Where the text of the widest title ends, in px from the left. */
function findTitleEnd(): number {
  const titles = [...document.querySelectorAll('h2')].map((title) => {
    const text = document.createRange();
    text.selectNodeContents(title);
    return text.getBoundingClientRect().right;
  });
  return Math.max(...titles);
}

/** Controls that stand at the height of the heading before them. */
function countBesideTitles(): number {
  return [...document.querySelectorAll('paperkin-badge')].filter((badge) => {
    const title = badge.previousElementSibling?.getBoundingClientRect();
    const { top = 0, bottom = 0 } = badge.getBoundingClientRect();
    const middlePx = (top + bottom) / 2;
    return title && middlePx > title.top && middlePx < title.bottom;
  }).length;
}

/** Papers whose control has less than a bookmark and a count in the window. */
function findCutOff(): string[] {
  const badges = [...document.querySelectorAll<HTMLElement>('paperkin-badge')];
  const cut = badges.filter((badge) => {
    const { left, top } = badge.getBoundingClientRect();
    return left < 0 || top < 0 || left + 68 > innerWidth + 1;
  });
  return cut.map((badge) => badge.dataset.paper ?? '');
}

/** Papers whose control hangs out of its card. */
function findClipped(): string[] {
  const badges = [...document.querySelectorAll<HTMLElement>('paperkin-badge')];
  const clipped = badges.filter((badge) => {
    const mark = badge.shadowRoot?.querySelector('.pill')?.getBoundingClientRect();
    const card = badge.closest('article')?.getBoundingClientRect();
    return mark && card && (mark.left < card.left || mark.right > card.right);
  });
  return clipped.map((badge) => badge.dataset.paper ?? '');
}

/** Texts of the page that lie under a bookmark in view. */
function findCovered(): string[] {
  const badges = [...document.querySelectorAll('paperkin-badge')];
  const marks = badges.map((badge) =>
    badge.shadowRoot?.querySelector('.pill')?.getBoundingClientRect(),
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
