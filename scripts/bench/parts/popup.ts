import type { Page } from 'playwright';
import { Chromium } from '../../../tests/support/chromium';
import { call, openBenchPage } from '../browser/bench-page';
import { openWorld } from '../browser/world';
import { type Comparison, compare, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';

const PART = 'popup';
const TIMES = 25;
/** All saved: what the reading list holds. */
const SIZES = [10_000, 50_000];
const LARGEST_OBJECT = 10_000;

/** From opening the popup to the frame in which its first rows stand. */
export const popupPart: Part = {
  name: PART,
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    const { program, extensionDir, referenceDir } = context;
    const reference = await Chromium.launch({ program, extensionDir: referenceDir });
    const empty = await Chromium.launch({ program, extensionDir });
    try {
      const largest = Math.max(...context.sizes);
      for (const size of SIZES.filter((one) => one <= Math.max(10_000, largest))) {
        const found = await measure(size, context, { reference, empty });
        figures.push(...found.figures);
        comparisons.push(...found.comparisons);
      }
    } finally {
      await reference.close();
      await empty.close();
    }
    return { figures, comparisons };
  },
};

interface Others {
  /** The reference extension. */
  readonly reference: Chromium;
  /** Paperkin without a paper. */
  readonly empty: Chromium;
}

async function measure(size: number, context: BenchContext, { reference, empty }: Others) {
  const ours = await openWorld({ saved: size, seen: 0 }, context);
  try {
    // Keeps the extension's process alive between two popups, as an open page of it would.
    await openBenchPage(ours);
    const keeper = await openBenchPage(reference);
    await openBenchPage(empty);
    const bare: number[] = [];
    const without: number[] = [];
    const warm: number[] = [];
    const cold: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) {
      bare.push(await painted(reference, 'empty.html', '#app'));
      without.push(await painted(empty, 'popup.html', NO_ROWS));
      // Not after the other: a background that has just started is still at work.
      warm.push(await painted(ours, 'popup.html', ROW));
      await ours.killWorker();
      cold.push(await painted(ours, 'popup.html', ROW));
    }
    const about = { part: PART, size } as const;
    const bareFigure = figureOf({ ...about, what: 'a page with a line', isReference: true }, bare);
    const emptyFigure = figureOf(
      { ...about, what: 'our popup without a paper', isReference: true },
      without,
    );
    const warmFigure = figureOf({ ...about, what: 'first rows, background running' }, warm);
    const coldFigure = figureOf({ ...about, what: 'first rows, background stopped' }, cold);
    const figures = [bareFigure, emptyFigure, warmFigure, coldFigure];
    const comparisons = [
      compare('popup / popup without a paper', [warmFigure, emptyFigure], { atMost: 1.3 }),
      compare('popup / a page with a line', [warmFigure, bareFigure]),
      compare('popup with background stopped / without a paper', [coldFigure, emptyFigure], {
        atMost: 1.3,
      }),
    ];
    if (size <= LARGEST_OBJECT) {
      await call(keeper, 'storeAsOneObject', { size });
      const all: number[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        all.push(await painted(reference, 'all-rows.html', '.row'));
      }
      const what = 'all rows from one object (PaperMemory)';
      const allFigure = figureOf({ ...about, what, isReference: true }, all);
      figures.push(allFigure);
      comparisons.push(
        compare('PaperMemory / popup', [allFigure, warmFigure], { atLeast: 20 }),
        compare('PaperMemory / popup without a paper, the limit', [allFigure, emptyFigure]),
        compare('PaperMemory / a page with a line, the limit of any', [allFigure, bareFigure]),
      );
    }
    await keeper.close();
    return { figures, comparisons };
  } finally {
    await ours.closeBrowser();
  }
}

/** A row of the reading list with a paper in it, and what stands there where there is none. */
export const ROW = '.row-title';
export const NO_ROWS = '.empty a[href*="huggingface"]';

async function painted(browser: Chromium, path: string, selector: string): Promise<number> {
  const page = await browser.context.newPage();
  try {
    await page.addInitScript(watchFor, selector);
    await page.goto(browser.addressOf(path), { waitUntil: 'commit' });
    return await paintTime(page);
  } finally {
    await page.close();
  }
}

async function paintTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (globalThis as { benchPaintedMs?: number }).benchPaintedMs,
    undefined,
    { polling: 20, timeout: 120_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Runs in the page: notes when the frame after the element's coming was drawn. */
function watchFor(selector: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        (globalThis as { benchPaintedMs?: number }).benchPaintedMs = performance.now();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}
