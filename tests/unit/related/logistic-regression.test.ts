import { describe, expect, it } from 'vitest';
import { type Example, fitLogistic } from '../../../scripts/related/logistic-regression';

/** Examples on a grid, each counted as often true and false as these weights say. */
function examplesOf([one, two, intercept]: readonly [number, number, number]): Example[] {
  const grid = [-2, -1, 0, 1, 2].flatMap((a) => [-2, -1, 0, 1, 2].map((b) => [a, b] as const));
  return grid.flatMap(([a, b]) => {
    const chance = 1 / (1 + Math.exp(-(one * a + two * b + intercept)));
    const trues = Math.round(1000 * chance);
    return Array.from({ length: 1000 }, (_, i) => ({ values: [a, b], isTrue: i < trues }));
  });
}

describe('a logistic regression', () => {
  it('finds the weights that made the examples', () => {
    const [one = 0, two = 0, intercept = 0] = fitLogistic(examplesOf([1.5, -0.5, 0.25]));
    expect(one).toBeCloseTo(1.5, 1);
    expect(two).toBeCloseTo(-0.5, 1);
    expect(intercept).toBeCloseTo(0.25, 1);
  });

  it('stays finite where one value tells all', () => {
    const examples = [-2, -1, 1, 2].map((value) => ({ values: [value], isTrue: value > 0 }));
    const weights = fitLogistic(examples);
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(weights[0]).toBeGreaterThan(1);
  });
});
