/**
 * The product's relatedness behind the contract of the benchmark: what `npm run bench:related`
 * measures, over the modules that the extension runs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIdentifier } from '../../lib/core/identifiers';
import type { PaperKey } from '../../lib/core/paper';
import type { StoredRecord } from '../../lib/match/find-same';
import { createMatcher, type KeptMatcher } from '../../lib/match/matcher';
import { openBackground } from '../../lib/related/background';
import { openRelatedIndex } from '../../lib/related/block-related-index';
import { COMBINATION, type Combination } from '../../lib/related/combination';
import type { RelatedDocument, RelatedIndex } from '../../lib/related/related-index';
import type { BenchPaper, RelatedEngine, Scored } from '../../scripts/bench/related/engine';

/** What the extension keeps between two starts: the segments of both indexes, and the papers. */
interface Snapshot {
  readonly related: Readonly<Record<string, ArrayBuffer>>;
  readonly matcher: KeptMatcher;
}

const asset = new Uint8Array(
  readFileSync(join(process.env.PAPERKIN_ROOT ?? process.cwd(), 'assets/related/background.bin')),
);
export const background = openBackground(asset.buffer);

/** @param combination other numbers than the learnt ones, to see what a signal is worth */
export function createEngine(combination: Combination = COMBINATION): BenchEngine {
  return new BenchEngine(combination);
}

class BenchEngine implements RelatedEngine {
  private index: RelatedIndex;
  private matcher = createMatcher();
  private readonly known = new Set<string>();
  private readonly segments = new Map<string, ArrayBuffer>();

  constructor(private readonly combination: Combination) {
    this.index = this.open();
  }

  get badgeThreshold(): number {
    return this.index.badgeThreshold();
  }

  async add(papers: readonly BenchPaper[]): Promise<void> {
    const fresh = papers.filter(({ id }) => this.isNew(id));
    this.matcher.add(fresh.map(toRecord));
    this.index.put(fresh.map(toDocument), this.index.rev + 1);
    while (this.index.mergeStep());
  }

  async related(paper: BenchPaper, k: number): Promise<Scored[]> {
    return this.index
      .related(toDocument(paper), k)
      .map(({ id, score, isClose }) => ({ id, score, isClose }));
  }

  async rankForLibrary(
    savedIds: readonly string[],
    candidateIds: readonly string[],
  ): Promise<Scored[]> {
    const profile = this.index.profile(
      savedIds.map((id) => ({ paper: id as PaperKey, weight: 1 })),
    );
    return this.index
      .rank(profile, candidateIds as readonly PaperKey[])
      .map(({ id, score }) => ({ id, score }));
  }

  async match(record: Omit<BenchPaper, 'id'>): Promise<{ id: string; score: number } | null> {
    const id = this.matcher.match(toRecord({ id: '', ...record }));
    return id ? { id, score: 1 } : null;
  }

  async snapshot(): Promise<Snapshot> {
    const { put, remove } = this.index.flush();
    for (const [name, bytes] of put) this.segments.set(name, bytes);
    for (const name of remove) this.segments.delete(name);
    return { related: Object.fromEntries(this.segments), matcher: this.matcher.keep() };
  }

  async restore({ related, matcher }: Snapshot): Promise<void> {
    this.segments.clear();
    for (const [name, bytes] of Object.entries(related)) this.segments.set(name, bytes);
    this.known.clear();
    for (const { id } of matcher.papers) this.known.add(id);
    this.matcher = createMatcher(matcher);
    this.index = this.open();
  }

  private isNew(id: string): boolean {
    return this.known.size < this.known.add(id).size;
  }

  private open(): RelatedIndex {
    return openRelatedIndex(this.segments, { background, combination: this.combination });
  }
}

/** By what the benchmark's records have: no abstract. */
function toRecord({ id, title, authors, year }: BenchPaper): StoredRecord {
  return {
    id: id as PaperKey,
    title: title ?? '',
    authors: authors ?? [],
    ...(year && { year }),
  };
}

/** What a record lacks, or has as `null`, counts as empty. */
export function toDocument(paper: BenchPaper): RelatedDocument {
  const { id, title, abstract, authors, year } = paper;
  const named = parseIdentifier(id);
  return {
    id: id as PaperKey,
    title: title ?? '',
    authors: authors ?? [],
    ...(named && { ids: [named.key] }),
    ...(abstract && { abstract }),
    ...(year && { date: String(year) }),
  };
}
