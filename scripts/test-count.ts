export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
    }),
    NOTHING,
  );
}

/**
 * The tests in a report of Vitest's JSON reporter. A file that failed before its first test counts
 * as one failed test; so does a report that is not one.
 */
export function countTests(report: unknown): Count {
  if (!isReport(report)) return { ...NOTHING, failed: 1 };
  return sum(report.testResults.map(countFile));
}

interface FileReport {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

function isReport(report: unknown): report is { testResults: readonly FileReport[] } {
  return (
    typeof report === 'object' &&
    report !== null &&
    'testResults' in report &&
    Array.isArray(report.testResults)
  );
}

function countFile(file: FileReport): Count {
  const statuses = file.assertionResults.map((test) => test.status);
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const brokeOutsideTests = file.status === 'failed' && failed === 0;
  return {
    passed,
    failed: brokeOutsideTests ? 1 : failed,
    skipped: statuses.length - passed - failed, // skipped, pending, todo
  };
}
