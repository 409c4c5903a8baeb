import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { exportPapers } from '../../../lib/export';
import { Chromium } from '../../../tests/support/chromium';
import { generatePapers } from '../../../tests/support/generate-papers';
import { type Figure, figureOf } from '../report/figure';
import type { BenchContext } from './part';

const PART = 'import';
const WAIT_MS = 240_000;

/** A file of so many entries through our own page: read, shown, saved; and what that holds up. */
export async function importInPage(
  size: number,
  { program, extensionDir, folder }: BenchContext,
): Promise<{ figures: Figure[]; longestMs: number }> {
  const file = join(folder, `import-${size}.bib`);
  writeFileSync(file, exportPapers(generatePapers(size), 'bibtex', { abstracts: true }));
  const browser = await Chromium.launch({ program, extensionDir });
  try {
    const page = await browser.openExtensionPage('library.html#import');
    await watchTasks(page);
    const start = performance.now();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.import-preview').waitFor({ timeout: WAIT_MS });
    const shown = performance.now();
    const memoryMb = await page.evaluate(heapMb);
    await page.locator('.import-preview .button-primary').click();
    await page.getByText('Undo the import').first().waitFor({ timeout: WAIT_MS });
    const saved = performance.now();
    const longestMs = await page.evaluate(longestTask);
    const figure = (what: string, value: number, unit: 'ms' | 'MB' = 'ms') =>
      figureOf({ part: PART, size, what, unit }, [value]);
    const figures = [
      figure('in the page: read and compared', shown - start),
      figure('in the page: saved', saved - shown),
      figure('in the page: heap', memoryMb, 'MB'),
      figure('in the page: longest task', longestMs),
    ];
    return { figures, longestMs };
  } finally {
    await browser.close();
  }
}

/** Browsers report tasks of 50 ms or more. */
function watchTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
}

/** 0 where none was reported. */
function longestTask(): number {
  return Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks);
}

function heapMb(): number {
  const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
  return memory.usedJSHeapSize / 1e6;
}
