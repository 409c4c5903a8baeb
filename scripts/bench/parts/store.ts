import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from '../../../tests/support/chromium';
import { benchPapers } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { workerMegabytes } from '../browser/worker-memory';
import { openWorld, worldOf } from '../browser/world';
import { type Figure, figureOf } from '../report/figure';
import type { Part } from './part';

const PART = 'store';
const OPENS = 10;
const SAVES = 100;
/** Far above any library, so that each paper is new, in this run and the next. */
const FIRST_NEW = 300_000;

/** The largest library: opened, saved to, and what it takes of memory and disk. */
export const storePart: Part = {
  name: PART,
  async run(context) {
    const size = Math.max(...context.sizes);
    const about = { part: PART, size };
    const browser = await openWorld(worldOf(size), context);
    const figures: Figure[] = [
      figureOf(
        { ...about, what: 'open: first counts of a stopped background' },
        await opens(browser),
      ),
      figureOf({ ...about, what: 'one save' }, await saves(browser)),
      figureOf({ ...about, what: 'memory of the background after these', unit: 'MB' }, [
        await workerMegabytes(browser),
      ]),
    ];
    await browser.closeBrowser();
    for (const folder of ['IndexedDB', 'Local Extension Settings']) {
      const megabytes = sizeOf(join(browser.profileDir, 'Default', folder)) / 1e6;
      figures.push(figureOf({ ...about, what: `${folder} on disk`, unit: 'MB' }, [megabytes]));
    }
    return { figures, comparisons: [] };
  },
};

async function opens(browser: Chromium): Promise<number[]> {
  const values: number[] = [];
  for (let turn = 0; turn < OPENS; turn++) {
    await browser.killWorker();
    const page = await openBenchPage(browser);
    values.push(await ask(page, { type: 'library.counts', request: {} }));
    await page.close();
  }
  return values;
}

async function saves(browser: Chromium): Promise<number[]> {
  const page = await openBenchPage(browser);
  const start = FIRST_NEW + (Date.now() % 500_000);
  const values: number[] = [];
  for (const [i, paper] of benchPapers(start, SAVES + 1).entries()) {
    const request = { opId: `bench-store-${start + i}`, candidates: [paper] };
    values.push(await ask(page, { type: 'papers.save', request }));
  }
  return values.slice(1); // the first opens the index of titles
}

async function ask(
  page: Awaited<ReturnType<typeof openBenchPage>>,
  message: unknown,
): Promise<number> {
  const { ms, reply } = await call(page, 'ask', message);
  if (!(reply as { ok?: boolean }).ok) throw new Error(JSON.stringify(reply));
  return ms;
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
