import type { Page } from 'playwright';
import type { Chromium } from '../../../tests/support/chromium';
import { drawPlainList } from '../browser/plain-list';
import { openWorld } from '../browser/world';
import { type Comparison, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';

const PART = 'library';
/** All saved. */
const ROWS = 50_000;
const SMALL = 10_000;
const MAPPED = 10_000;
/** Two frames of 60 Hz: beyond it the eye sees a step. */
const LATE_MS = 32;
/** Ours and the plain list by turns, so that the machine's noise meets both. */
const TIMES = 3;

/** The library page in the built extension: scrolling its rows, and the map. */
export const libraryPart: Part = {
  name: PART,
  async run(context) {
    const rows = context.sizes.some((size) => size > SMALL) ? ROWS : SMALL;
    const scrolled = await withLibrary(rows, context, measureScrolling);
    const mapped = await withLibrary(MAPPED, context, measureMap);
    return {
      figures: [...scrolled.figures, ...mapped.figures],
      comparisons: [...scrolled.comparisons, ...mapped.comparisons],
    };
  },
};

interface Found {
  readonly figures: readonly Figure[];
  readonly comparisons: readonly Comparison[];
}

async function withLibrary(
  size: number,
  context: BenchContext,
  measure: (browser: Chromium, size: number) => Promise<Found>,
): Promise<Found> {
  const browser = await openWorld({ saved: size, seen: 0 }, context);
  try {
    return await measure(browser, size);
  } finally {
    await browser.closeBrowser();
  }
}

async function measureScrolling(browser: Chromium, size: number): Promise<Found> {
  const runs = { ours: [], plain: [] } as Record<'ours' | 'plain', Scrolled[]>;
  const openedMs: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const page = await browser.context.newPage();
    await page.goto(browser.addressOf('library.html'), { waitUntil: 'commit' });
    openedMs.push(await timeOf(page, '.table-title'));
    runs.ours.push(await page.evaluate(scrollThrough, '.paper-table'));
    await page.setContent('');
    await page.evaluate(drawPlainList, size);
    runs.plain.push(await page.evaluate(scrollThrough, '.plain'));
    await page.close();
  }
  const about = { part: PART, size } as const;
  const framesOf = (all: readonly Scrolled[]) => all.flatMap(({ framesMs }) => framesMs);
  const lateOf = (all: readonly Scrolled[]) => {
    const frames = framesOf(all);
    return frames.filter((ms) => ms > LATE_MS).length / frames.length;
  };
  const most = (what: 'rows' | 'longestMs') => Math.max(...runs.ours.map((one) => one[what]));
  const plain = { ...about, what: 'one frame, scrolling a plain list', isReference: true };
  return {
    figures: [
      figureOf({ ...about, what: 'first rows of the page' }, openedMs),
      figureOf({ ...about, what: 'one frame while scrolling' }, framesOf(runs.ours)),
      figureOf(plain, framesOf(runs.plain)),
    ],
    comparisons: [
      {
        ...about,
        what: `share of frames over ${LATE_MS} ms`,
        ratio: lateOf(runs.ours),
        goal: { atMost: 0 },
      },
      { ...about, what: 'the same, scrolling a plain list', ratio: lateOf(runs.plain) },
      {
        ...about,
        what: 'longest task while scrolling, in ms',
        ratio: most('longestMs'),
        goal: { atMost: LATE_MS },
      },
      {
        ...about,
        what: 'rows in the document, at most',
        ratio: most('rows'),
        goal: { atMost: 100 },
      },
    ],
  };
}

interface Scrolled {
  readonly framesMs: readonly number[];
  /** The most that stood in the document. */
  readonly rows: number;
  /** Of the tasks that the browser calls long, 0 where there was none. */
  readonly longestMs: number;
}

/**
 * Runs in the page: a fast wheel over some thousand rows, then the bar dragged to other places.
 * Tasks are watched by the browser itself, which reports those over 50 ms.
 */
async function scrollThrough(selector: string): Promise<Scrolled> {
  const box = document.querySelector(selector) as HTMLElement;
  const framesMs: number[] = [];
  let rows = 0;
  let longestMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  let lastMs = await frame();
  const step = async (top: number) => {
    box.scrollTop = top;
    const nowMs = await frame();
    framesMs.push(nowMs - lastMs);
    lastMs = nowMs;
    rows = Math.max(rows, document.querySelectorAll('tbody tr').length);
  };
  for (let turn = 0; turn < 400; turn += 1) await step(box.scrollTop + 150);
  const reach = box.scrollHeight - box.clientHeight;
  for (let turn = 0; turn < 100; turn += 1) await step(reach * (((turn * 37) % 100) / 100));
  observer.disconnect();
  return { framesMs, rows, longestMs };
}

async function measureMap(browser: Chromium, size: number): Promise<Found> {
  const firstMs: number[] = [];
  const readyMs: number[] = [];
  const longest: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const page = await browser.context.newPage();
    await page.addInitScript(watchTasks);
    await page.goto(browser.addressOf('library.html#map'), { waitUntil: 'commit' });
    firstMs.push(await timeOf(page, '.map-canvas canvas'));
    readyMs.push(await timeOf(page, '.map-cluster'));
    longest.push(
      await page.evaluate(() => (globalThis as { benchLongestMs?: number }).benchLongestMs ?? 0),
    );
    await page.close();
  }
  const about = { part: PART, size } as const;
  const first = figureOf({ ...about, what: 'first sight of the map' }, firstMs);
  const ready = figureOf({ ...about, what: 'the whole map drawn and named' }, readyMs);
  const task = figureOf({ ...about, what: 'longest task until then' }, longest);
  return {
    figures: [first, ready, task],
    comparisons: [
      {
        ...about,
        what: 'the whole map drawn and named, in ms',
        ratio: ready.median,
        goal: { atMost: 3000 },
      },
      {
        ...about,
        what: 'longest task until then, in ms',
        ratio: task.median,
        goal: { atMost: 50 },
      },
    ],
  };
}

async function timeOf(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { timeout: 120_000 });
  return page.evaluate(() => performance.now());
}

/** Runs in the page: the longest of the tasks that the browser calls long, so far. */
function watchTasks(): void {
  const watched = globalThis as { benchLongestMs?: number };
  watched.benchLongestMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      watched.benchLongestMs = Math.max(watched.benchLongestMs ?? 0, duration);
  }).observe({ type: 'longtask', buffered: true });
}
