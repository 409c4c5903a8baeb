/**
 * Compares readers of BibTeX: how long a file takes, and for how long it holds everything else up.
 *
 *   node scripts/run.mjs bench/import [--sizes 5000,20000] [--runs 3] [--json FILE]
 *
 * Times are those that the main thread works, so that other programs on the machine do not count.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { exportPapers } from '../../lib/export';
import { importText } from '../../lib/import';
import { generatePapers } from '../../tests/support/generate-papers';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5000,20000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});

interface Result {
  readonly entries: number;
  readonly megabytes: number;
  readonly reader: string;
  readonly read: number;
  readonly ms: number;
  /** The longest time without a pause in which timers run. */
  readonly longestMs: number;
}

/** Reads a text; gives the number of entries read. */
const READERS: Readonly<Record<string, (text: string) => Promise<number>>> = {
  Paperkin: async (text) => (await importText(text)).records.length,
  'citation-js': async (text) => new Cite(text).data.length,
};
/** citation-js needs minutes for more. */
const MOST_ENTRIES: Readonly<Record<string, number>> = { 'citation-js': 5_000 };

const results: Result[] = [];
for (const entries of options.sizes.split(',').map(Number)) {
  // Abstracts of 800 characters make 20,000 entries just less than the 25 MB that we take.
  const papers = generatePapers(entries).map((paper) => ({
    ...paper,
    abstract: paper.abstract?.slice(0, 800) ?? '',
  }));
  const text = exportPapers(papers, 'bibtex', { abstracts: true, ascii: true });
  for (const [reader, read] of Object.entries(READERS)) {
    if (entries > (MOST_ENTRIES[reader] ?? Number.POSITIVE_INFINITY)) continue;
    const runs: Pick<Result, 'read' | 'ms' | 'longestMs'>[] = [];
    for (let run = 0; run < Number(options.runs); run += 1) runs.push(await measure(read, text));
    runs.sort((a, b) => a.ms - b.ms);
    const median = runs[Math.floor(runs.length / 2)];
    if (median) results.push({ entries, megabytes: text.length / 1e6, reader, ...median });
  }
}
console.table(results);
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);

async function measure(
  read: (text: string) => Promise<number>,
  text: string,
): Promise<Pick<Result, 'read' | 'ms' | 'longestMs'>> {
  let longestMs = 0;
  let last = threadMs();
  const timer = setInterval(() => {
    const now = threadMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  longestMs = 0;
  const start = threadMs();
  const count = await read(text);
  const ms = threadMs() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(timer);
  return { read: count, ms: Math.round(ms), longestMs: Math.round(longestMs) };
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
