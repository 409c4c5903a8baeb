import { describe, expect, it } from 'vitest';
import { RECENCIES, recencyFactor } from '../../../lib/core/recency';

const NOW_MS = Date.parse('2031-01-01');

describe('what the wish for new papers makes of a score', () => {
  it('is nothing where age does not matter', () => {
    expect(recencyFactor('any', '1931', NOW_MS)).toBe(1);
    expect(recencyFactor('any', undefined, NOW_MS)).toBe(1);
  });

  it('is a half at the age that was set', () => {
    expect(recencyFactor('year', '2030-01-01', NOW_MS)).toBeCloseTo(0.5, 2);
    expect(recencyFactor('five-years', '2026-01-01', NOW_MS)).toBeCloseTo(0.5, 2);
    expect(recencyFactor('month', '2030-12-01', NOW_MS)).toBeCloseTo(0.5, 1);
  });

  it.each(RECENCIES)('never puts an older paper first, and throws no paper out (%s)', (recency) => {
    const factors = ['2033', '2031-01-01', '2030-06', '2026', '2011'].map((date) =>
      recencyFactor(recency, date, NOW_MS),
    );
    expect(factors).toEqual([...factors].sort((a, b) => b - a));
    expect(factors.every((factor) => factor > 0 && factor <= 1)).toBe(true);
  });

  it('takes a paper without a date for one of middling age', () => {
    expect(recencyFactor('year', undefined, NOW_MS)).toBe(0.5);
    expect(recencyFactor('year', 'forthcoming', NOW_MS)).toBe(0.5);
  });
});
