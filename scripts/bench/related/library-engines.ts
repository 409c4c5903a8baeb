import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { type BenchPaper, byScore, type RelatedEngine, type Scored } from './engine';

/** A search library asked with the paper's title; a library's papers are asked one by one. */
abstract class SearchEngine implements RelatedEngine {
  protected readonly papers = new Map<string, BenchPaper>();

  async add(papers: readonly BenchPaper[]): Promise<void> {
    for (const paper of papers) this.papers.set(paper.id, paper);
    this.load(papers);
  }

  async related(paper: BenchPaper, k: number): Promise<Scored[]> {
    return this.search(titleOf(paper), k + 1)
      .filter(({ id }) => id !== paper.id)
      .slice(0, k);
  }

  async rankForLibrary(saved: readonly string[], candidates: readonly string[]): Promise<Scored[]> {
    const scores = new Map(candidates.map((id) => [id, 0]));
    for (const paper of saved.slice(0, 25).flatMap((id) => this.papers.get(id) ?? [])) {
      for (const { id, score } of this.search(titleOf(paper), this.papers.size)) {
        const sum = scores.get(id);
        if (sum !== undefined) scores.set(id, sum + score);
      }
    }
    return [...scores].map(([id, score]) => ({ id, score })).sort(byScore);
  }

  protected abstract load(papers: readonly BenchPaper[]): void;
  protected abstract search(text: string, limit: number): Scored[];
}

export class MiniSearchEngine extends SearchEngine {
  private readonly index = new MiniSearch({ fields: ['title', 'abstract'], idField: 'id' });

  protected load(papers: readonly BenchPaper[]): void {
    this.index.addAll(papers);
  }

  protected search(text: string, limit: number): Scored[] {
    const hits = this.index.search(text, { boost: { title: 2 } }).slice(0, limit);
    return hits.map(({ id, score }) => ({ id, score }));
  }
}

export class FuseEngine extends SearchEngine {
  private readonly index = new Fuse<BenchPaper>([], {
    keys: ['title'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
  });

  protected load(papers: readonly BenchPaper[]): void {
    for (const paper of papers) this.index.add(paper);
  }

  protected search(text: string, limit: number): Scored[] {
    const hits = this.index.search(text, { limit });
    return hits.map(({ item, score }) => ({ id: item.id, score: 1 - (score ?? 1) }));
  }
}

/** Some sets have texts without titles. */
function titleOf(paper: BenchPaper): string {
  return paper.title || (paper.abstract ?? '').split(' ').slice(0, 12).join(' ');
}
