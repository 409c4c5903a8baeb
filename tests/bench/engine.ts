/**
 * The product's relatedness behind the contract of the benchmark: what `npm run bench:related`
 * measures, over the modules that the extension runs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperKey } from '../../lib/core/paper';
import type { PaperRecord } from '../../lib/core/same-paper';
import { createMatcher } from '../../lib/match/matcher';
import { openBackground } from '../../lib/related/background';
import { openRelatedIndex } from '../../lib/related/block-related-index';
import { COMBINATION, type Combination } from '../../lib/related/combination';
import type { RelatedDocument, RelatedIndex } from '../../lib/related/related-index';
import type { BenchPaper, RelatedEngine, Scored } from '../../scripts/bench/related/engine';

type Snapshot = Readonly<Record<string, ArrayBuffer>>;

const asset = new Uint8Array(
  readFileSync(join(process.env.PAPERKIN_ROOT ?? process.cwd(), 'assets/related/background.bin')),
);
const background = openBackground(asset.buffer);

/** @param combination other numbers than the learnt ones, to see what a signal is worth */
export function createEngine(combination: Combination = COMBINATION): BenchEngine {
  return new BenchEngine(combination);
}

class BenchEngine implements RelatedEngine {
  private index: RelatedIndex;
  private readonly matcher = createMatcher();
  private readonly known = new Set<string>();
  private readonly segments = new Map<string, ArrayBuffer>();

  constructor(private readonly combination: Combination) {
    this.index = this.open();
  }

  get badgeThreshold(): number {
    return this.index.badgeThreshold();
  }

  async add(papers: readonly BenchPaper[]): Promise<void> {
    const fresh = papers.filter((paper) => !this.known.has(paper.id));
    for (const { id } of fresh) this.known.add(id);
    this.matcher.add(fresh.map((paper) => ({ ...paper, id: paper.id as PaperKey })));
    this.index.put(fresh.map(toDocument), this.index.rev + 1);
    while (this.index.mergeStep());
  }

  async related(paper: BenchPaper, k: number): Promise<Scored[]> {
    return this.index.related(toDocument(paper), k).map(({ id, score }) => ({ id, score }));
  }

  async rankForLibrary(
    savedIds: readonly string[],
    candidateIds: readonly string[],
  ): Promise<Scored[]> {
    const profile = this.index.profile(savedIds.map((id) => ({ id: id as PaperKey, weight: 1 })));
    return this.index
      .rank(profile, candidateIds.length, candidateIds as readonly PaperKey[])
      .map(({ id, score }) => ({ id, score }));
  }

  async match(record: PaperRecord): Promise<{ id: string; score: number } | null> {
    const id = this.matcher.match(record);
    return id ? { id, score: 1 } : null;
  }

  async snapshot(): Promise<Snapshot> {
    const { put, remove } = this.index.flush();
    for (const [name, bytes] of put) this.segments.set(name, bytes);
    for (const name of remove) this.segments.delete(name);
    return Object.fromEntries(this.segments);
  }

  async restore(snapshot: Snapshot): Promise<void> {
    for (const [name, bytes] of Object.entries(snapshot)) this.segments.set(name, bytes);
    this.index = this.open();
  }

  private open(): RelatedIndex {
    return openRelatedIndex(this.segments, { background, combination: this.combination });
  }
}

function toDocument(paper: BenchPaper): RelatedDocument {
  const { id, title, abstract, authors = [], year } = paper;
  return {
    id: id as PaperKey,
    title: title ?? '',
    authors,
    ...(abstract && { abstract }),
    ...(year !== undefined && { year }),
  };
}
