import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from '../../../tests/support/chromium';
import { benchPapers } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { openWorld, worldOf } from '../browser/world';
import { type Comparison, type Figure, figureOf } from '../report/figure';
import type { Part } from './part';

const PART = 'memory';

/** What the background holds after it has looked, related, searched and listed. */
export const memoryPart: Part = {
  name: PART,
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    for (const size of context.sizes) {
      const browser = await openWorld(worldOf(size), context);
      const page = await openBenchPage(browser);
      const candidates = benchPapers(0, 100);
      const url = 'https://arxiv.org/list/cs.LG/new';
      for (const message of [
        { type: 'page.look', request: { url, candidates } },
        { type: 'page.relate', request: { candidates } },
        { type: 'library.search', request: { text: 'model', limit: 50 } },
        { type: 'library.list', request: { sort: 'added', offset: 0, limit: 50 } },
      ]) {
        await call(page, 'ask', message);
      }
      const megabytes = await workerMegabytes(browser);
      const onDisk = await call(page, 'indexSizes', undefined);
      await browser.closeBrowser();
      figures.push(
        figureOf({ part: PART, size, what: 'background, everything used', unit: 'MB' }, [
          megabytes,
        ]),
        ...Object.entries(onDisk).map(([name, mb]) =>
          figureOf({ part: PART, size, what: `index ${name} on disk`, unit: 'MB' }, [mb]),
        ),
      );
      const what = 'memory of the background, in MB';
      comparisons.push({ part: PART, size, what, ratio: megabytes, goal: { atMost: 150 } });
      const searchMb = onDisk.search ?? Number.NaN;
      const atMost = { 10000: 8, 100000: 40 }[size];
      comparisons.push({
        part: PART,
        size,
        what: 'search index on disk, in MB',
        ratio: searchMb,
        ...(atMost && { goal: { atMost } }),
      });
    }
    return { figures, comparisons };
  },
};

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Objects and buffers of the worker after a collection. */
async function workerMegabytes(browser: Chromium): Promise<number> {
  const port = readFileSync(join(browser.profileDir, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const response = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await response.json()) as { type: string; webSocketDebuggerUrl: string }[];
  const worker = targets.find(({ type }) => type === 'service_worker');
  if (!worker) throw new Error('the background does not run');
  const socket = new WebSocket(worker.webSocketDebuggerUrl);
  await new Promise((done) => socket.addEventListener('open', done));
  const send = (id: number, method: string) =>
    new Promise<unknown>((done) => {
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data));
        if (message.id === id) done(message.result);
      });
      socket.send(JSON.stringify({ id, method }));
    });
  await send(1, 'HeapProfiler.collectGarbage');
  const usage = (await send(2, 'Runtime.getHeapUsage')) as HeapUsage;
  socket.close();
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
