import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { ENGINES, type MatchEngine } from './match-baselines';
import { isRight, type MatchSet, readMatchSets } from './match-data';
import { noisySet } from './match-noise';

/**
 * How well records are matched to stored papers, by set and by kind of noise, beside the usual ways:
 *
 *     npm run bench:match -- --data FOLDER [--only paperkin]
 *     npm run bench:match -- --papers FILE.jsonl.gz [--seed 1] [--only paperkin]
 *
 * The second form makes its queries from any papers, with noise of its own (match-noise.ts).
 *
 * precision: right answers of all answers; recall: right answers of all records that are stored; a
 * wrong paper counts against both. "idle": answers per 1,000 records that are not stored.
 */
interface Tally {
  right: number;
  wrong: number;
  missed: number;
  idle: number;
  notStored: number;
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    data: { type: 'string' },
    papers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const sets = [
  ...(values.data ? readMatchSets(values.data) : []),
  ...(values.papers ? [noisySet(values.papers, Number(values.seed))] : []),
];
if (sets.length === 0) {
  throw new Error('bench:match needs --data FOLDER with dedupe.*.jsonl.gz files, or --papers FILE');
}
const engines = ENGINES.filter(({ name }) => !values.only || name === values.only);
/** `0.998 / 0.932 / 0.964` */
const SHARES_WIDTH = 24;
const byNoise = new Map<string, Map<string, Tally>>();

print(['engine', 'set', 'precision', 'recall', 'F1', 'idle', 'queries', 'p50 ms', 'p95 ms']);
for (const engine of engines) {
  const total = emptyTally();
  const times: number[] = [];
  for (const set of sets) report(engine.name, set.name, ...run(engine, set, total, times));
  report(engine.name, 'ALL', total, times);
}
stdout.write('\nby noise: precision / recall / F1, or answers per 1,000 where nothing is stored\n');
print(['noise', ...engines.map(({ name }) => name)], SHARES_WIDTH);
for (const [noise, tallies] of [...byNoise].sort()) {
  const cells = engines.map(({ name }) => noiseCell(tallies.get(name) ?? emptyTally()));
  print([noise, ...cells], SHARES_WIDTH);
}

function noiseCell(tally: Tally): string {
  const { right, wrong, missed, idle, notStored } = tally;
  if (right + wrong + missed === 0) return `${((1_000 * idle) / notStored).toFixed(1)} idle`;
  return sharesOf(tally)
    .map((share) => share.toFixed(3))
    .join(' / ');
}

/** Precision, recall and F1. */
function sharesOf({ right, wrong, missed, idle }: Tally): [number, number, number] {
  const precision = right / Math.max(1, right + wrong + idle);
  const recall = right / Math.max(1, right + wrong + missed);
  return [precision, recall, (2 * precision * recall) / Math.max(1e-9, precision + recall)];
}

function run(engine: MatchEngine, set: MatchSet, total: Tally, times: number[]): [Tally, number[]] {
  const match = engine.build(set.store);
  const tally = emptyTally();
  const own: number[] = [];
  const every = Math.max(1, Math.ceil(set.queries.length / engine.sample));
  for (const query of set.queries.filter((_, i) => i % every === 0)) {
    const start = performance.now();
    const id = match(query.record);
    own.push(performance.now() - start);
    const outcome = outcomeOf(id, query);
    const noises = byNoise.get(query.noise) ?? new Map<string, Tally>();
    byNoise.set(query.noise, noises);
    const noise = noises.get(engine.name) ?? emptyTally();
    noises.set(engine.name, noise);
    for (const each of [tally, total, noise]) for (const name of outcome) each[name] += 1;
  }
  times.push(...own);
  return [tally, own];
}

function outcomeOf(id: string | null, query: MatchSet['queries'][number]): (keyof Tally)[] {
  if (query.gold === null) return id === null ? ['notStored'] : ['notStored', 'idle'];
  if (id === null) return ['missed'];
  return [isRight(query, id) ? 'right' : 'wrong'];
}

function report(engine: string, set: string, tally: Tally, times: readonly number[]): void {
  const { idle, notStored } = tally;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  print([
    engine,
    set,
    ...sharesOf(tally).map((share) => share.toFixed(4)),
    ((1_000 * idle) / Math.max(1, notStored)).toFixed(1),
    String(times.length),
    ...[at(0.5), at(0.95)].map((ms) => ms.toFixed(2)),
  ]);
}

function emptyTally(): Tally {
  return { right: 0, wrong: 0, missed: 0, idle: 0, notStored: 0 };
}

/** The first two columns hold names. */
function print(cells: readonly string[], width = 10): void {
  const padded = cells.map((cell, i) => cell.padEnd(i < 2 ? Math.max(18, width) : width));
  stdout.write(`${padded.join('')}\n`);
}
