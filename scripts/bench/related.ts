/**
 * Relatedness beside its references, in one run:
 *
 *   npm run bench:related -- --data DIR [--tasks related,feed,badge,calibration,cost] [--sets hep,hfk]
 *                            [--engines NAME;NAME] [--signals] [--sample N] [--json FILE]
 *
 * DIR is a folder in the benchmark's form. `--signals` adds Paperkin without each of its signals.
 * `calibration` is the badge in libraries of 10, 30, 100 and 150 papers, `cost` time and bytes with
 * 1,000, 10,000 and 100,000 made-up papers; both of Paperkin alone.
 * Slow references are asked about a sample (column n): compare them with Paperkin's figures of a
 * run with `--sample` of the same size. ± is half of a 95 % interval by bootstrap.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { COMBINATION, type Combination } from '../../lib/related/combination';
import { createEngine } from '../../tests/bench/engine';
import { measureBadge } from './related/badge-task';
import { measureCost } from './related/cost-task';
import type { Contender } from './related/engine';
import { BM25, InvertedEngine, TF_IDF } from './related/inverted-engine';
import { FuseEngine, MiniSearchEngine } from './related/library-engines';
import { PlainEngine } from './related/plain-engine';
import { SvmEngine } from './related/svm-engine';
import { BenchData, type Figure, measureFeed, measureRelated } from './related/tasks';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    tasks: { type: 'string', default: 'related,feed,badge,calibration,cost' },
    sets: { type: 'string' },
    engines: { type: 'string' },
    signals: { type: 'boolean', default: false },
    sample: { type: 'string' },
    json: { type: 'string' },
  },
});
if (!options.data) throw new Error('--data DIR is missing');
const data = new BenchData(options.data);

const ALL = 100_000;
const REFERENCES: readonly Contender[] = [
  { name: 'BM25 words + pairs', sample: ALL, create: () => new InvertedEngine(BM25) },
  { name: 'TF-IDF', sample: ALL, create: () => new InvertedEngine(TF_IDF) },
  { name: 'TF-IDF of 48 words', sample: ALL, create: () => new PlainEngine() },
  { name: 'TF-IDF + linear SVM', sample: 60, create: () => new SvmEngine() },
  { name: 'MiniSearch', sample: 60, create: () => new MiniSearchEngine() },
  { name: 'Fuse.js', sample: 10, create: () => new FuseEngine() },
];

/** Paperkin with a signal taken out. */
const WITHOUT: readonly (readonly [string, Partial<Combination>])[] = [
  ['authors', { authorWeight: 0, profileAuthorWeight: 0 }],
  ['vectors', { vectorWeight: 0, profileVectorWeight: 0 }],
  ['dates', { yearDecay: 0, profileDateWeight: 0, profileHalfYears: 1e9 }],
  ['co-authors', { coauthorWeight: 0 }],
  ['authors of the closest', { authorFeedbackWeight: 0 }],
  ['background', { backgroundPapers: 0 }],
  ['feedback', { feedbackWeight: 0, profileFeedbackWeight: 0 }],
  ['support', { supportWeight: 0 }],
  ['own-score scaling', { ownSaturation: 0.8, ownLengthWeight: 0.75 }],
];

const product: Contender = { name: 'Paperkin', sample: ALL, create: () => createEngine() };
const ablations = WITHOUT.map(([signal, change]) => ({
  name: `without ${signal}`,
  sample: ALL,
  create: () => createEngine({ ...COMBINATION, ...change }),
}));

const chosen = options.engines?.split(';');
const contenders = [product, ...(options.signals ? ablations : []), ...REFERENCES]
  .filter(({ name }) => !chosen || chosen.includes(name))
  .map((one) => ({ ...one, sample: Math.min(one.sample, Number(options.sample ?? ALL)) }));

const LIBRARY_SIZES = [10, 30, 100, 150];
const INDEX_SIZES = [1_000, 10_000, 100_000];

const figures: Figure[] = [];
for (const task of options.tasks.split(',')) {
  if (task === 'cost') for (const size of INDEX_SIZES) report(measureCost(size));
  else if (task === 'calibration') await calibrate();
  else await compare(task);
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);

async function compare(task: string): Promise<void> {
  for (const set of setsOf(task)) {
    for (const contender of contenders) report(await measure(task, set, contender));
  }
}

async function calibrate(): Promise<void> {
  for (const set of setsOf('badge')) {
    for (const size of LIBRARY_SIZES) report(await measureBadge(data, set, product, size));
  }
}

function report(found: readonly Figure[]): void {
  figures.push(...found);
  console.log(lineOf(found));
}

function setsOf(task: string): string[] {
  const wanted = options.sets?.split(',');
  const sets = data.sets(task === 'related' ? 'queries' : 'libraries');
  return sets
    .filter((set) => !wanted || wanted.includes(set))
    .filter((set) => task !== 'badge' || data.read(set, 'citations').length > 0);
}

function measure(task: string, set: string, contender: Contender): Promise<Figure[]> {
  if (task === 'related') return measureRelated(data, set, contender);
  if (task === 'feed') return measureFeed(data, set, contender);
  return measureBadge(data, set, contender);
}

function lineOf(found: readonly Figure[]): string {
  const [first] = found;
  const cells = found.map(({ figure, value, half }) => {
    return `${figure} ${value.toFixed(3)}${half === undefined ? '' : ` ±${half.toFixed(3)}`}`;
  });
  return [first?.task.padEnd(13), first?.engine.padEnd(28), ...cells, `n ${first?.n}`].join('  ');
}
