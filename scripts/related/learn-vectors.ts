import { featuresOf } from '../../lib/related/features';
import type { RelatedDocument } from '../../lib/related/related-index';
import { normalise } from '../../lib/related/signals/vectors';
import { termHash } from '../../lib/related/term-hash';
import { contrastVectors } from './contrast-vectors';
import { leadingDirections, type SparseRows } from './leading-directions';

export interface LearntVectors {
  readonly words: { hash: number; scale: number; vector: number[] }[];
  readonly mean: number[];
}

const RANGE = 127;
/** Mean size of a number before the vectors are moved, which sets how far a step goes. */
const FIRST_SIZE = 0.1;

/**
 * A vector for each of the commonest words, by latent semantic analysis (Deerwester et al., 1990):
 * the leading right singular vectors of the papers' TF-IDF rows, times the root of the singular
 * values; then moved until titles find their abstracts (contrast-vectors.ts). Words that stand in
 * the same papers, or of which one stands in titles where the other stands in abstracts, get like
 * vectors.
 */
export function learnVectors(
  papers: readonly RelatedDocument[],
  words: readonly (readonly [string, number])[],
  dimensions: number,
): LearntVectors {
  const rarities = new Map(
    words.map(([word, count]) => [termHash(word), Math.log(1 + papers.length / count)]),
  );
  const columns = new Map([...rarities.keys()].map((hash, column) => [hash, column]));
  const rows = paperRows(papers, columns, rarities);
  const { directions, singular } = leadingDirections(rows, columns.size, dimensions);
  const values = Float32Array.from(
    directions,
    (value, i) => value * Math.sqrt(singular[i % dimensions] ?? 0),
  );
  scaleToMean(values, FIRST_SIZE);
  const [titles, abstracts] = [{ abstract: '' }, { title: '' }].map((part) =>
    paperRows(
      papers.map((paper) => ({ ...paper, ...part })),
      columns,
      rarities,
    ),
  );
  if (titles && abstracts) contrastVectors(values, dimensions, titles, abstracts);
  return {
    words: quantise(columns, values, dimensions),
    mean: meanVector(rows, values, dimensions),
  };
}

/** Papers as rows of length 1 over the words. */
function paperRows(
  papers: readonly RelatedDocument[],
  columns: ReadonlyMap<number, number>,
  rarities: ReadonlyMap<number, number>,
): SparseRows {
  const offsets = [0];
  const places: number[] = [];
  const values: number[] = [];
  for (const paper of papers) {
    const from = places.length;
    for (const term of featuresOf(paper, Number.POSITIVE_INFINITY, () => 0).terms) {
      const column = columns.get(term >>> 8);
      if (column === undefined) continue;
      const count = Math.max(1, (term & 0xff) / 2);
      places.push(column);
      values.push((1 + Math.log(count)) * (rarities.get(term >>> 8) ?? 0));
    }
    const length = Math.hypot(...values.slice(from)) || 1;
    for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) / length;
    offsets.push(places.length);
  }
  return { offsets, columns: Uint32Array.from(places), values: Float32Array.from(values) };
}

function scaleToMean(values: Float32Array, size: number): void {
  const mean = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] ?? 0) * size) / mean;
}

/** Each word's vector in signed bytes and what they are to be multiplied with; the largest scale is 1. */
function quantise(
  columns: ReadonlyMap<number, number>,
  values: Float32Array,
  dimensions: number,
): LearntVectors['words'] {
  const vectors = [...columns].map(([hash, column]) => {
    const vector = [...values.subarray(column * dimensions, (column + 1) * dimensions)];
    return { hash, vector, largest: Math.max(...vector.map(Math.abs)) };
  });
  const largest = Math.max(...vectors.map((word) => word.largest));
  return vectors
    .filter((word) => word.largest > 0)
    .map((word) => ({
      hash: word.hash,
      scale: word.largest / largest,
      vector: word.vector.map((value) => Math.round((RANGE * value) / word.largest)),
    }));
}

function meanVector(rows: SparseRows, values: Float32Array, dimensions: number): number[] {
  const mean = new Float64Array(dimensions);
  for (let row = 0; row + 1 < rows.offsets.length; row++) {
    const sum = new Float32Array(dimensions);
    for (let i = rows.offsets[row] ?? 0; i < (rows.offsets[row + 1] ?? 0); i++) {
      const from = (rows.columns[i] ?? 0) * dimensions;
      const weight = rows.values[i] ?? 0;
      for (let d = 0; d < dimensions; d++)
        sum[d] = (sum[d] ?? 0) + weight * (values[from + d] ?? 0);
    }
    normalise(sum);
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (sum[d] ?? 0);
  }
  return [...mean].map((sum) => Math.round((RANGE * sum) / (rows.offsets.length - 1)));
}
