import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { call, openBenchPage } from '../browser/bench-page';
import { UnwatchedChromium } from '../browser/unwatched-chromium';
import { prepareWorld, worldOf } from '../browser/world';
import { type Comparison, compare, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';
import { runScript } from './run-script';

const PART = 'upkeep';
const LOOK_MS = 6000;
/** Seen papers that the daily upkeep finds to be too many. */
const TOO_MANY = 2000;

/** How long a listing waits for its marks while the background is busy with what nobody asked for. */
export const upkeepPart: Part = {
  name: PART,
  async run(context) {
    const { figures, comparisons } = await measureIndex(context);
    for (const size of context.sizes) {
      const found = await measure(size, context);
      figures.push(...found);
      const [idle, ...busy] = found;
      for (const one of busy) {
        if (idle && one.what.startsWith('marks')) {
          comparisons.push(compare(`${one.what} / while idle, p95`, [one, idle], undefined, 'p95'));
        }
      }
    }
    return { figures, comparisons };
  },
};

/** What scripts/bench/search-upkeep.ts writes, of what is used here. */
interface IndexRow {
  readonly size: number;
  readonly 'build ms': number;
  readonly 'add one, mean ms': number;
  readonly 'largest write kB': number;
  readonly 'slice p95 ms': number;
}

/** One paper added to the search, beside building it anew. */
async function measureIndex({ sizes, folder }: BenchContext) {
  const rows = await runScript<IndexRow[]>('search-upkeep', ['--sizes', sizes.join(',')], folder);
  const figures: Figure[] = [];
  const comparisons: Comparison[] = [];
  for (const row of rows) {
    const { size } = row;
    const one = (what: string, value: number, unit: Figure['unit'] = 'ms') =>
      figureOf({ part: PART, size, what, unit }, [value]);
    const build = one('search built anew', row['build ms']);
    const added = one('one paper added to the search', row['add one, mean ms']);
    const largest = one('largest buffer written for one paper', row['largest write kB'], 'kB');
    figures.push(build, added, largest, one('a slice of merging, p95', row['slice p95 ms']));
    comparisons.push(
      compare('search built anew / one paper added', [build, added], { atLeast: 200 }),
    );
    const what = 'largest buffer written for one paper, in kB';
    comparisons.push({ part: PART, size, what, ratio: largest.median, goal: { atMost: 1000 } });
  }
  return { figures, comparisons };
}

async function measure(size: number, context: BenchContext): Promise<Figure[]> {
  const { program, extensionDir, folder } = context;
  // A copy: upkeep throws papers away.
  const profileDir = join(folder, 'upkeep');
  rmSync(profileDir, { recursive: true, force: true });
  cpSync(await prepareWorld(worldOf(size), context), profileDir, { recursive: true });
  const browser = await UnwatchedChromium.launch({ program, extensionDir, profileDir });
  try {
    const page = await openBenchPage(browser);
    const look = async (what: string) =>
      figureOf({ part: PART, size, what }, await call(page, 'lookFor', { ms: LOOK_MS, size }));
    const idle = await look('marks of 100 rows while idle');
    const seenLimit = Math.max(0, worldOf(size).seen - TOO_MANY);
    await call(page, 'startUpkeep', { seenLimit });
    const busy = await look('marks of 100 rows during upkeep');
    await browser.killWorker();
    await call(page, 'loseIndexes', null);
    const searching = call(page, 'searchUntilWhole', null);
    const rebuilding = await look('marks of 100 rows while all indexes are rebuilt');
    const { first, whole } = await searching;
    const one = (what: string, ms: number) => figureOf({ part: PART, size, what }, [ms]);
    return [
      idle,
      busy,
      rebuilding,
      one('first search while all indexes are rebuilt', first),
      one('rebuild of search from the library', whole),
    ];
  } finally {
    await browser.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}
