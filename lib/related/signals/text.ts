import type { Block } from '../block';
import type { Combination } from '../combination';
import type { Features } from '../features';
import type { Rarity } from '../rarity';
import { CountNorm, type TermWeights } from '../term-weights';

/** A term or name of the query paper and what it is worth. */
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
  /** `hash << 8 | count`, and what each is worth, already divided by the own score. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  private readonly norms: CountNorm;

  /** @param table is filled anew, and this signal's as long as it is asked */
  constructor(
    features: Features,
    rarity: Rarity,
    meanLength: number,
    combination: Combination,
    private readonly table: TermWeights,
  ) {
    this.terms = features.terms;
    this.weights = weighTerms(features, rarity, meanLength, combination);
    this.norms = countNorms(meanLength, combination);
    this.table.clear(this.terms.length);
    this.table.addAll(this.terms, this.weights, 1);
  }

  /** 0 and up; about 0.1 for papers of one subject, 0.3 for close ones. */
  score(block: Block, row: number): number {
    return this.table.scoreRow(block, row, this.norms);
  }

  /** The terms that both have and what each adds to the score; the sum is the score. */
  contributions(block: Block, row: number): Map<number, number> {
    return this.table.contributions(block, row, this.norms);
  }
}

/** The query weight of each term of a paper, divided by the paper's own score. */
export function weighTerms(
  { terms, length }: Pick<Features, 'terms' | 'length'>,
  rarity: Rarity,
  meanLength: number,
  combination: Combination,
): Float64Array {
  const { ownSaturation, ownLengthWeight, querySaturation } = combination;
  const norm = new CountNorm(ownSaturation, ownLengthWeight, meanLength).of(length);
  let own = 0;
  const weights = new Float64Array(terms.length);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? 0;
    const count = term & 0xff;
    const occurrences = count / 2;
    const saturated = (occurrences * (querySaturation + 1)) / (occurrences + querySaturation);
    const weight = rarity.ofTerm(term >>> 8) * saturated;
    own += (weight * count * (ownSaturation + 1)) / (count + norm);
    weights[i] = weight;
  }
  if (own > 0) for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / own;
  return weights;
}

export function countNorms(meanLength: number, combination: Combination): CountNorm {
  return new CountNorm(combination.countSaturation, combination.lengthWeight, meanLength);
}
