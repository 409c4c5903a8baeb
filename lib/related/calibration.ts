import type { Block } from './block';
import CALIBRATION from './calibration.json';

/** Fewer papers say too little about what someone reads. */
const MIN_PAPERS = 3;
/** Libraries that the coefficients were learnt from: beyond these, size says no more. */
const LIBRARY_SIZES = { least: 10, most: 150 };
/** Closest hits that say how old the papers of the subject are, and how new. */
const NEAREST = 5;
const NEAR = 10;
const MONTHS = 12;
/**
 * Where a hit is close by itself: of those scored so high 47 of 100 are linked to the paper by a
 * citation, of the others that a badge's threshold lets in 16 of 100.
 */
const CLOSE_ITSELF = 0.1;
/** Where the closest papers are all of one time, the age of a row tells nothing (a daily feed). */
const LEAST_SPAN = 2 * MONTHS;

/**
 * What tells whether a hit is truly related, each as a logarithm. A paper without a date, or
 * among papers of one time, is taken to be of the usual age: it neither gains nor loses.
 */
export interface Signs {
  /** The hit's score, with what the other hits say for it. */
  readonly closeness: number;
  /** The best hit's score alone. */
  readonly best: number;
  /** Years between the query paper and the closest, in the mean. */
  readonly yearsApart: number;
  /** Years that the query paper is older than the latest of the closest: the reader passed it over. */
  readonly yearsPast: number;
  /** Papers in the index. */
  readonly papers: number;
}

/** The signs that all hits of one query share; `toScore` adds each hit's closeness. */
export type QuerySigns = Omit<Signs, 'closeness'>;

type AgeSigns = Pick<Signs, 'yearsApart' | 'yearsPast'>;

/**
 * @param hits best first
 * @param month of the query paper (signals/dates.ts); 0 where unknown
 */
export function querySigns(
  hits: readonly { readonly block: Block; readonly row: number; readonly score: number }[],
  month: number,
  papers: number,
): QuerySigns {
  const { least, most } = LIBRARY_SIZES;
  return {
    best: Math.log(hits[0]?.score ?? 1),
    papers: Math.log(Math.min(most, Math.max(least, papers))),
    ...ageSigns(
      month,
      hits.slice(0, NEAR).map(({ block, row }) => block.month(row)),
    ),
  };
}

/** @param months of the hits, best first; 0 where unknown */
function ageSigns(month: number, months: readonly number[]): AgeSigns {
  const dated = months.filter((other) => other > 0);
  const nearest = months.slice(0, NEAREST).filter((other) => other > 0);
  const isOfOneTime = Math.max(...dated) - Math.min(...dated) < LEAST_SPAN;
  if (month === 0 || nearest.length === 0 || isOfOneTime) return CALIBRATION.undated;
  const apart = nearest.reduce((sum, other) => sum + Math.abs(month - other), 0) / nearest.length;
  return {
    yearsApart: Math.log1p(apart / MONTHS),
    yearsPast: Math.log1p(Math.max(0, ...months.map((other) => other - month)) / MONTHS),
  };
}

/**
 * A hit's score in [0, 1], higher for closer hits: a logistic regression on the signs, learnt by
 * `npm run fit:badge`. Where the best hit has 0.5, half of the papers are linked to a saved one. The
 * coefficients are divided by those of the two scores together: twice the scores are twice the odds.
 */
export function toScore(signs: Signs): number {
  const { coefficients, intercept } = CALIBRATION;
  const names = Object.keys(coefficients) as (keyof Signs)[];
  const sum = names.reduce((total, name) => total + coefficients[name] * signs[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}

/** @param ownScore of a hit, without what the other hits say for it */
export function isCloseItself(ownScore: number): boolean {
  return ownScore >= CLOSE_ITSELF;
}

/**
 * Where 84 of 100 badges are right in libraries whose papers neither the coefficients nor the
 * background's counts had seen. A badge that is wrong costs more than one that is missing.
 */
export function badgeThreshold(papers: number): number {
  return papers < MIN_PAPERS ? Number.POSITIVE_INFINITY : CALIBRATION.threshold;
}
