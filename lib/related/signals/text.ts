import type { Block } from '../block';
import type { Combination } from '../combination';
import type { Features } from '../features';
import type { Rarity } from '../rarity';
import { CountNorm, TermWeights } from '../term-weights';

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
  private readonly weights: TermWeights;
  private readonly norms: CountNorm;

  constructor(features: Features, rarity: Rarity, meanLength: number, combination: Combination) {
    const terms = weighTerms(features, rarity, meanLength, combination);
    this.norms = countNorms(meanLength, combination);
    this.weights = new TermWeights(terms.length);
    for (const { hash, weight } of terms) this.weights.add(hash, weight);
    this.terms = terms.sort((a, b) => b.weight - a.weight);
  }

  /** 0 and up; about 0.1 for papers of one subject, 0.3 for close ones. */
  score(block: Block, row: number): number {
    return this.weights.scoreRow(block, row, this.norms);
  }

  /** The terms that both have and what each adds to the score; the sum is the score. */
  contributions(block: Block, row: number): Map<number, number> {
    return this.weights.contributions(block, row, this.norms);
  }
}

/** Each term of a paper with its query weight, divided by the paper's own score. */
export function weighTerms(
  features: Features,
  rarity: Rarity,
  meanLength: number,
  combination: Combination,
): QueryTerm[] {
  const { ownSaturation, ownLengthWeight, querySaturation } = combination;
  const norm = new CountNorm(ownSaturation, ownLengthWeight, meanLength).of(features.length);
  let own = 0;
  const terms: { hash: number; weight: number }[] = [];
  for (const term of features.terms) {
    const hash = term >>> 8;
    const count = term & 0xff;
    const occurrences = count / 2;
    const saturated = (occurrences * (querySaturation + 1)) / (occurrences + querySaturation);
    const weight = rarity.ofTerm(hash) * saturated;
    own += (weight * count * (ownSaturation + 1)) / (count + norm);
    terms.push({ hash, weight });
  }
  if (own > 0) for (const term of terms) term.weight /= own;
  return terms;
}

export function countNorms(meanLength: number, combination: Combination): CountNorm {
  return new CountNorm(combination.countSaturation, combination.lengthWeight, meanLength);
}
