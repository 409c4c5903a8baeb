import type { Vectors } from './neighbours';

/** Rounds of power iteration: more turn the axes by less than anyone sees. */
const ROUNDS = 40;

/**
 * x and y of each paper in turn: its vector along the two directions in which the papers differ
 * most (principal component analysis). The axes begin at a fixed direction, so that the same
 * library is not mirrored from one time to the next.
 */
export function firstPlaces(vectors: Vectors): Float32Array {
  const { values, dimensions } = vectors;
  const mean = meanOf(vectors);
  const spread = covariance(vectors, mean);
  const across = mainAxis(spread, dimensions, []);
  const up = mainAxis(spread, dimensions, [across]);
  const count = dimensions === 0 ? 0 : values.length / dimensions;
  const places = new Float32Array(count * 2);
  for (let paper = 0; paper < count; paper++) {
    for (let i = 0; i < dimensions; i++) {
      const apart = (values[paper * dimensions + i] ?? 0) - (mean[i] ?? 0);
      places[2 * paper] = (places[2 * paper] ?? 0) + apart * (across[i] ?? 0);
      places[2 * paper + 1] = (places[2 * paper + 1] ?? 0) + apart * (up[i] ?? 0);
    }
  }
  return places;
}

function meanOf({ values, dimensions }: Vectors): Float64Array {
  const mean = new Float64Array(dimensions);
  for (const [at, value] of values.entries()) {
    const i = at % dimensions;
    mean[i] = (mean[i] ?? 0) + (value * dimensions) / values.length;
  }
  return mean;
}

function covariance({ values, dimensions }: Vectors, mean: Float64Array): Float64Array {
  const sums = new Float64Array(dimensions ** 2);
  const apart = new Float64Array(dimensions);
  for (let from = 0; from < values.length; from += dimensions) {
    for (let i = 0; i < dimensions; i++) apart[i] = (values[from + i] ?? 0) - (mean[i] ?? 0);
    for (let i = 0; i < dimensions; i++) {
      const at = i * dimensions;
      const one = apart[i] ?? 0;
      for (let j = 0; j < dimensions; j++)
        sums[at + j] = (sums[at + j] ?? 0) + one * (apart[j] ?? 0);
    }
  }
  return sums;
}

/** The direction of most spread that stands at a right angle to the others; by power iteration. */
function mainAxis(
  spread: Float64Array,
  dimensions: number,
  others: readonly Float64Array[],
): Float64Array {
  let axis = Float64Array.from({ length: dimensions }, (_, i) => Math.sin(i + 1 + others.length));
  for (let round = 0; round < ROUNDS; round++) {
    const turned = Float64Array.from({ length: dimensions }, (_, i) =>
      dot(spread.subarray(i * dimensions, (i + 1) * dimensions), axis),
    );
    for (const other of others) {
      const shared = dot(turned, other);
      for (let i = 0; i < dimensions; i++) turned[i] = (turned[i] ?? 0) - shared * (other[i] ?? 0);
    }
    const length = Math.sqrt(dot(turned, turned)) || 1;
    axis = turned.map((value) => value / length);
  }
  return axis;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
