import { readFileSync } from 'node:fs';
import { openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { benchPapers } from '../bench-papers';
import { quantile } from './metrics';
import type { Figure } from './tasks';

const QUERIES = 200;
const ADDED = 50;
const BATCH = 1_000;
const MB = 1e6;

/** What the index costs with so many made-up papers of title, abstract and authors in it. */
export function measureCost(size: number): Figure[] {
  const asset = new Uint8Array(readFileSync('assets/related/background.bin'));
  const options = { background: openBackground(asset.buffer) };
  const index = openRelatedIndex(new Map(), options);
  const buildMs = clock(() => {
    for (let from = 0; from < size; from += BATCH) {
      index.put(documents(from, Math.min(BATCH, size - from)), from);
    }
    while (index.mergeStep());
  });
  const segments = index.flush().put;
  const queries = documents(size, QUERIES);
  for (const query of queries) index.related(query, 10);
  const timesMs = queries.map((query) => clock(() => index.related(query, 10)));
  const addMs = documents(size + QUERIES, ADDED).map((document) =>
    clock(() => {
      index.put([document], size);
      index.flush();
    }),
  );
  const [query] = queries;
  const openMs = clock(() => query && openRelatedIndex(segments, options).related(query, 10));
  const bytes = [...segments.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  const of = (figure: string, value: number, n: number): Figure => ({
    engine: 'Paperkin',
    task: `cost ${size}`,
    figure,
    value,
    n,
  });
  return [
    of('build s', buildMs / 1000, 1),
    of('query p50 ms', quantile(timesMs, 0.5), QUERIES),
    of('query p95 ms', quantile(timesMs, 0.95), QUERIES),
    of('add one p50 ms', quantile(addMs, 0.5), ADDED),
    of('MB', bytes / MB, 1),
    of('open and first query ms', openMs, 1),
  ];
}

function documents(from: number, count: number) {
  return benchPapers(from, count).map((paper) => toRelatedDocument(paper.key, paper.ids, paper));
}

function clock(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}
