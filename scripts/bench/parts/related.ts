import { readFileSync } from 'node:fs';
import type { PaperCandidate } from '../../../lib/core/paper';
import { openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import type { RelatedDocument, RelatedIndex } from '../../../lib/related/related-index';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { BarePostings, hashesOf } from '../bare-postings';
import { benchPapers } from '../bench-papers';
import { CosineOverMaps } from '../cosine-over-maps';
import { type Comparison, compare, exponent, type Figure, figureOf } from '../report/figure';
import type { Part } from './part';

const PART = 'related';
const QUERIES = 200;
const BATCH = 1000;
/** Papers that a query of ours scores at least (block-related-index.ts). */
const CANDIDATES = 180;
/** More than this, and a query of the reference takes a second. */
const LARGEST_REFERENCE = 10_000;

/** The papers related to one, and to each row of a listing, among so many saved. */
export const relatedPart: Part = {
  name: PART,
  async run({ sizes }) {
    const figures: Figure[] = [];
    const comparisons: Comparison[] = [];
    for (const size of sizes) {
      const found = measure(size);
      figures.push(...found.figures);
      comparisons.push(...found.comparisons);
    }
    const growth = exponent(figures.filter(({ what }) => what === 'related to one paper'));
    return {
      figures,
      comparisons: growth ? [...comparisons, { ...growth, goal: { atMost: 0.7 } }] : comparisons,
    };
  },
};

function measure(size: number) {
  const about = { part: PART, size } as const;
  const index = fillIndex(size);
  // Not counted: code that is not compiled yet takes three times as long.
  for (const document of documents(QUERIES, QUERIES)) index.related(document, 10);
  const one = figureOf(
    { ...about, what: 'related to one paper' },
    documents(0, QUERIES).map((document) => clock(() => index.related(document, 10))),
  );
  const added = figureOf(
    { ...about, what: 'one paper added' },
    documents(size + 1000, 25).map((document, i) =>
      clock(() => {
        index.put([document], size + 2000 + i);
        index.flush();
      }),
    ),
  );
  const figures = [one, added];
  const goal = size >= 100_000 ? 5 : 2;
  const comparisons: Comparison[] = [
    {
      ...about,
      what: 'related to one paper, p95 in ms',
      ratio: one.p95,
      goal: { atMost: goal },
    },
  ];
  if (size <= LARGEST_REFERENCE) {
    const maps = new CosineOverMaps(documents(0, size));
    const naive = figureOf(
      { ...about, what: 'cosine over Maps', isReference: true },
      documents(0, 12).map((document) => clock(() => maps.related(document, 10))),
    );
    figures.push(naive);
    const atLeast = size === LARGEST_REFERENCE ? { atLeast: 800 } : undefined;
    comparisons.push(compare('cosine over Maps / related', [naive, one], atLeast));
    const limits = measureLimits(size);
    figures.push(...limits);
    comparisons.push(
      ...limits.map((limit) => compare(`cosine over Maps / ${limit.what}`, [naive, limit])),
    );
  }
  return { figures, comparisons };
}

/**
 * What no query can be without, so what bounds how many times faster than the reference any can be.
 * Of two turns the second counts: the limit has the better of everything.
 */
function measureLimits(size: number): Figure[] {
  const about = { part: PART, size, isReference: true } as const;
  const postings = new BarePostings(documents(0, size));
  const queries = documents(0, QUERIES);
  const turn = () =>
    queries.map((document) => {
      const hashes = hashesOf(document);
      const terms = postings.rarest(hashes);
      return {
        meetMs: clock(() => postings.meet(hashes, CANDIDATES)),
        passMs: clock(() => postings.count(terms)),
        readMs: clock(() => hashesOf(document)),
      };
    });
  turn();
  const times = turn();
  const figure = (what: string, ms: readonly number[]) =>
    figureOf({ ...about, what: `limit: ${what}` }, ms);
  return [
    figure(
      "its terms' postings passed over",
      times.map(({ passMs }) => passMs),
    ),
    figure(
      'its text read and hashed',
      times.map(({ readMs }) => readMs),
    ),
    figure(
      `the terms of ${CANDIDATES} papers looked for in it`,
      times.map(({ meetMs }) => meetMs),
    ),
    figure(
      'these three, and nothing else',
      times.map(({ passMs, readMs, meetMs }) => passMs + readMs + meetMs),
    ),
  ];
}

/** An index over so many papers of the bench, all in. */
export function fillIndex(size: number): RelatedIndex {
  const file = readFileSync('assets/related/background.bin');
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const index = openRelatedIndex(new Map(), { background: openBackground(bytes as ArrayBuffer) });
  for (let from = 0; from < size; from += BATCH) {
    index.put(documents(from, Math.min(BATCH, size - from)), from + BATCH);
  }
  for (let isMore = true; isMore; ) isMore = index.mergeStep();
  return index;
}

export function documents(from: number, count: number): RelatedDocument[] {
  return toDocuments(benchPapers(from, count));
}

export function toDocuments(papers: readonly PaperCandidate[]): RelatedDocument[] {
  return papers.map((paper) => toRelatedDocument(paper.key, paper.ids, paper));
}

export function clock(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
