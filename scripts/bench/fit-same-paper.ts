import { argv } from 'node:process';
import {
  type AuthorEvidence,
  type Comparison,
  compareRecords,
  hasRival,
  OBSERVATIONS,
} from '../../lib/core/matching/observations';
import { doubtOf, type MatchReason } from '../../lib/core/same-paper';
import { CANDIDATES } from '../../lib/match/find-same';
import { openTitleIndex } from '../../lib/match/title-index';
import { isRight, readMatchSets } from './match-data';

/**
 * Learns the weights of lib/core/matching/weights.ts: a logistic regression for each kind of author
 * evidence, with a small ridge, over every candidate pair of the development sets. Prints them, and
 * what they reach on the fifth of the queries that each of five fits did not see.
 *
 *     npm run fit:same-paper -- DATA_FOLDER
 */
interface Pair {
  readonly query: number;
  readonly fold: number;
  readonly authors: AuthorEvidence;
  readonly values: readonly number[];
  readonly isSame: boolean;
  readonly isStored: boolean;
  /** Why same-paper.ts holds it back whatever the weights say. */
  readonly doubt: MatchReason | null;
}

const FOLDS = 5;
const RIDGE = 0.3;

const pairs = readPairs(argv[2] ?? '');
const kinds: readonly AuthorEvidence[] = ['agree', 'unknown', 'differ'];

crossValidate();
for (const kind of kinds) {
  const weights = learn(pairs.filter((pair) => pair.authors === kind));
  const lines = OBSERVATIONS.map((name, i) => `    ${name}: ${(weights[i] ?? 0).toFixed(2)},`);
  console.log(`  ${kind}: {\n${lines.join('\n')}\n  },`);
}

function readPairs(folder: string): Pair[] {
  let query = 0;
  return readMatchSets(folder).flatMap(({ store, queries }) => {
    const index = openTitleIndex(new Map());
    index.put(store, 1);
    const byId = new Map(store.map((paper) => [paper.id, paper]));
    return queries.flatMap((each) => {
      query += 1;
      const ids = index.candidates(each.record.title, CANDIDATES);
      const papers = ids.flatMap((id) => byId.get(id) ?? []);
      const compared = papers.map((paper) => compareRecords(each.record, paper));
      return compared.map((comparison, i) => ({
        query,
        fold: (query * 7919) % FOLDS,
        authors: comparison.authors,
        values: valuesOf(comparison, compared),
        isSame: isRight(each, papers[i]?.id ?? ''),
        isStored: each.gold !== null,
        doubt: doubtOf(comparison, each.record, papers[i] ?? each.record),
      }));
    });
  });
}

function valuesOf(comparison: Comparison, compared: readonly Comparison[]): number[] {
  const isRivalled = hasRival(comparison, compared);
  return OBSERVATIONS.map((name) =>
    name === 'rival' ? Number(isRivalled) : comparison.values[name],
  );
}

function crossValidate(): void {
  const best = new Map<number, { score: number; pair: Pair }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    for (const kind of kinds) {
      const ofKind = pairs.filter((pair) => pair.authors === kind);
      const weights = learn(ofKind.filter((pair) => pair.fold !== fold));
      for (const pair of ofKind.filter((each) => each.fold === fold && each.doubt === null)) {
        const score = dot(weights, pair.values);
        if (score > (best.get(pair.query)?.score ?? Number.NEGATIVE_INFINITY))
          best.set(pair.query, { score, pair });
      }
    }
  }
  const queries = new Map(pairs.map((pair) => [pair.query, pair.isStored]));
  const stored = [...queries.values()].filter(Boolean).length;
  for (const threshold of [2, 2.4, 2.6, 2.7, 2.75, 2.8, 3, 3.4]) {
    const given = [...best.values()].filter(({ score }) => score >= threshold);
    const right = given.filter(({ pair }) => pair.isSame).length;
    const idle = given.filter(({ pair }) => !pair.isStored).length;
    console.log(
      `threshold ${threshold}: precision ${(right / given.length).toFixed(4)},`,
      `recall ${(right / stored).toFixed(4)},`,
      `answers per 1,000 not stored ${((1_000 * idle) / (queries.size - stored)).toFixed(1)}`,
    );
  }
}

/** Newton's method; every column scaled to unit deviation so that the ridge is fair. */
function learn(all: readonly Pair[]): number[] {
  // What a numeral decides teaches nothing about the others.
  const rows = all.filter(({ doubt }) => doubt !== 'other-part');
  const size = OBSERVATIONS.length;
  const scales = OBSERVATIONS.map((_, i) => deviation(rows.map(({ values }) => values[i] ?? 0)));
  const scaled = rows.map(({ values }) =>
    Float64Array.from(values, (value, i) => value / (scales[i] ?? 1)),
  );
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight) => RIDGE * weight);
    const curve = OBSERVATIONS.map((_, i) =>
      OBSERVATIONS.map((__, j): number => (i === j ? RIDGE : 0)),
    );
    scaled.forEach((values, n) => {
      const odds = Math.max(-30, Math.min(30, dot(weights, values)));
      const chance = 1 / (1 + Math.exp(-odds));
      const miss = chance - Number(rows[n]?.isSame);
      for (let i = 0; i < size; i++) {
        const value = values[i] ?? 0;
        if (value === 0) continue;
        slope[i] = (slope[i] ?? 0) + value * miss;
        const line = curve[i] ?? [];
        for (let j = 0; j < size; j++)
          line[j] = (line[j] ?? 0) + value * (values[j] ?? 0) * chance * (1 - chance);
      }
    });
    const step = solve(curve, slope);
    weights = weights.map((weight, i) => weight - (step[i] ?? 0));
  }
  return weights.map((weight, i) => weight / (scales[i] ?? 1));
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) || 1;
}

function dot(weights: readonly number[], values: ArrayLike<number>): number {
  return weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0);
}

/** Gauss and Jordan; the ridge keeps the matrix regular. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivot, i) => {
    const scale = pivot[i] || 1;
    for (let j = 0; j < pivot.length; j++) pivot[j] = (pivot[j] ?? 0) / scale;
    rows.forEach((row, k) => {
      const factor = row[i] ?? 0;
      if (k === i || factor === 0) return;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
