import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Runs one of the benches that need no browser by itself, and gives what it writes with `--json`. */
export async function runScript<Result>(
  name: string,
  args: readonly string[],
  folder: string,
): Promise<Result> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [`scripts/bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const json = join(folder, `${name}.json`);
  const run = spawnSync(process.execPath, ['--expose-gc', outfile, ...args, '--json', json], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`bench ${name} failed`);
  return JSON.parse(readFileSync(json, 'utf8')) as Result;
}
