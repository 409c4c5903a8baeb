#!/usr/bin/env node
/**
 * Runs one of our scripts, on a fresh clone too: `node scripts/run.mjs NAME [arguments]` installs
 * what is missing, bundles `scripts/NAME.ts` and runs it under the pinned Node, in the project's
 * folder.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPinnedNode, installPackages } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);

try {
  if (!name) throw new Error('Usage: node scripts/run.mjs NAME [arguments]');
  installPackages(root);
  const node = findPinnedNode(root);
  const bundle = await bundleScript(name);
  const script = spawn(node, ['--enable-source-maps', bundle, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) },
  });
  // Ctrl-C reaches the script too; we stay to hand on how it ended.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => script.kill());
  script.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string} scriptName
 * @returns the bundle's path; it lies inside the project, so packages are found as usual
 */
async function bundleScript(scriptName) {
  const { build } = await import('esbuild'); // not there before installPackages
  const outfile = join(root, '.output', 'scripts', `${scriptName}.mjs`);
  await build({
    entryPoints: [join(root, 'scripts', `${scriptName}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  return outfile;
}
