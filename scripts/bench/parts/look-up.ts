import { call, openBenchPage } from '../browser/bench-page';
import { openWorld, worldOf } from '../browser/world';
import { type Comparison, compare, exponent, type Figure, figureOf } from '../report/figure';
import type { Part } from './part';

const PART = 'look-up';
const TIMES = 15;

/** "How do these 2,000 papers stand?", by the look-up and by the ways of the database. */
export const lookUpPart: Part = {
  name: PART,
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    for (const size of context.sizes) {
      const browser = await openWorld(worldOf(size), context);
      const page = await openBenchPage(browser);
      const times = await call(page, 'lookUp', { size, times: TIMES });
      await browser.closeBrowser();
      const ours = (what: string, values: readonly number[]) =>
        figureOf({ part: PART, size, what }, values);
      const reference = (what: string, values: readonly number[]) =>
        figureOf({ part: PART, size, what, isReference: true }, values);
      const cold = ours('2,000 keys, index read from disk first', times.readAndLook);
      const warm = ours('2,000 keys, index in memory', times.inMemory);
      const anyOf = reference('Dexie anyOf, primary keys', times.anyOf);
      figures.push(
        cold,
        warm,
        anyOf,
        reference('Dexie bulkGet', times.bulkGet),
        reference('records of papers and entries', times.records),
        reference('raw IndexedDB getKey', times.rawGetKey),
      );
      comparisons.push(
        compare('Dexie anyOf / look-up read from disk', [anyOf, cold], { atLeast: 20 }),
        compare('Dexie anyOf / look-up in memory', [anyOf, warm], { atLeast: 20 }),
      );
    }
    const growth = exponent(figures.filter(({ what }) => what.includes('read from disk')));
    return {
      figures,
      comparisons: growth ? [...comparisons, { ...growth, goal: { atMost: 0.6 } }] : comparisons,
    };
  },
};
