/**
 * Compares ways to search papers: how long a keystroke takes, what is found, what building costs.
 *
 *   npm run bench:search -- [--sizes 1000,10000,100000] [--engines 'paperkin;MiniSearch OR'] [--queries 220]
 *                           [--budget SECONDS] [--papers FILE.jsonl.gz] [--sample 2000] [--json FILE] [--kinds]
 *
 * A keystroke is every beginning, from two characters, of a query as it is typed. Slow engines get as
 * many as fit into the budget, a different share of the same shuffled list; `n` says how many.
 * `--papers` takes records `{title, authors?, abstract}` in place of invented ones, `--sample` so many
 * of them, evenly: engines without an index need seconds for a query on all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { generateQueries, type KnownItemQuery } from '../../tests/support/generate-queries';
import { inventPapers, keystrokesOf } from './keystrokes';
import { type BenchPaper, ENGINES, type Engine } from './search-engines';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    engines: { type: 'string' },
    queries: { type: 'string', default: '220' },
    budget: { type: 'string', default: '20' },
    papers: { type: 'string' },
    sample: { type: 'string', default: 'Infinity' },
    json: { type: 'string' },
    seed: { type: 'string', default: '5' },
    kinds: { type: 'boolean', default: false },
  },
});
const budgetMs = Number(options.budget) * 1000;

interface Result {
  readonly size: number;
  readonly engine: string;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly storedMb: number | null;
  readonly keyP50Ms: number;
  readonly keyP95Ms: number;
  readonly keystrokes: number;
  readonly recall: number;
  readonly recallWithFault: number;
  readonly reciprocalRank: number;
  readonly queries: number;
  readonly recallByKind: Readonly<Record<string, string>>;
}

/**
 * Milliseconds of this thread's processor time, which neighbours on a shared machine do not stretch,
 * but too coarse for a keystroke. Before Node 24 those of the clock.
 */
function now(): number {
  if (!process.threadCpuUsage) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds by the clock: the least of three runs, so that what a neighbour took is left out. */
function timeOnce(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
    if (least > 100) break; // long enough to be what it is
  }
  return least;
}

function readPapers(file: string): BenchPaper[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const step = Math.max(1, lines.length / Number(options.sample));
  return lines
    .filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
    .map((line) => JSON.parse(line) as Partial<BenchPaper>)
    .map(({ title = '', authors = [], abstract = '' }) => ({ title, authors, abstract }));
}

function measure(engine: Engine, papers: readonly BenchPaper[]): Result {
  const queries = generateQueries(papers, Number(options.queries), Number(options.seed));
  const heapBefore = usedBytes();
  const start = now();
  const state = engine.build(papers);
  const buildMs = now() - start;
  const heapMb = (usedBytes() - heapBefore) / 1e6;
  const stored = engine.storedBytes?.(state);
  for (const query of queries.slice(0, 20)) {
    if (now() - start > buildMs + budgetMs / 4) break;
    engine.search(state, query.text, 10);
  }
  const keys = timeKeystrokes(engine, state, queries);
  return {
    size: papers.length,
    engine: engine.name,
    buildMs,
    heapMb,
    storedMb: stored === undefined ? null : stored / 1e6,
    keyP50Ms: quantile(keys, 0.5),
    keyP95Ms: quantile(keys, 0.95),
    keystrokes: keys.length,
    ...findKnown(engine, state, queries),
  };
}

function timeKeystrokes(engine: Engine, state: unknown, queries: readonly KnownItemQuery[]) {
  const times: number[] = [];
  const start = now();
  for (const text of keystrokesOf(queries)) {
    if (now() - start > budgetMs && times.length >= 6) break;
    times.push(
      timeOnce(() => {
        engine.search(state, text, 10);
      }),
    );
  }
  return times;
}

function findKnown(engine: Engine, state: unknown, queries: readonly KnownItemQuery[]) {
  const kinds = new Map<string, { found: number; all: number }>();
  let ranks = 0;
  let done = 0;
  const start = now();
  for (const { text, kind, target } of queries) {
    if (now() - start > budgetMs && done >= 6) break;
    const rank = engine.search(state, text, 10).indexOf(target) + 1;
    const count = kinds.get(kind) ?? { found: 0, all: 0 };
    kinds.set(kind, { found: count.found + (rank > 0 ? 1 : 0), all: count.all + 1 });
    ranks += rank > 0 ? 1 / rank : 0;
    done++;
  }
  const share = (counts: { found: number; all: number }[]) =>
    counts.reduce((sum, { found }) => sum + found, 0) /
    counts.reduce((sum, { all }) => sum + all, 0);
  return {
    recall: share([...kinds.values()]),
    recallWithFault: share([...kinds].filter(([kind]) => kind !== 'exact').map(([, c]) => c)),
    reciprocalRank: ranks / done,
    queries: done,
    recallByKind: Object.fromEntries(
      [...kinds].map(([kind, { found, all }]) => [kind, `${found}/${all}`]),
    ),
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Objects and buffers after a collection; needs node --expose-gc to be meant seriously. */
function usedBytes(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function printRow(cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 1 ? cell.padEnd(30) : cell.padStart(11))).join(' '));
}

const engineNames = options.engines?.split(';');
const sizes = options.papers ? [0] : options.sizes.split(',').map(Number);
const results: Result[] = [];
printRow(
  'papers,engine,key p50 ms,key p95 ms,n,recall@10,faulty,MRR,n,build ms,heap MB,stored MB'.split(
    ',',
  ),
);
for (const size of sizes) {
  const papers = options.papers ? readPapers(options.papers) : inventPapers(size);
  for (const engine of ENGINES) {
    if (engineNames && !engineNames.includes(engine.name)) continue;
    const result = measure(engine, papers);
    results.push(result);
    printRow([
      String(result.size),
      result.engine,
      result.keyP50Ms.toFixed(3),
      result.keyP95Ms.toFixed(3),
      String(result.keystrokes),
      result.recall.toFixed(3),
      result.recallWithFault.toFixed(3),
      result.reciprocalRank.toFixed(3),
      String(result.queries),
      result.buildMs.toFixed(0),
      result.heapMb.toFixed(1),
      result.storedMb?.toFixed(1) ?? '',
    ]);
    if (options.kinds) console.log(result.recallByKind);
  }
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
