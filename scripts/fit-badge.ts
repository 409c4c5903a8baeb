/**
 * Learns lib/related/calibration.json, what makes a hit related enough for a badge:
 *
 *   npm run fit:badge -- --data DIR [--set hep]
 *
 * DIR is a folder in the form of the relatedness benchmark with readers' libraries and citations.
 * Each library is indexed alone, over a background that has not counted its papers. The threshold
 * is where PRECISION of the badges are right in libraries that the coefficients have not seen. The
 * same data give the same file.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openRelatedIndex } from '../lib/related/block-related-index';
import type { Signs } from '../lib/related/calibration';
import type { RelatedDocument } from '../lib/related/related-index';
import { background, toDocument } from '../tests/bench/engine';
import { linksOf, listedIds } from './bench/related/badge-task';
import type { BenchPaper } from './bench/related/engine';
import { averagePrecision } from './bench/related/metrics';
import { BenchData, type Library } from './bench/related/tasks';
import { dot, fitLogistic } from './related/logistic-regression';
import { withoutPapers } from './related/unseen-background';

const FILE = 'lib/related/calibration.json';
const NAMES = ['closeness', 'best', 'yearsApart', 'yearsPast', 'papers'] as const;
const HITS = 10;
const FOLDS = 5;
const PRECISION = 0.84;

/** One listed paper: its hits' signs, which of the hits are linked to it, and whether any paper is. */
interface Listed {
  readonly library: number;
  readonly isLinked: boolean;
  readonly hits: readonly { readonly values: readonly number[]; readonly isLinked: boolean }[];
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, set: { type: 'string', default: 'hep' } },
});
if (!values.data) throw new Error('--data DIR is missing');
const data = new BenchData(values.data);
const papers = new Map(
  data.read<BenchPaper>(values.set, 'papers').map((paper) => [paper.id, toDocument(paper)]),
);
const links = linksOf(data.read<[string, string]>(values.set, 'citations'));
const listed = data.read<Library>(values.set, 'libraries').flatMap(listingOf);

const weights = learn(listed);
const scale = (weights[0] ?? 0) + (weights[1] ?? 0);
const unseen = foldsOf(listed);
const threshold = thresholdOf(unseen);
const [intercept, ...coefficients] = [weights.at(-1), ...weights.slice(0, -1)].map((weight) =>
  rounded((weight ?? 0) / scale),
);
const table = {
  coefficients: Object.fromEntries(NAMES.map((name, i) => [name, coefficients[i]])),
  intercept,
  undated: { yearsApart: meanOf('yearsApart'), yearsPast: meanOf('yearsPast') },
  threshold: rounded(1 / (1 + Math.exp(-threshold / scale))),
};
writeFileSync(FILE, `${JSON.stringify(table, null, 2)}\n`);
const { precision, recall } = badgesAt(unseen, threshold);
const best = unseen.map(({ hits, isLinked }) => ({
  score: hits[0]?.logit ?? Number.NEGATIVE_INFINITY,
  isRight: isLinked,
}));
console.log(`${listed.length} listed papers, each judged unseen:`);
console.log(`average precision ${averagePrecision(best).toFixed(3)}`);
console.log(`precision ${precision.toFixed(3)} at recall ${recall.toFixed(3)}`, table);

function listingOf(library: Library, number: number): Listed[] {
  const saved = documents(library.saved);
  const listing = documents(listedIds(library));
  const unseenBackground = withoutPapers(background, [...new Set([...saved, ...listing])]);
  const index = openRelatedIndex(new Map(), { background: unseenBackground });
  index.put(saved, 1);
  const known = new Set(saved.map(({ id }) => id));
  return listing.map((paper) => {
    const linked = links.get(paper.id) ?? new Set();
    return {
      library: number,
      isLinked: [...linked].some((id) => known.has(id as typeof paper.id)),
      hits: index.signs(paper, HITS).map(({ id, signs }) => ({
        values: NAMES.map((name: keyof Signs) => signs[name]),
        isLinked: linked.has(id),
      })),
    };
  });
}

function documents(ids: readonly string[]): RelatedDocument[] {
  return ids.flatMap((id) => papers.get(id) ?? []);
}

/** From each listed paper's best hit: is any saved paper linked? */
function learn(examples: readonly Listed[]): number[] {
  return fitLogistic(
    examples.flatMap(({ hits, isLinked }) =>
      hits[0] ? [{ values: hits[0].values, isTrue: isLinked }] : [],
    ),
  );
}

interface Judged {
  readonly isLinked: boolean;
  readonly hits: readonly { readonly logit: number; readonly isLinked: boolean }[];
}

/** Each library judged by coefficients that were learnt from the others. */
function foldsOf(examples: readonly Listed[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = learn(examples.filter(({ library }) => library % FOLDS !== fold));
    return examples
      .filter(({ library }) => library % FOLDS === fold)
      .map(({ hits, isLinked }) => ({
        isLinked,
        hits: hits.map((hit) => ({ ...hit, logit: dot(learnt, [...hit.values, 1]) })),
      }));
  }).flat();
}

/** The lowest at which, and above which, badges are right often enough. */
function thresholdOf(judged: readonly Judged[]): number {
  const steps = Array.from({ length: 400 }, (_, step) => 3 - step / 100);
  const first = steps.findIndex((step) => step < 2 && badgesAt(judged, step).precision < PRECISION);
  return steps[first - 1] ?? 0;
}

/** A badge is right when one of the papers that it shows is linked. */
function badgesAt(judged: readonly Judged[], least: number): { precision: number; recall: number } {
  const shown = judged.map(({ hits }) => hits.filter(({ logit }) => logit >= least));
  const badges = shown.filter((hits) => hits.length > 0).length;
  const right = shown.filter((hits) => hits.some(({ isLinked }) => isLinked)).length;
  const linked = judged.filter(({ isLinked }) => isLinked).length;
  return { precision: right / Math.max(1, badges), recall: right / Math.max(1, linked) };
}

function meanOf(sign: (typeof NAMES)[number]): number {
  const all = listed.flatMap(({ hits }) => hits[0]?.values[NAMES.indexOf(sign)] ?? []);
  return rounded(all.reduce((sum, value) => sum + value, 0) / all.length);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
