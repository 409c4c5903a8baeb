import type { PaperKey } from '../../../lib/core/paper';
import { benchKey, benchPapers } from '../bench-papers';
import { type BenchPage, call, openBenchPage } from '../browser/bench-page';
import { buildColdReferences } from '../browser/cold-references';
import { UnwatchedChromium } from '../browser/unwatched-chromium';
import { prepareWorld, worldOf } from '../browser/world';
import { type Comparison, compare, type Figure, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';

const PART = 'cold';
const TIMES = 25;
const LISTED = 100;
const ROWS = 50;
/** MiniSearch takes over a minute to build more. */
const LARGEST_MINISEARCH = 10_000;

/** From a background that was stopped to its first answer, beside those of smaller extensions. */
export const coldPart: Part = {
  name: PART,
  async run(context) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    for (const size of context.sizes) {
      const found = judge(size, await measure(size, context));
      figures.push(...found.figures);
      comparisons.push(...found.comparisons);
    }
    return { figures, comparisons };
  },
};

/** A browser with one extension, and what its background is asked. */
interface Asked {
  readonly browser: UnwatchedChromium;
  readonly page: BenchPage;
  readonly questions: Readonly<Record<string, (turn: number) => unknown>>;
}

const PING = { type: 'no message of ours', request: {} };

async function measure(size: number, context: BenchContext): Promise<Map<string, number[]>> {
  const { program, extensionDir, folder } = context;
  const profileDir = await prepareWorld(worldOf(size), context);
  const references = await buildColdReferences(folder, extensionDir);
  const all: Asked[] = [];
  const open = async (dir: string, questions: Asked['questions'], profile?: string) => {
    const options = { program, extensionDir: dir, ...(profile && { profileDir: profile }) };
    const browser = await UnwatchedChromium.launch(options);
    const page = await openBenchPage(browser);
    all.push({ browser, page, questions });
    return page;
  };
  try {
    await open(references.empty, { [EMPTY]: () => PING });
    await open(references.dexie, { [DEXIE]: () => PING });
    await open(references.notRun, { [NOT_RUN]: () => PING });
    if (size <= LARGEST_MINISEARCH) {
      const page = await open(references.miniSearch, {
        [MINISEARCH]: (turn) => ({ text: mistype(turn) }),
      });
      await call(page, 'storeMiniSearch', { size });
    }
    const reading = await open(references.indexRead, {
      [INDEX_READ]: (turn) => ({ keys: someKeys(turn, size) }),
    });
    const ours = await open(extensionDir, ourQuestions(size), profileDir);
    const { search = 0 } = await call(ours, 'indexSizes', undefined);
    await call(reading, 'storeIndex', { size, megabytes: search });
    const times = new Map<string, number[]>();
    // In turns, so that what else the machine does falls on all alike.
    for (let turn = 0; turn < TIMES; turn += 1) {
      for (const asked of all) await askAll(asked, turn, times);
    }
    return times;
  } finally {
    for (const { browser } of all) await browser.close();
  }
}

async function askAll(
  { browser, page, questions }: Asked,
  turn: number,
  times: Map<string, number[]>,
): Promise<void> {
  for (const [name, question] of Object.entries(questions)) {
    await browser.killWorker();
    const { ms, reply } = await call(page, 'ask', question(turn));
    if (reply !== undefined) times.set(name, [...(times.get(name) ?? []), ms]);
  }
  // Or what it does once it has answered would fall on those that are asked next.
  await browser.killWorker();
}

const EMPTY = 'ping of an empty extension';
const DEXIE = 'ping of an extension with only Dexie';
const NOT_RUN = 'ping of an extension that holds our code and runs none of it';
const MINISEARCH = 'first search with MiniSearch, loaded from IndexedDB';
const INDEX_READ = `limit: index read and ${ROWS} rows, nothing searched`;
const SEARCH = 'first search';
const MARKS = `marks of a listing of ${LISTED}`;

function ourQuestions(size: number): Asked['questions'] {
  return {
    ping: () => PING,
    [SEARCH]: (turn) => ({
      type: 'library.search',
      request: { text: mistype(turn), limit: ROWS },
    }),
    [MARKS]: () => look(size),
  };
}

function judge(size: number, times: ReadonlyMap<string, readonly number[]>) {
  const ours = new Set(Object.keys(ourQuestions(size)));
  const figures = [...times].map(([what, values]) =>
    figureOf({ part: PART, size, what, isReference: !ours.has(what) }, values),
  );
  const find = (what: string) => figures.find((figure) => figure.what === what);
  const measured = (what: string) => {
    const figure = find(what);
    if (!figure) throw new Error(`nothing was measured of ${what}`);
    return figure;
  };
  const empty = measured(EMPTY);
  const ping = measured('ping');
  const search = measured(SEARCH);
  const indexRead = measured(INDEX_READ);
  const miniSearch = find(MINISEARCH);
  const goal = size === 10_000 ? { atMost: 5 } : undefined;
  return {
    figures,
    comparisons: [
      compare('cold ping / empty extension', [ping, empty], { atMost: 1.5 }),
      compare('holding our code, not running it / empty extension', [measured(NOT_RUN), empty]),
      compare('first search / empty extension', [search, empty], goal),
      compare(`first search / ${INDEX_READ}`, [search, indexRead]),
      ...(miniSearch
        ? [
            compare('MiniSearch / first search', [miniSearch, search], { atLeast: 15 }),
            compare(`MiniSearch / ${INDEX_READ}`, [miniSearch, indexRead]),
            compare('MiniSearch / cold ping, the limit of ours', [miniSearch, ping]),
            compare('MiniSearch / empty extension, the limit of any', [miniSearch, empty]),
          ]
        : []),
      compare('marks of a listing / empty extension', [measured(MARKS), empty], { atMost: 10 }),
    ],
  };
}

/** Rows from all over the library, others each turn. */
function someKeys(turn: number, size: number): PaperKey[] {
  return Array.from({ length: ROWS }, (_, i) => benchKey((turn * 31 + i * 199) % size));
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
