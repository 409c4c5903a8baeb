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
import type { RelatedDocument, RelatedIndex } from '../../lib/related/related-index';

export interface BenchPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly year?: number;
}

export interface Scored {
  readonly id: string;
  readonly score: number;
}

type Snapshot = Readonly<Record<string, ArrayBuffer>>;

const asset = new Uint8Array(
  readFileSync(join(process.env.PAPERKIN_ROOT ?? process.cwd(), 'assets/related/background.bin')),
);
const OPTIONS = { background: openBackground(asset.buffer) };

export function createEngine(): BenchEngine {
  return new BenchEngine();
}

class BenchEngine {
  private index: RelatedIndex = openRelatedIndex(new Map(), OPTIONS);
  private readonly matcher = createMatcher();
  private readonly known = new Set<string>();
  private readonly segments = new Map<string, ArrayBuffer>();

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
    this.index = openRelatedIndex(this.segments, OPTIONS);
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
