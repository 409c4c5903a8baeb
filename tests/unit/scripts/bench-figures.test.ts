import { describe, expect, it } from 'vitest';
import { longestTaskMs } from '../../../scripts/bench/parts/longest-task';
import { compare, exponent, figureOf, isMet } from '../../../scripts/bench/report/figure';
import { toCharts, toMarkdown } from '../../../scripts/bench/report/markdown';

const at = (size: number, values: readonly number[], what = 'a save') =>
  figureOf({ part: 'save', size, what }, values);

describe('figures of a bench', () => {
  it('are medians and 95th percentiles of what was measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(at(1000, values)).toMatchObject({ median: 51, p95: 96, count: 100, unit: 'ms' });
  });

  it('grow with an exponent of 0 when size does not matter, and of 1 in step with it', () => {
    expect(exponent([at(1000, [5]), at(100_000, [5])])?.ratio).toBe(0);
    expect(exponent([at(100_000, [500]), at(1000, [5])])?.ratio).toBeCloseTo(1);
    expect(exponent([at(1000, [5])])).toBeNull();
  });

  it('are judged by how they grow to the largest size, not by what small libraries cost', () => {
    const all = [at(1000, [40]), at(10_000, [50]), at(100_000, [500])];
    expect(exponent(all)).toMatchObject({ what: 'exponent of a save, 10000 to 100000', ratio: 1 });
  });

  it('meet a goal from the right side', () => {
    const pair = [at(1000, [30]), at(1000, [10])] as const;
    expect(isMet(compare('one / other', pair, { atLeast: 3 }))).toBe(true);
    expect(isMet(compare('one / other', pair, { atMost: 2 }))).toBe(false);
    expect(isMet(compare('one / other', pair))).toBeNull();
  });

  it('are shown as tables, and as charts with our own beside the references', () => {
    const figures = [at(1000, [30]), { ...at(1000, [300], 'a|b <c>'), isReference: true }];
    const facts = { date: '2031-01-05', machine: 'a machine', browser: 'a browser' };
    const report = { figures, comparisons: [], seconds: { save: 12 }, failed: ['cold'] };
    const page = toMarkdown(report, facts);
    expect(page).toContain('| save | 1,000 | a save | 30 ms |  | 1 |');
    expect(page).toContain('| save | 12 |');
    expect(page).toContain('missing: cold.');
    expect(page).toContain('(a\\|b <c>)');
    const [[name, svg = ''] = []] = toCharts(report);
    expect(page).toContain(`(${name})`);
    expect(svg).toContain('a|b &lt;c>');
  });
});

describe('the longest task', () => {
  it('is the longest time of ours between two rests, whatever the page does in between', () => {
    const node = (id: number, url: string, functionName: string, children: number[] = []) => ({
      id,
      callFrame: { url, functionName },
      children,
    });
    const profile = {
      nodes: [
        node(1, '', '(root)', [2, 3, 4]),
        node(2, '', '(idle)'),
        node(3, 'chrome-extension://ours/a.js', 'read', [5]),
        node(4, 'https://page.example/b.js', 'theirs'),
        node(5, '', 'querySelector'),
      ],
      samples: [3, 5, 4, 3, 2, 3],
      timeDeltas: [0, 1000, 1000, 9000, 2000, 1000, 3000],
    };
    expect(longestTaskMs(profile, 'chrome-extension://ours/')).toBe(4);
  });
});
