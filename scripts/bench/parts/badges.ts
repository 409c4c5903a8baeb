import type { PaperCandidate } from '../../../lib/core/paper';
import { countRelated } from '../../../lib/services/relate';
import type { PaperRepository } from '../../../lib/store/paper-repository';
import { benchRows } from '../bench-papers';
import { call, openBenchPage } from '../browser/bench-page';
import { openWorld, worldOf } from '../browser/world';
import { CosineOverMaps } from '../cosine-over-maps';
import { type Comparison, compare, figureOf } from '../report/figure';
import type { BenchContext, Part } from './part';
import { clock, documents, fillIndex, limitsOf, toDocuments } from './related';

const PART = 'badges';
const SAVED = 10_000;
const ROWS = 2000;
/** Rows within a screen of the view, and the most that a page asks about at a time. */
const NEAR = 30;
const BATCH = 100;
/** The reference takes a minute and more for all rows. */
const NAIVE_ROWS = 12;
const TIMES = 25;
/** Listed papers that the library does not hold. */
const LISTED = 200_000;

/** The counts of 2,000 rows against 10,000 saved papers. */
export const badgesPart: Part = {
  name: PART,
  async run(context) {
    const node = await measureCounting();
    const browser = await measureNearRows(context);
    return {
      figures: [...node.figures, ...browser.figures],
      comparisons: [...node.comparisons, ...browser.comparisons],
    };
  },
};

async function measureCounting() {
  const about = { part: PART, size: SAVED } as const;
  const saved = fillIndex(SAVED);
  const listed = benchRows(LISTED, ROWS, SAVED);
  const full = toDocuments(listed);
  const titles = full.map(({ abstract: _abstract, ...rest }) => rest);
  const threshold = saved.badgeThreshold();
  const closest = (rows: typeof titles) =>
    clock(() => rows.map((row) => saved.closest(row, 20, threshold)));
  closest(titles.slice(0, 200));
  const byTitle = figureOf({ ...about, what: 'all 2,000 rows by title' }, [
    closest(titles),
    closest(titles),
    closest(titles),
  ]);
  const maps = new CosineOverMaps(documents(0, SAVED));
  const naiveRows = full.slice(0, NAIVE_ROWS).map((row) => clock(() => maps.related(row, 20)));
  const naive = figureOf(
    { ...about, what: 'all 2,000 rows by cosine over Maps, from 12', isReference: true },
    naiveRows.map((ms) => ms * ROWS),
  );
  const limits = limitsOf(SAVED, 20).map(({ what, ask }) => {
    const askAll = () => clock(() => titles.map((title) => ask(title)));
    askAll();
    const named = { ...about, what: `${what}, by title`, isReference: true };
    return figureOf(named, [askAll(), askAll(), askAll()]);
  });
  const { totalMs, slices } = await countAll(listed, saved);
  const all = figureOf({ ...about, what: 'all 2,000 rows with abstracts, in slices' }, [totalMs]);
  const slice = figureOf({ ...about, what: 'one slice of that' }, slices);
  const comparisons: Comparison[] = [
    compare('cosine over Maps / by title', [naive, byTitle], { atLeast: 1000 }),
    ...limits.map((limit) => compare(`cosine over Maps / ${limit.what}`, [naive, limit])),
    { ...about, what: 'one slice, p95 in ms', ratio: slice.p95, goal: { atMost: 16 } },
  ];
  return { figures: [byTitle, naive, ...limits, all, slice], comparisons };
}

/** As the background does it for a page: batch after batch, other messages between two slices. */
async function countAll(
  candidates: readonly PaperCandidate[],
  saved: ReturnType<typeof fillIndex>,
) {
  const slices: number[] = [];
  let sliceStartMs = performance.now();
  const endSlice = () => {
    slices.push(performance.now() - sliceStartMs);
    sliceStartMs = performance.now();
  };
  const repository = { find: async () => [] } as unknown as PaperRepository;
  const pause = async () => {
    endSlice();
    await new Promise((done) => setImmediate(done));
    sliceStartMs = performance.now();
  };
  const options = { repository, saved, nowMs: () => performance.now(), pause };
  const startMs = performance.now();
  for (let from = 0; from < ROWS; from += BATCH) {
    await countRelated(candidates.slice(from, from + BATCH), options);
    await pause(); // the next batch is a message of its own
  }
  return { totalMs: performance.now() - startMs, slices };
}

/** The message that a page sends for the rows in view, with the background running. */
async function measureNearRows(context: BenchContext) {
  const browser = await openWorld(worldOf(SAVED), context);
  const page = await openBenchPage(browser);
  const times: number[] = [];
  for (let turn = -1; turn < TIMES; turn += 1) {
    const candidates = benchRows(LISTED + turn * NEAR + NEAR, NEAR, SAVED);
    const { ms } = await call(page, 'ask', { type: 'page.relate', request: { candidates } });
    if (turn >= 0) times.push(ms);
  }
  await browser.closeBrowser();
  const near = figureOf({ part: PART, size: SAVED, what: `${NEAR} rows in view, warm` }, times);
  const what = `${near.what}, in ms`;
  const comparison = { part: PART, size: SAVED, what, ratio: near.median, goal: { atMost: 50 } };
  return { figures: [near], comparisons: [comparison] };
}
