/**
 * What it costs to keep the search index: one paper added, merging, opening from cold.
 *
 *   npm run bench:search-upkeep -- [--sizes 10000,100000] [--json FILE]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SegmentChange } from '../../lib/core/segments';
import { openSearchIndex } from '../../lib/search/paper-index';
import { parseQuery } from '../../lib/search/query';
import { generateDocuments } from '../../tests/support/search-documents';

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '10000' }, json: { type: 'string' } },
});
const ADDED = 300;
const QUERY = parseQuery('network synatx audio', 0).query;

const results = options.sizes.split(',').map(Number).map(measure);
console.table(results);
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);

function measure(size: number) {
  const documents = generateDocuments(size + ADDED);
  const store = new Map<string, ArrayBuffer>();
  const apply = ({ put, remove }: SegmentChange) => {
    for (const name of remove) store.delete(name);
    for (const [name, buffer] of put) store.set(name, buffer);
  };
  const index = openSearchIndex(store);
  const buildMs = time(() => index.put(documents.slice(0, size), 1));
  apply(index.flush());

  let largestWrite = 0;
  const adds = documents.slice(size).map((document, i) =>
    time(() => {
      index.put([document], 2 + i);
      const change = index.flush();
      for (const buffer of change.put.values())
        largestWrite = Math.max(largestWrite, buffer.byteLength);
      apply(change);
    }),
  );

  const sliced = openSearchIndex(new Map());
  const fillMs: number[] = [];
  const sliceMs: number[] = [];
  for (let i = 0; i < size; i += 500) {
    fillMs.push(time(() => sliced.put(documents.slice(i, i + 500), i)));
    for (let more = true; more; )
      sliceMs.push(
        time(() => {
          more = sliced.mergeStep();
        }),
      );
  }

  const bytes = [...store.values()].reduce((sum, buffer) => sum + buffer.byteLength, 0);
  let hits = 0;
  const openMs = time(() => {
    openSearchIndex(store);
  });
  const coldMs = time(() => {
    hits += openSearchIndex(store).search(QUERY, 50).length;
  });
  return {
    size,
    'build ms': round(buildMs),
    'add one, p50 ms': round(quantile(adds, 0.5)),
    'add one, mean ms': round(adds.reduce((a, b) => a + b, 0) / adds.length),
    'add one, max ms': round(Math.max(...adds)),
    'build / add': round(buildMs / (adds.reduce((a, b) => a + b, 0) / adds.length)),
    'largest write kB': round(largestWrite / 1000),
    'put of 500, p50 ms': round(quantile(fillMs, 0.5)),
    'merge in all ms': round(sliceMs.reduce((a, b) => a + b, 0)),
    'slice p50 ms': round(quantile(sliceMs, 0.5)),
    'slice p95 ms': round(quantile(sliceMs, 0.95)),
    'slice max ms': round(Math.max(...sliceMs)),
    'open ms': round(openMs),
    'open and first answer ms': round(coldMs),
    'all MB': round(bytes / 1e6),
    hits,
  };
}

function time(work: () => void): number {
  const start = now();
  work();
  return now() - start;
}

/** Milliseconds of this thread's processor time, which neighbours do not stretch. */
function now(): number {
  if (!process.threadCpuUsage) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
