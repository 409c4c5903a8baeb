/**
 * `npm run bench [-- --only PART,PART] [--sizes 1000,10000] [--json FILE]`: measures the built
 * extension in real Chromium, prints a table with medians, p95 and ratios, and leaves it as JSON
 * and as a page with charts in .output/bench.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchPart } from './bench/bench-part';
import { messages } from './bench/parts/messages';
import { packageSize } from './bench/parts/package-size';
import { type ReportRow, toMarkdown, toRows } from './bench/report';
import { findChromiumHere } from './browsers/here';

/** Every part; the only list of them. */
const PARTS: readonly BenchPart[] = [packageSize, messages];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    json: { type: 'string' },
  },
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
const chromium = findChromiumHere();

if (unknown.length > 0) {
  console.error(
    `No part ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 1;
} else if (chromium.path === null) {
  console.error(chromium.advice);
  process.exitCode = 1;
} else {
  await bench(chromium.path);
}

async function bench(program: string): Promise<void> {
  const sizes = values.sizes.split(',').map(Number);
  const rows: ReportRow[] = [];
  for (const part of PARTS) {
    if (wanted && !wanted.includes(part.name)) continue;
    console.log(part.name);
    rows.push(
      ...toRows(part.name, await part.run({ program, sizes, say: (it) => console.log(it) })),
    );
  }
  console.table(rows);
  mkdirSync('.output/bench', { recursive: true });
  const json = values.json
    ? resolve(process.env.INIT_CWD ?? process.cwd(), values.json)
    : '.output/bench/bench.json';
  writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync('.output/bench/bench.md', toMarkdown(rows));
}
