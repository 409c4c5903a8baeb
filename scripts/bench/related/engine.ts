/** What the benchmark asks of an engine; tests/bench/engine.ts is the product's. */
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
  /** Whether a badge counts it; engines that do not say count all at their threshold. */
  readonly isClose?: boolean;
}

export interface RelatedEngine {
  readonly badgeThreshold?: number;
  add(papers: readonly BenchPaper[]): Promise<void>;
  /** At most `k` papers, best first, never the paper itself. */
  related(paper: BenchPaper, k: number): Promise<Scored[]>;
  /** All candidates, best first. */
  rankForLibrary(savedIds: readonly string[], candidateIds: readonly string[]): Promise<Scored[]>;
}

export interface Contender {
  readonly name: string;
  /** Slow ones are asked about so many queries, libraries and badge libraries only. */
  readonly sample: number;
  create(): RelatedEngine;
}

export function byScore(a: Scored, b: Scored): number {
  return b.score - a.score;
}
