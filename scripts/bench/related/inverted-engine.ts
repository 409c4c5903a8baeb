import { type BenchPaper, byScore, type RelatedEngine, type Scored } from './engine';
import { countsOf, lengthOf, product, type Row, scaled } from './text-rows';

/** How a reference weighs a term: in a stored paper, and in the paper asked about. */
export interface Weighing {
  readonly withPairs: boolean;
  stored(count: number, idf: number, relativeLength: number): number;
  asked(count: number, idf: number): number;
  idf(papers: number, holding: number): number;
  /** Whether stored rows are scaled to length 1 (cosine). */
  readonly isCosine: boolean;
}

/** BM25 over words and pairs of words, the whole paper as the query: the one to beat. */
export const BM25: Weighing = {
  withPairs: true,
  isCosine: false,
  stored: (count, _, length) => (count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length)),
  asked: (count, idf) => ((count * 8) / (count + 7)) * idf * idf,
  idf: (papers, holding) => Math.log(1 + (papers - holding + 0.5) / (holding + 0.5)),
};

/** Cosine of TF-IDF over words. */
export const TF_IDF: Weighing = {
  withPairs: false,
  isCosine: true,
  stored: (count, idf) => (1 + Math.log(count)) * idf,
  asked: (count, idf) => (1 + Math.log(count)) * idf,
  idf: (papers, holding) => Math.log(1 + papers / holding),
};

/** A plain inverted index over Maps; libraries are ranked by the centroid (Rocchio). */
export class InvertedEngine implements RelatedEngine {
  protected readonly papers = new Map<string, Row>();
  private readonly postings = new Map<string, string[]>();
  private rows = new Map<string, Row>();
  private meanLength = 1;

  constructor(private readonly weighing: Weighing) {}

  async add(papers: readonly BenchPaper[]): Promise<void> {
    for (const paper of papers) {
      const counts = countsOf(paper, this.weighing.withPairs);
      this.papers.set(paper.id, counts);
      for (const term of counts.keys()) this.holders(term).push(paper.id);
    }
    this.rows = new Map();
    this.meanLength = mean([...this.papers.values()].map(total));
  }

  async related(paper: BenchPaper, k: number): Promise<Scored[]> {
    const counts = this.papers.get(paper.id) ?? countsOf(paper, this.weighing.withPairs);
    const scores = new Map<string, number>();
    for (const [term, count] of counts) {
      const holders = this.postings.get(term) ?? [];
      const weight = this.weighing.asked(count, this.idf(term));
      for (const id of holders) {
        scores.set(id, (scores.get(id) ?? 0) + weight * (this.row(id).get(term) ?? 0));
      }
    }
    scores.delete(paper.id);
    const hits = [...scores].map(([id, score]) => ({ id, score }));
    return hits.sort(byScore).slice(0, k);
  }

  async rankForLibrary(saved: readonly string[], candidates: readonly string[]): Promise<Scored[]> {
    const centroid = new Map<string, number>();
    for (const row of saved.map((id) => this.unitRow(id))) {
      for (const [term, weight] of row) centroid.set(term, (centroid.get(term) ?? 0) + weight);
    }
    return candidates
      .map((id) => ({ id, score: product(centroid, this.unitRow(id)) }))
      .sort(byScore);
  }

  /** A paper's TF-IDF or BM25 row of length 1. */
  protected unitRow(id: string): Row {
    const row = this.row(id);
    if (this.weighing.isCosine) return row;
    const weighed = new Map([...row].map(([term, weight]) => [term, weight * this.idf(term)]));
    return scaled(weighed, 1 / (lengthOf(weighed) || 1));
  }

  private row(id: string): Row {
    const known = this.rows.get(id);
    if (known) return known;
    const counts = this.papers.get(id) ?? new Map<string, number>();
    const length = total(counts) / this.meanLength;
    const row = new Map(
      [...counts].map(([term, count]) => [
        term,
        this.weighing.stored(count, this.idf(term), length),
      ]),
    );
    const done = this.weighing.isCosine ? scaled(row, 1 / (lengthOf(row) || 1)) : row;
    this.rows.set(id, done);
    return done;
  }

  private idf(term: string): number {
    return this.weighing.idf(this.papers.size, this.postings.get(term)?.length ?? 0);
  }

  private holders(term: string): string[] {
    const known = this.postings.get(term);
    if (known) return known;
    const fresh: string[] = [];
    this.postings.set(term, fresh);
    return fresh;
  }
}

function total(row: Row): number {
  return [...row.values()].reduce((sum, count) => sum + count, 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length) || 1;
}
