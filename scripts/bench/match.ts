import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { ENGINES, type MatchEngine } from './match-baselines';
import { isRight, type MatchSet, readMatchSets } from './match-data';

/**
 * How well records are matched to stored papers, by set and by kind of noise, beside the usual ways:
 *
 *     npm run bench:match -- --data FOLDER [--only paperkin]
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
  options: { data: { type: 'string' }, only: { type: 'string' } },
});
if (!values.data) throw new Error('bench:match needs --data FOLDER with dedupe.*.jsonl.gz files');

const sets = readMatchSets(values.data);
const engines = ENGINES.filter(({ name }) => !values.only || name === values.only);
const byNoise = new Map<string, Map<string, Tally>>();

print(['engine', 'set', 'precision', 'recall', 'F1', 'idle', 'queries', 'p50 ms', 'p95 ms']);
for (const engine of engines) {
  const total = emptyTally();
  const times: number[] = [];
  for (const set of sets) report(engine.name, set.name, ...run(engine, set, total, times));
  report(engine.name, 'ALL', total, times);
}
stdout.write('\nshare handled rightly by noise\n');
print(['noise', ...engines.map(({ name }) => name)]);
for (const [noise, tallies] of [...byNoise].sort()) {
  const shares = engines.map(({ name }) => {
    const { right, wrong, missed, idle, notStored } = tallies.get(name) ?? emptyTally();
    return ((right + notStored - idle) / (right + wrong + missed + notStored)).toFixed(2);
  });
  print([noise, ...shares]);
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
  const { right, wrong, missed, idle, notStored } = tally;
  const precision = right / Math.max(1, right + wrong + idle);
  const recall = right / Math.max(1, right + wrong + missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  print([
    engine,
    set,
    ...[precision, recall, f1].map((share) => share.toFixed(4)),
    ((1_000 * idle) / Math.max(1, notStored)).toFixed(1),
    String(times.length),
    ...[at(0.5), at(0.95)].map((ms) => ms.toFixed(2)),
  ]);
}

function emptyTally(): Tally {
  return { right: 0, wrong: 0, missed: 0, idle: 0, notStored: 0 };
}

function print(cells: readonly string[]): void {
  stdout.write(`${cells.map((cell, i) => cell.padEnd(i < 2 ? 18 : 10)).join('')}\n`);
}
