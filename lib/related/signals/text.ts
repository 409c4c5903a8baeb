import type { Block } from '../block';
import { OWN_LENGTH_WEIGHT, OWN_SATURATION, QUERY_SATURATION } from '../combination';
import type { Features } from '../features';
import type { Rarity } from '../rarity';
import { countNorm, TermWeights } from '../term-weights';

/** A term of the query paper and what its whole text makes it worth. */
export interface QueryTerm {
  readonly hash: number;
  readonly weight: number;
}

/**
 * Likeness of texts: BM25 over words and pairs of words, the whole paper as the query (Robertson
 * and Zaragoza, 2009), divided by the score that the query paper would give itself, so that scores
 * of different queries and libraries compare.
 */
export class TextSignal {
  /** Weightiest first; weights already divided by the own score. */
  readonly terms: readonly QueryTerm[];
  readonly weights: TermWeights;

  constructor(
    features: Features,
    rarity: Rarity,
    private readonly meanLength: number,
  ) {
    const terms = weighTerms(features, rarity, meanLength);
    this.weights = new TermWeights(terms.length);
    for (const { hash, weight } of terms) this.weights.add(hash, weight);
    this.terms = terms.sort((a, b) => b.weight - a.weight);
  }

  /** 0 and up; about 0.1 for papers of one subject, 0.3 for close ones. */
  score(block: Block, row: number): number {
    return this.weights.scoreRow(block, row, this.meanLength);
  }

  /** The terms that both have and what each adds to the score; the sum is the score. */
  contributions(block: Block, row: number): Map<number, number> {
    return this.weights.contributions(block, row, this.meanLength);
  }
}

/** Each term of a paper with its query weight, divided by the paper's own score. */
export function weighTerms(features: Features, rarity: Rarity, meanLength: number): QueryTerm[] {
  const norm = countNorm(features.length, meanLength, OWN_SATURATION, OWN_LENGTH_WEIGHT);
  let own = 0;
  const terms: { hash: number; weight: number }[] = [];
  for (const term of features.terms) {
    const hash = term >>> 8;
    const count = term & 0xff;
    const occurrences = count / 2;
    const saturated = (occurrences * (QUERY_SATURATION + 1)) / (occurrences + QUERY_SATURATION);
    const weight = rarity.ofTerm(hash) * saturated;
    own += (weight * count * (OWN_SATURATION + 1)) / (count + norm);
    terms.push({ hash, weight });
  }
  if (own > 0) for (const term of terms) term.weight /= own;
  return terms;
}
