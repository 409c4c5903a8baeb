import { Chromium } from '../../../tests/support/chromium';
import { benchPapers } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { openWorld, worldOf } from '../browser/world';
import { type Comparison, compare, exponent, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';

const PART = 'save';
const TIMES = 25;
/** Far above any library, so that each paper is new, in this run and the next. */
const FIRST_NEW = 300_000;
/** One stored object of 100,000 papers is 170 MB, more than a message may carry. */
const LARGEST_OBJECT = 10_000;

/** One paper saved and acknowledged, strict durability included. */
export const savePart: Part = {
  name: PART,
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    for (const size of context.sizes) {
      const saved = await measureSaves(size, context);
      figures.push(saved.ours, saved.raw);
      comparisons.push(compare('one save / raw IndexedDB put', [saved.ours, saved.raw]));
      if (size > LARGEST_OBJECT) continue;
      const whole = await measureObject(size, context);
      figures.push(whole);
      const goal = size === LARGEST_OBJECT ? { atLeast: 30 } : undefined;
      comparisons.push(compare('one object rewritten / one save', [whole, saved.ours], goal));
    }
    const saves = figures.filter(({ what }) => what === 'one save');
    const objects = figures.filter(({ what }) => what.startsWith('one stored object'));
    const growth = exponent(saves);
    return {
      figures,
      comparisons: [
        ...comparisons,
        ...(growth ? [{ ...growth, goal: { atMost: 0.1 } }] : []),
        ...judgeLargest(saves, objects),
      ],
    };
  },
};

/** The largest library beside an object of its size, as long as that would be by its growth. */
function judgeLargest(saves: readonly Figure[], objects: readonly Figure[]): Comparison[] {
  const growth = exponent(objects);
  const [save, object] = [saves.at(-1), objects.at(-1)];
  if (!growth || !save?.size || !object?.size || save.size === object.size) return [];
  const rewritten = object.median * (save.size / object.size) ** growth.ratio;
  const what = 'one object rewritten, by its growth / one save';
  const goal = { atLeast: 300 };
  return [growth, { part: PART, size: save.size, what, ratio: rewritten / save.median, goal }];
}

async function measureSaves(size: number, context: BenchContext) {
  const browser = await openWorld(worldOf(size), context);
  try {
    const page = await openBenchPage(browser);
    const start = FIRST_NEW + (Date.now() % 500_000);
    const values: number[] = [];
    for (const [i, paper] of benchPapers(start, TIMES).entries()) {
      const request = { opId: `bench-save-${start + i}`, candidates: [paper] };
      const { ms, reply } = await call(page, 'ask', { type: 'papers.save', request });
      if (!(reply as { ok?: boolean }).ok) throw new Error(`not saved: ${JSON.stringify(reply)}`);
      values.push(ms);
    }
    const raw = await call(page, 'rawPuts', { times: TIMES });
    return {
      // The first opens the database and the index of titles.
      ours: figureOf({ part: PART, size, what: 'one save' }, values.slice(1)),
      raw: figureOf({ part: PART, size, what: 'raw IndexedDB put', isReference: true }, raw),
    };
  } finally {
    await browser.closeBrowser();
  }
}

async function measureObject(size: number, { program, referenceDir }: BenchContext) {
  const browser = await Chromium.launch({ program, extensionDir: referenceDir });
  try {
    const page = await openBenchPage(browser);
    await call(page, 'storeAsOneObject', { size });
    const values = await call(page, 'changeOneObject', { times: 5 });
    const what = 'one stored object rewritten (PaperMemory)';
    return figureOf({ part: PART, size, what, isReference: true }, values);
  } finally {
    await browser.close();
  }
}
