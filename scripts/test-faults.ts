/**
 * `npm run test:faults`: the faults that take minutes (kills inside an import, a full disk, a
 * damaged profile, …), in the built extension in real browsers. PAPERKIN_SEEDS=100 makes the cases
 * with random damage as many as that; ten are the rule. PAPERKIN_FIRST_SEED=41 begins with another
 * than the first.
 */
import { spawnSync } from 'node:child_process';
import { buildExtension } from './browsers/build-extension';

buildExtension('build:e2e');
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'faults'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
