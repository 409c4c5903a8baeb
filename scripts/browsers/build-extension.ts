import { spawnSync } from 'node:child_process';

const FOLDERS = {
  build: '.output/chrome-mv3',
  'build:firefox': '.output/firefox-mv3',
  'build:e2e': '.output/chrome-mv3-e2e',
  'build:e2e:firefox': '.output/firefox-mv3-e2e',
} as const;

/** Runs one of package.json's build scripts and gives the folder that it fills. Throws if it fails. */
export function buildExtension(script: keyof typeof FOLDERS): string {
  const built = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0)
    throw new Error(`npm run ${script} failed:\n${built.stdout}${built.stderr}`);
  return FOLDERS[script];
}
