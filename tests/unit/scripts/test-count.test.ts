import { describe, expect, it } from 'vitest';
import { countTests, sum } from '../../../scripts/test-count';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((it) => ({ status: it })),
});

describe('counting tests from a report', () => {
  it('counts each test once, over all files', () => {
    const report = {
      testResults: [
        file('failed', 'passed', 'failed'),
        file('passed', 'passed', 'pending', 'todo'),
      ],
    };
    expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that broke before its first test as a failure', () => {
    expect(countTests({ testResults: [file('failed')] }).failed).toBe(1);
  });

  it.each([null, {}, { testResults: 3 }, 'text'])(
    'counts %j, which is no report, as a failure',
    (it) => {
      expect(countTests(it)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    },
  );

  it('adds counts up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
