import type { PaperKey } from '../../../lib/core/paper';
import type { RelatedDocument } from '../../../lib/related/related-index';
import { SparseTfIdf } from '../sparse-tf-idf';
import { type BenchPaper, byScore, type RelatedEngine, type Scored } from './engine';

/** The plain design that `npm run bench` gives as a limit, made anew whenever papers come in. */
export class PlainEngine implements RelatedEngine {
  private readonly documents = new Map<string, RelatedDocument>();
  private index = new SparseTfIdf([]);

  async add(papers: readonly BenchPaper[]): Promise<void> {
    for (const paper of papers) this.documents.set(paper.id, toDocument(paper));
    this.index = new SparseTfIdf([...this.documents.values()]);
  }

  async related(paper: BenchPaper, k: number): Promise<Scored[]> {
    return this.index.related(toDocument(paper), k);
  }

  /** The sum of the cosines with all saved papers is that with their centroid. */
  async rankForLibrary(saved: readonly string[], candidates: readonly string[]): Promise<Scored[]> {
    const scores = new Map(candidates.map((id) => [id, 0]));
    for (const document of saved.flatMap((id) => this.documents.get(id) ?? [])) {
      for (const { id, score } of this.index.related(document, this.documents.size)) {
        const sum = scores.get(id);
        if (sum !== undefined) scores.set(id, sum + score);
      }
    }
    return [...scores].map(([id, score]) => ({ id, score })).sort(byScore);
  }
}

function toDocument({ id, title, abstract = '' }: BenchPaper): RelatedDocument {
  return { id: id as PaperKey, title, abstract, authors: [] };
}
