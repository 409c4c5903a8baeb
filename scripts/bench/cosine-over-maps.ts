import type { RelatedDocument } from '../../lib/related/related-index';

/** Related papers as most would write it: a Map of weights for each, and the cosine with every one. */
export class CosineOverMaps {
  readonly #size: number;
  readonly #rows: readonly { id: string; weights: Map<string, number> }[];
  readonly #documentCounts = new Map<string, number>();

  constructor(documents: readonly RelatedDocument[]) {
    this.#size = documents.length;
    const counted = documents.map((document) => ({
      id: document.id,
      counts: countWords(document),
    }));
    for (const { counts } of counted) {
      for (const word of counts.keys()) {
        this.#documentCounts.set(word, (this.#documentCounts.get(word) ?? 0) + 1);
      }
    }
    this.#rows = counted.map(({ id, counts }) => ({ id, weights: this.#weigh(counts) }));
  }

  related(document: RelatedDocument, limit: number): { id: string; score: number }[] {
    const query = this.#weigh(countWords(document));
    const scored = this.#rows.map(({ id, weights }) => {
      let score = 0;
      for (const [word, weight] of query) score += weight * (weights.get(word) ?? 0);
      return { id, score };
    });
    return scored.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  #weigh(counts: ReadonlyMap<string, number>): Map<string, number> {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [word, count] of counts) {
      const weight = count * Math.log(1 + this.#size / (this.#documentCounts.get(word) ?? 1));
      weights.set(word, weight);
      square += weight * weight;
    }
    for (const [word, weight] of weights) weights.set(word, weight / Math.sqrt(square));
    return weights;
  }
}

function countWords({ title, abstract = '' }: RelatedDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of `${title} ${abstract}`.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
