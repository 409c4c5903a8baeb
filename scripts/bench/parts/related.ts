import { readFileSync } from 'node:fs';
import type { PaperCandidate } from '../../../lib/core/paper';
import { type Background, openBackground } from '../../../lib/related/background';
import { openRelatedIndex } from '../../../lib/related/block-related-index';
import type { RelatedDocument, RelatedIndex } from '../../../lib/related/related-index';
import { toRelatedDocument } from '../../../lib/services/to-related-document';
import { benchPapers } from '../bench-papers';
import { CandidatesAlone } from '../candidates-alone';
import { CosineOverMaps } from '../cosine-over-maps';
import { type Comparison, compare, exponent, type Figure, figureOf } from '../report/figure';
import { SparseTfIdf } from '../sparse-tf-idf';
import type { Part } from './part';

const PART = 'related';
const QUERIES = 200;
const BATCH = 1000;
/** More than this, and a query of the reference takes a second. */
const LARGEST_REFERENCE = 10_000;

/** A way to ask for related papers that does less than ours. */
interface Limit {
  readonly what: string;
  readonly ask: (document: RelatedDocument) => unknown;
}

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

/** Of two turns the second counts: the limits have the better of everything. */
function measureLimits(size: number): Figure[] {
  const queries = documents(0, QUERIES);
  return limitsOf(size, 10).map(({ what, ask }) => {
    const turn = () => queries.map((document) => clock(() => ask(document)));
    turn();
    return figureOf({ part: PART, size, what, isReference: true }, turn());
  });
}

/**
 * What bounds how many times faster than the reference a query can be: the plain design that the
 * goals were taken from, whose answers are worse (profiles.md), and ours before it scores a paper.
 */
export function limitsOf(size: number, limit: number): Limit[] {
  const plain = new SparseTfIdf(documents(0, size));
  const ours = new CandidatesAlone(fillIndex(size).flush().put, readBackground());
  return [
    {
      what: 'limit: TF-IDF of 48 words in typed arrays',
      ask: (document) => plain.related(document, limit),
    },
    {
      what: 'limit: our candidates found, none scored',
      ask: (document) => ours.find(document),
    },
  ];
}

/** An index over so many papers of the bench, all in. */
export function fillIndex(size: number): RelatedIndex {
  const index = openRelatedIndex(new Map(), { background: readBackground() });
  for (let from = 0; from < size; from += BATCH) {
    index.put(documents(from, Math.min(BATCH, size - from)), from + BATCH);
  }
  for (let isMore = true; isMore; ) isMore = index.mergeStep();
  return index;
}

function readBackground(): Background {
  return openBackground(new Uint8Array(readFileSync('assets/related/background.bin')).buffer);
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
