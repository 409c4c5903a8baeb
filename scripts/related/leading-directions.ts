import { seededRandom } from '../../tests/support/random';

/** A sparse matrix, row by row. */
export interface SparseRows {
  readonly offsets: readonly number[];
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export interface Directions {
  /** One row of `count` numbers for each column of the matrix. */
  readonly directions: Float64Array;
  readonly singular: number[];
}

const ROUNDS = 8;
/** More directions than wanted are followed, since the last ones settle slowly. */
const SPARE = 8;

/**
 * The leading right singular vectors of a matrix by subspace iteration (Halko, Martinsson and
 * Tropp, 2011), from a seeded start: the same matrix gives the same answer.
 */
export function leadingDirections(rows: SparseRows, width: number, count: number): Directions {
  const k = count + SPARE;
  const random = seededRandom(1);
  let basis = Float64Array.from({ length: width * k }, () => random() - 0.5);
  orthonormalise(basis, width, k);
  for (let round = 0; round < ROUNDS; round++) {
    basis = timesTransposed(rows, times(rows, basis, k), width, k);
    orthonormalise(basis, width, k);
  }
  const image = times(rows, basis, k);
  const { values, vectors } = eigen(gram(image, k), k);
  const order = [...values.keys()]
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, count);
  const directions = new Float64Array(width * count);
  for (let row = 0; row < width; row++) {
    for (const [to, from] of order.entries()) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (basis[row * k + i] ?? 0) * (vectors[i * k + from] ?? 0);
      directions[row * count + to] = sum;
    }
  }
  return { directions, singular: order.map((i) => Math.sqrt(Math.max(0, values[i] ?? 0))) };
}

function times(rows: SparseRows, basis: Float64Array, k: number): Float64Array {
  const image = new Float64Array((rows.offsets.length - 1) * k);
  eachEntry(rows, (row, column, value) => {
    for (let i = 0; i < k; i++)
      image[row * k + i] = (image[row * k + i] ?? 0) + value * (basis[column * k + i] ?? 0);
  });
  return image;
}

function timesTransposed(
  rows: SparseRows,
  image: Float64Array,
  width: number,
  k: number,
): Float64Array<ArrayBuffer> {
  const basis = new Float64Array(width * k);
  eachEntry(rows, (row, column, value) => {
    for (let i = 0; i < k; i++)
      basis[column * k + i] = (basis[column * k + i] ?? 0) + value * (image[row * k + i] ?? 0);
  });
  return basis;
}

function eachEntry(
  rows: SparseRows,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row + 1 < rows.offsets.length; row++) {
    for (let i = rows.offsets[row] ?? 0; i < (rows.offsets[row + 1] ?? 0); i++) {
      visit(row, rows.columns[i] ?? 0, rows.values[i] ?? 0);
    }
  }
}

/** Gram and Schmidt, twice for the sake of rounding, over the k columns of a tall matrix. */
function orthonormalise(matrix: Float64Array, height: number, k: number): void {
  for (let column = 0; column < k; column++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < column; other++) {
        const product = dot(matrix, height, k, column, other);
        for (let row = 0; row < height; row++) {
          matrix[row * k + column] =
            (matrix[row * k + column] ?? 0) - product * (matrix[row * k + other] ?? 0);
        }
      }
    }
    const length = Math.sqrt(dot(matrix, height, k, column, column)) || 1;
    for (let row = 0; row < height; row++)
      matrix[row * k + column] = (matrix[row * k + column] ?? 0) / length;
  }
}

function dot(matrix: Float64Array, height: number, k: number, a: number, b: number): number {
  let sum = 0;
  for (let row = 0; row < height; row++)
    sum += (matrix[row * k + a] ?? 0) * (matrix[row * k + b] ?? 0);
  return sum;
}

function gram(image: Float64Array, k: number): Float64Array {
  const products = new Float64Array(k * k);
  for (let from = 0; from < image.length; from += k) {
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        products[i * k + j] =
          (products[i * k + j] ?? 0) + (image[from + i] ?? 0) * (image[from + j] ?? 0);
      }
    }
  }
  return products;
}

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array, k: number): { values: number[]; vectors: Float64Array } {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: k * k }, (_, i) => (i % (k + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < k; p++) {
      for (let q = p + 1; q < k; q++) {
        const off = a[p * k + q] ?? 0;
        if (Math.abs(off) < 1e-12) continue;
        const angle = 0.5 * Math.atan2(2 * off, (a[q * k + q] ?? 0) - (a[p * k + p] ?? 0));
        rotate(a, k, p, q, angle, true);
        rotate(a, k, p, q, angle, false);
        rotate(vectors, k, p, q, angle, true);
      }
    }
  }
  return { values: Array.from({ length: k }, (_, i) => a[i * k + i] ?? 0), vectors };
}

/** Turns columns (or rows) p and q of a square matrix by an angle. */
function rotate(
  matrix: Float64Array,
  k: number,
  p: number,
  q: number,
  angle: number,
  columns: boolean,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [along, across] = columns ? [k, 1] : [1, k];
  for (let i = 0; i < k; i++) {
    const x = matrix[i * along + p * across] ?? 0;
    const y = matrix[i * along + q * across] ?? 0;
    matrix[i * along + p * across] = cos * x - sin * y;
    matrix[i * along + q * across] = sin * x + cos * y;
  }
}
