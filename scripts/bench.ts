/**
 * How fast Paperkin is at every size, beside its references, in real Chromium and in Node:
 *
 *   npm run bench -- [--only PART,PART] [--sizes 1000,10000,100000] [--json FILE] [--fresh]
 *
 * Prints one table and writes JSON, and a page with charts, under `.output/bench/`, after each part,
 * so that a run that is broken off loses only the part it was in. Filled libraries are kept there for
 * the next run; `--fresh` makes them anew (100,000 records take minutes).
 */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildReferenceExtension } from './bench/browser/reference-extension';
import { PARTS } from './bench/parts/index';
import type { Comparison, Figure } from './bench/report/figure';
import { printFindings } from './bench/report/table';
import { type RunFacts, writeReport } from './bench/report/write';
import { buildExtension } from './browsers/build-extension';
import { findChromiumHere } from './browsers/here';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    json: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
});

const folder = '.output/bench';
const worlds = join(folder, 'worlds');
const chosen = options.only?.split(',');
const unknown = chosen?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
if (unknown.length > 0) {
  const known = PARTS.map(({ name }) => name).join(', ');
  throw new Error(`There is no part ${unknown.join(', ')}; there are ${known}`);
}
const sizes = options.sizes.split(',').map(Number);
if (sizes.some((size) => !(size >= 100))) throw new Error('--sizes wants numbers from 100');

if (options.fresh) rmSync(worlds, { recursive: true, force: true });
mkdirSync(worlds, { recursive: true });
const search = findChromiumHere();
if (search.path === null) throw new Error(search.advice);

const context = {
  program: search.path,
  extensionDir: buildExtension('build:e2e'),
  referenceDir: buildReferenceExtension(join(folder, 'reference-extension')),
  folder: worlds,
  sizes,
  log: (line: string) => console.log(line),
};
const facts: RunFacts = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`,
  browser: search.name,
};
const figures: Figure[] = [];
const comparisons: Comparison[] = [];
const seconds: Record<string, number> = {};
const failed: string[] = [];
const json = options.json ?? join(folder, 'bench.json');
for (const part of PARTS) {
  if (chosen && !chosen.includes(part.name)) continue;
  const startMs = performance.now();
  try {
    const found = await part.run(context);
    figures.push(...found.figures);
    comparisons.push(...found.comparisons);
  } catch (error) {
    // An hour's other figures are not lost for it.
    console.error(`${part.name} failed:`, error);
    failed.push(part.name);
    process.exitCode = 1;
  }
  seconds[part.name] = Math.round((performance.now() - startMs) / 1000);
  console.log(`${part.name}: ${seconds[part.name]} s`);
  writeReport({ figures, comparisons, seconds, failed }, { facts, folder, json });
}

printFindings({ figures, comparisons }, context.log);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\nWritten to ${folder}/bench.md`);
