/**
 * Everything that can be checked without a network: types, lint, unit tests, the builds, and the
 * built extension in real browsers. Ends with one line, `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, countTests, NOTHING, sum } from './test-count';

const REPORTS = join('.output', 'test');

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const checks = [runOnce('types'), runOnce('lint'), runTests('test:unit')];
const builds = ['build', 'build:firefox', 'build:e2e', 'build:e2e:firefox'].map(runOnce);
const isBuilt = sum(builds).failed === 0;
if (!isBuilt) console.log('\nThe end-to-end tests are not run: there is no build to run them on.');
const total = sum([...checks, ...builds, isBuilt ? runTests('test:e2e') : NOTHING]);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A step that either works or does not, counted as one. */
function runOnce(script: string): Count {
  return runScript(script, []) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** A step of many tests, counted one by one from Vitest's own report. */
function runTests(script: string): Count {
  const report = join(REPORTS, `${script.replace(':', '-')}.json`);
  const isGood = runScript(script, [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const count = countTests(readReport(report));
  // Vitest may fail without a failed test: an error outside of one, or no report at all.
  return isGood || count.failed > 0 ? count : { ...count, failed: 1 };
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`No report of the tests in ${path}:`, error);
    return null;
  }
}

function runScript(script: string, args: readonly string[]): boolean {
  const startedAtMs = Date.now();
  console.log(`\n── ${script} ──`);
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`── ${script}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s ──`);
  return status === 0;
}
