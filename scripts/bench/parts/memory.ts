import { benchPapers } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { workerMegabytes } from '../browser/worker-memory';
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
      const world = worldOf(size);
      const browser = await openWorld(world, context);
      const page = await openBenchPage(browser);
      const candidates = benchPapers(0, 100);
      const url = 'https://arxiv.org/list/cs.LG/new';
      for (const message of [
        { type: 'page.look', request: { url, candidates } },
        { type: 'page.relate', request: { candidates } },
        { type: 'related.toPaper', request: { candidate: candidates[0], limit: 10 } },
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
      const papers = world.saved + world.seen;
      const atMost = { 10000: 8, 100000: 40 }[size];
      comparisons.push({
        part: PART,
        size,
        what: `search index on disk, in MB for ${size.toLocaleString('en')} papers`,
        ratio: (searchMb * size) / papers,
        ...(atMost && { goal: { atMost } }),
      });
    }
    return { figures, comparisons };
  },
};
