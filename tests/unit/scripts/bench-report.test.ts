import { describe, expect, it } from 'vitest';
import { quantile } from '../../../scripts/bench/bench-part';
import { toMarkdown, toRows } from '../../../scripts/bench/report';

describe('reporting a bench', () => {
  it('gives the median, and what is under nineteen of twenty', () => {
    const samples = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(samples, 0.5)).toBe(51);
    expect(quantile(samples, 0.95)).toBe(96);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('compares with the reference of the same size, or the one of no size', () => {
    const rows = toRows('part', [
      { what: 'floor', unit: 'ms', samples: [10] },
      { what: 'ours', size: 1000, unit: 'ms', samples: [5], against: 'floor', goal: 4 },
    ]);
    expect(rows[1]).toMatchObject({ ratio: '2 × floor', goal: '≤ 4: MISSED', size: '1,000' });
  });

  it('draws the longest bar for the largest median', () => {
    const rows = toRows('part', [
      { what: 'long', unit: 'ms', samples: [10] },
      { what: 'short', unit: 'ms', samples: [5] },
    ]);
    const bars = toMarkdown(rows)
      .match(/█+/g)
      ?.map((bar) => bar.length);
    expect(bars).toEqual([50, 25]);
  });
});
