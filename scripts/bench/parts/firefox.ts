import { join } from 'node:path';
import type { Firefox } from '../../../tests/support/firefox';
import { buildExtension } from '../../browsers/build-extension';
import { findFirefoxHere } from '../../browsers/here';
import { call } from '../browser/bench-page';
import {
  buildFirefoxReference,
  launchFirefoxFor,
  openFirefoxPage,
  openFirefoxWorld,
} from '../browser/firefox-world';
import { type Comparison, compare, type Figure, type Findings, figureOf } from '../report/figure';
import { look, mistype } from './cold';
import type { BenchContext, Part } from './part';
import { NO_ROWS, ROW } from './popup';

/** All saved. */
const SIZE = 10_000;
const ABOUT = { part: 'firefox', size: SIZE } as const;
const TIMES = 11;
const RELATED_TIMES = 200;
/** What one engine may take for its keystrokes. */
const BUDGET_MS = 8000;

/** Paperkin, the same without a paper, and the extension that it is measured beside. */
interface Browsers {
  readonly ours: Firefox;
  readonly empty: Firefox;
  readonly reference: Firefox;
}

/** Cold start, search, related papers and the popup in Firefox. */
export const firefoxPart: Part = {
  name: ABOUT.part,
  async run(context) {
    const search = findFirefoxHere();
    if (search.path === null) {
      context.log(search.advice);
      return { figures: [], comparisons: [] };
    }
    const browsers = await openBrowsers(search.path, context);
    const { ours, empty, reference } = browsers;
    try {
      const found = [
        await measureCold(browsers),
        await measurePopup(browsers),
        await measureEngines(ours),
      ];
      return {
        figures: found.flatMap(({ figures }) => figures),
        comparisons: found.flatMap(({ comparisons }) => comparisons),
      };
    } finally {
      await Promise.all([ours.close(), empty.close(), reference.close()]);
    }
  },
};

async function openBrowsers(program: string, { folder }: BenchContext): Promise<Browsers> {
  const extensionDir = buildExtension('build:e2e:firefox');
  const referenceDir = buildFirefoxReference(join(folder, 'firefox-reference'));
  return {
    ours: await openFirefoxWorld(SIZE, { program, extensionDir, folder }),
    empty: await launchFirefoxFor({ program, extensionDir }),
    reference: await launchFirefoxFor({ program, extensionDir: referenceDir }),
  };
}

async function measureCold({ ours, reference }: Browsers): Promise<Findings> {
  const [page, other] = [await openFirefoxPage(ours), await openFirefoxPage(reference)];
  const times: Record<string, number[]> = {};
  const ask = async (what: string, firefox: Firefox, message: unknown) => {
    await firefox.killWorker();
    const { ms } = await call(firefox === ours ? page.page : other.page, 'ask', message);
    times[what] = [...(times[what] ?? []), ms];
  };
  const ping = { type: 'no message of ours', request: {} };
  for (let turn = 0; turn < TIMES; turn += 1) {
    const request = { text: mistype(turn), limit: 50 };
    await ask('cold ping of an empty extension', reference, ping);
    await ask('cold ping', ours, ping);
    await ask('first search', ours, { type: 'library.search', request });
    await ask('marks of a listing of 100', ours, look(SIZE));
  }
  const figure = (what: string, isReference = false) =>
    figureOf({ ...ABOUT, what, isReference }, times[what] ?? []);
  const empty = figure('cold ping of an empty extension', true);
  const [pinged, searched, marked] = [
    figure('cold ping'),
    figure('first search'),
    figure('marks of a listing of 100'),
  ];
  return {
    figures: [empty, pinged, searched, marked],
    comparisons: [
      compare('cold ping / empty extension', [pinged, empty], { atMost: 1.5 }),
      compare('first search / empty extension', [searched, empty], { atMost: 5 }),
      compare('marks of a listing / empty extension', [marked, empty], { atMost: 10 }),
    ],
  };
}

async function measurePopup({ ours, empty, reference }: Browsers): Promise<Findings> {
  const [ourPage, emptyPage, otherPage] = [
    await openFirefoxPage(ours),
    await openFirefoxPage(empty),
    await openFirefoxPage(reference),
  ];
  const all: Record<'without' | 'warm' | 'cold' | 'object', number[]> = {
    without: [],
    warm: [],
    cold: [],
    object: [],
  };
  for (let turn = 0; turn < TIMES; turn += 1) {
    const popup = { path: '/popup.html', selector: ROW };
    all.without.push(await emptyPage.run('paint', { ...popup, selector: NO_ROWS }));
    // Not after the other: a background that has just started is still at work.
    all.warm.push(await ourPage.run('paint', popup));
    await ours.killWorker();
    all.cold.push(await ourPage.run('paint', popup));
  }
  await call(otherPage.page, 'storeAsOneObject', { size: SIZE });
  for (let turn = 0; turn < 3; turn += 1) {
    all.object.push(await otherPage.run('paint', { path: '/all-rows.html', selector: '.row' }));
  }
  const without = figureOf(
    { ...ABOUT, what: 'our popup without a paper', isReference: true },
    all.without,
  );
  const warm = figureOf({ ...ABOUT, what: 'popup, background running' }, all.warm);
  const cold = figureOf({ ...ABOUT, what: 'popup, background stopped' }, all.cold);
  const object = figureOf(
    { ...ABOUT, what: 'all rows from one object (PaperMemory)', isReference: true },
    all.object,
  );
  return {
    figures: [without, warm, cold, object],
    comparisons: [
      compare('popup / popup without a paper', [warm, without], { atMost: 1.3 }),
      compare('popup with background stopped / without', [cold, without], { atMost: 1.3 }),
      compare('PaperMemory / popup', [object, warm], { atLeast: 20 }),
      compare('PaperMemory / popup without a paper, the limit', [object, without]),
    ],
  };
}

async function measureEngines(ours: Firefox): Promise<Findings> {
  const { run } = await openFirefoxPage(ours);
  const keystroke = async (name: string): Promise<Figure> => {
    const times = await run('keystrokes', { size: SIZE, name, budgetMs: BUDGET_MS });
    const isReference = name !== 'paperkin';
    return figureOf({ ...ABOUT, what: `keystroke: ${name}`, isReference }, times);
  };
  const typed = await keystroke('paperkin');
  const fuse = await keystroke('Fuse.js naive');
  const miniSearch = await keystroke('MiniSearch OR');
  const times = await run('related', { size: SIZE, times: RELATED_TIMES });
  const related = figureOf({ ...ABOUT, what: 'related to one paper' }, times.ours);
  const naive = figureOf({ ...ABOUT, what: 'cosine over Maps', isReference: true }, times.naive);
  const comparisons: Comparison[] = [
    compare('Fuse.js naive / keystroke', [fuse, typed], { atLeast: 2000 }),
    compare('Fuse.js naive / keystroke, p95', [fuse, typed], { atLeast: 300 }, 'p95'),
    compare('MiniSearch OR / keystroke', [miniSearch, typed]),
    compare('cosine over Maps / related', [naive, related], { atLeast: 800 }),
    { ...ABOUT, what: 'related to one paper, p95 in ms', ratio: related.p95, goal: { atMost: 2 } },
  ];
  return { figures: [typed, fuse, miniSearch, related, naive], comparisons };
}
