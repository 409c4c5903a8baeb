import type { Page } from 'playwright';
import { Chromium } from '../../../tests/support/chromium';
import { benchPapers } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { openWorld, worldOf } from '../browser/world';
import { type Comparison, compare, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';

const TIMES = 15;
const LISTED = 100;

/** From a background that was stopped to its first answer, beside that of an empty extension. */
export const coldPart: Part = {
  name: 'cold',
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    const empty = await Chromium.launch({
      program: context.program,
      extensionDir: context.referenceDir,
    });
    try {
      for (const size of context.sizes) {
        const found = await measure(size, context, empty);
        figures.push(...found.figures);
        comparisons.push(...found.comparisons);
      }
    } finally {
      await empty.close();
    }
    return { figures, comparisons };
  },
};

async function measure(size: number, context: BenchContext, empty: Chromium) {
  const ours = await openWorld(worldOf(size), context);
  try {
    const page = await openBenchPage(ours);
    const emptyPage = await openBenchPage(empty);
    const questions: Readonly<Record<string, (turn: number) => unknown>> = {
      ping: () => ({ type: 'no message of ours', request: {} }),
      'first search': (turn) => ({
        type: 'library.search',
        request: { text: mistype(turn), limit: 50 },
      }),
      [`marks of a listing of ${LISTED}`]: () => look(size),
    };
    const times = new Map<string, number[]>([['empty', []]]);
    for (const name of Object.keys(questions)) times.set(name, []);
    // In turns, so that what else the machine does falls on all alike.
    for (let turn = 0; turn < TIMES; turn += 1) {
      times.get('empty')?.push(await askCold(empty, emptyPage, 'ping'));
      for (const [name, question] of Object.entries(questions)) {
        times.get(name)?.push(await askCold(ours, page, question(turn)));
      }
    }
    await emptyPage.close();
    return judge(size, times);
  } finally {
    await ours.closeBrowser();
  }
}

function judge(size: number, times: ReadonlyMap<string, readonly number[]>) {
  const figures = [...times].map(([name, values]) => {
    const isReference = name === 'empty';
    const what = isReference ? 'ping of an empty extension' : name;
    return figureOf({ part: 'cold', size, what, isReference }, values);
  });
  const [empty, ping, search, marks] = figures;
  if (!empty || !ping || !search || !marks) throw new Error('a figure is missing');
  return {
    figures,
    comparisons: [
      compare('cold ping / empty extension', [ping, empty], { atMost: 1.5 }),
      compare('first search / empty extension', [search, empty], { atMost: 5 }),
      compare('marks of a listing / empty extension', [marks, empty], { atMost: 10 }),
    ],
  };
}

async function askCold(browser: Chromium, page: Page, message: unknown): Promise<number> {
  await browser.killWorker();
  const { ms } = await call(page, 'ask', message);
  return ms;
}

/** Three words of a title, one of them with two letters swapped. */
export function mistype(turn: number): string {
  const [paper] = benchPapers(turn * 31, 1);
  const words = (paper?.title ?? '').split(' ').filter((word) => /^[A-Za-z]{5,}$/.test(word));
  const [first = '', ...rest] = words.slice(0, 3);
  return [first.slice(0, 2) + first.charAt(3) + first.charAt(2) + first.slice(4), ...rest].join(
    ' ',
  );
}

/** Every second paper is one of the library's. */
export function look(size: number): unknown {
  const known = benchPapers(Math.floor(size / 2), LISTED / 2);
  const fresh = benchPapers(200_000, LISTED / 2);
  const candidates = known.flatMap((paper, i) => [paper, fresh[i]]);
  return { type: 'page.look', request: { url: 'https://arxiv.org/list/cs.LG/new', candidates } };
}
