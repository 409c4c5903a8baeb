import type { Background } from '../background';
import type { Block } from '../block';
import type { Combination } from '../combination';

/** How much of the background's mean direction is taken out of each paper's vector. */
const CENTERING = 0.5;
const RANGE = 127;
/** What has faded further is not worth its time. */
const LEAST_WEIGHT = 0.01;

/**
 * Likeness by learnt vectors: a paper is the mean of its words' vectors, weighted by rarity, so
 * that "galaxies" meets "cosmology". It helps while few papers are in and does harm among
 * thousands, where the words themselves say more; so it fades as the index grows.
 */
export class VectorSignal {
  private readonly weight: number;
  private readonly vector: Int8Array;

  constructor(
    terms: Uint32Array,
    background: Background,
    papers: number,
    { vectorWeight, vectorHalfPapers }: Combination,
  ) {
    const weight = vectorWeight / (1 + papers / vectorHalfPapers);
    this.weight = weight / (RANGE * RANGE);
    this.vector = weight < LEAST_WEIGHT ? new Int8Array(0) : paperVector(terms, background);
  }

  score(block: Block, row: number): number {
    const { vector, weight } = this;
    const { vectors, dimensions } = block;
    let product = 0;
    for (let i = 0, at = row * dimensions; i < vector.length; i++, at++) {
      product += (vector[i] ?? 0) * (vectors[at] ?? 0);
    }
    return product > 0 ? product * weight : 0;
  }
}

/** A paper's vector of length 127, all zero where none of its words has one. */
export function paperVector(terms: Uint32Array, background: Background): Int8Array {
  const { vectors } = background;
  const sum = new Float32Array(vectors.dimensions);
  if (sum.length === 0) return new Int8Array(0);
  for (const term of terms) {
    const hash = term >>> 8;
    const row = vectors.find(hash);
    if (row < 0) continue;
    const rarity = Math.log(1 + background.documents / (background.documentCount(hash) || 1));
    const weight = (1 + Math.log(Math.max(1, (term & 0xff) / 2))) * rarity * vectors.scale(row);
    const from = row * sum.length;
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] ?? 0) + weight * (vectors.values[from + i] ?? 0);
  }
  if (!normalise(sum)) return new Int8Array(sum.length);
  for (let i = 0; i < sum.length; i++) {
    sum[i] = (sum[i] ?? 0) - (CENTERING * (vectors.mean[i] ?? 0)) / RANGE;
  }
  normalise(sum);
  return Int8Array.from(sum, (value) => Math.round(value * RANGE));
}

/** Scales to length 1; false for the zero vector. */
export function normalise(vector: Float32Array): boolean {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return false;
  const factor = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * factor;
  return true;
}
