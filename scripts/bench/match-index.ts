import { stdout } from 'node:process';
import type { PaperKey } from '../../lib/core/paper';
import { CANDIDATES } from '../../lib/match/find-same';
import { openTitleIndex } from '../../lib/match/title-index';
import { readMatchSets } from './match-data';

/**
 * Size and speed of the title index at 10,000 and 110,000 papers, titles made of halves of real
 * ones: `npm run bench:match-index -- DATA_FOLDER`.
 */
const halves = readMatchSets(process.argv[2] ?? '').flatMap(({ store }) =>
  store.map(({ title }) => title.split(' ')),
);

for (const size of [10_000, 110_000]) measure(size);

function titleAt(n: number): string {
  const first = halves[n % halves.length] ?? [];
  const second = halves[(n * 7919 + Math.floor(n / halves.length)) % halves.length] ?? [];
  const start = first.slice(0, Math.ceil(first.length / 2));
  return [...start, ...second.slice(Math.floor(second.length / 2))].join(' ');
}

function measure(size: number): void {
  const papers = Array.from({ length: size }, (_, n) => ({
    id: `arxiv:${3_000 + Math.floor(n / 99_999)}.${String(n % 99_999).padStart(5, '0')}` as PaperKey,
    title: titleAt(n),
  }));
  const index = openTitleIndex(new Map());
  const buildMs = time(() => {
    for (let n = 0; n < size; n += 1_000) index.put(papers.slice(n, n + 1_000), n + 1_000);
  });
  const steps: number[] = [];
  for (let isMore = true; isMore; ) {
    steps.push(
      time(() => {
        isMore = index.mergeStep();
      }),
    );
  }
  const segments = new Map(index.flush().put);
  const bytes = [...segments.values()].map(({ byteLength }) => byteLength);
  const openMs = time(() => openTitleIndex(segments));
  const opened = openTitleIndex(segments);
  const asked = papers.filter((_, n) => n % Math.floor(size / 300) === 0);
  let found = 0;
  const queries = asked.map(({ id, title }) =>
    time(() => {
      if (opened.candidates(title, CANDIDATES).includes(id)) found += 1;
    }),
  );
  const adds = papers
    .slice(0, 20)
    .map((paper, n) => time(() => opened.put([{ ...paper, title: titleAt(size + n) }], size + n)));
  const lines = [
    `${size} papers: ${(sum(bytes) / 2 ** 20).toFixed(1)} MB in ${segments.size} segments`,
    `built in ${buildMs.toFixed(0)} ms, merged in ${steps.length} slices of at most ${Math.max(...steps).toFixed(1)} ms`,
    `opened in ${openMs.toFixed(2)} ms, first answer ${queries[0]?.toFixed(2)} ms`,
    `candidates p50 ${at(queries, 0.5)} ms, p95 ${at(queries, 0.95)} ms, ${found} of ${asked.length} found`,
    `one paper added: p50 ${at(adds, 0.5)} ms`,
  ];
  stdout.write(`${lines.join('\n  ')}\n`);
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
