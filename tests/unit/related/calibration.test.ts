import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { Block } from '../../../lib/related/block';
import { badgeThreshold, querySigns, toScore } from '../../../lib/related/calibration';

const MONTHS = 12;
const NOW = 2029 * MONTHS;

/** The score of the best of ten hits, all equally close; years of the hits, and of the query paper. */
function scoreOf(years: readonly number[], year: number | null, closeness = 1): number {
  const hits = hitsOf(years.map((one) => NOW + one * MONTHS));
  const month = year === null ? 0 : NOW + year * MONTHS;
  return toScore({ ...querySigns(hits, month, 30), closeness: Math.log(closeness) });
}

/** @param months of the hits; 0 where unknown */
function hitsOf(months: readonly number[]): { block: Block; row: number; score: number }[] {
  const none = { terms: new Uint32Array(), length: 0, names: new Uint32Array() };
  const rows = months.map((month, i) => {
    return { ...none, id: `arxiv:${i}` as PaperKey, month, vector: new Int8Array() };
  });
  const block = Block.build(rows, 0);
  return rows.map((_, row) => ({ block, row, score: 1 }));
}

const SEVERAL_YEARS = [-6, -5, -4, -3, -2, -1, 0, 0, 0, 0];
const ONE_YEAR = SEVERAL_YEARS.map((year) => year / 6);

describe('the score that decides a badge', () => {
  it('lies between 0 and 1 and grows with closeness', () => {
    const scores = [1e-6, 0.01, 0.2, 0.5, 1, 3, 100].map((closeness) => {
      return scoreOf(SEVERAL_YEARS, 0, closeness);
    });
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  });

  it('is smaller the longer before the latest of the closest papers a paper came out', () => {
    const [fresh = 0, older = 0, oldest = 0] = [0, -8, -20].map((year) => {
      return scoreOf(SEVERAL_YEARS, year);
    });
    expect(older).toBeLessThan(fresh);
    expect(oldest).toBeLessThan(older);
  });

  it('of a paper without a date lies between those of a new and an old one', () => {
    const undated = scoreOf(SEVERAL_YEARS, null);
    expect(undated).toBeLessThan(scoreOf(SEVERAL_YEARS, 0));
    expect(undated).toBeGreaterThan(scoreOf(SEVERAL_YEARS, -20));
  });

  it('does not ask for the age where the saved papers have no date or are all of one time', () => {
    const undated = scoreOf(SEVERAL_YEARS, null);
    const noDates = hitsOf([0, 0, 0]);
    expect(scoreOf(ONE_YEAR, 0)).toBe(undated);
    expect(scoreOf(ONE_YEAR, -9)).toBe(undated);
    expect(toScore({ ...querySigns(noDates, NOW, 30), closeness: 0 })).toBe(undated);
  });
});

describe('a badge', () => {
  it('is never given from fewer than three saved papers', () => {
    expect([0, 1, 2].map(badgeThreshold)).toEqual([Infinity, Infinity, Infinity]);
  });

  it('asks for the same score in every library from then on', () => {
    const thresholds = [3, 10, 150, 10_000].map(badgeThreshold);
    expect(new Set(thresholds).size).toBe(1);
    expect(thresholds[0]).toBeLessThan(1);
  });
});
