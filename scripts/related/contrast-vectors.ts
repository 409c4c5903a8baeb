import { seededRandom, shuffled } from '../../tests/support/random';
import type { SparseRows } from './leading-directions';

const EPOCHS = 12;
/** Papers told apart at once: the more, the finer the distinctions, and the slower. */
const BATCH = 512;
const TEMPERATURE = 0.07;
const LEARNING_RATE = 0.02;
/** Shorter ones say too little to be told from others. */
const LEAST_TITLE_WORDS = 3;
const LEAST_ABSTRACT_WORDS = 15;

/** `count` rows of `width` numbers. */
interface Matrix {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

/**
 * Moves the words' vectors so that a paper's title comes to lie close to its own abstract and away
 * from the others of a batch (InfoNCE, van den Oord et al., 2018; Adagrad, Duchi et al., 2011).
 * Needs no labels; the same papers give the same answer.
 *
 * @param vectors of the words, row by row; changed in place
 */
export function contrastVectors(
  vectors: Float32Array,
  width: number,
  titles: SparseRows,
  abstracts: SparseRows,
): void {
  const random = seededRandom(1);
  const squares = new Float32Array(vectors.length).fill(1e-8);
  const papers = [...Array(titles.offsets.length - 1).keys()].filter(
    (row) =>
      lengthOf(titles, row) >= LEAST_TITLE_WORDS &&
      lengthOf(abstracts, row) >= LEAST_ABSTRACT_WORDS,
  );
  const size = Math.min(BATCH, papers.length);
  for (let epoch = 0; epoch < EPOCHS && size > 0; epoch++) {
    const order = shuffled(papers, random);
    for (let from = 0; from + size <= order.length; from += size) {
      const batch = order.slice(from, from + size);
      const gradient = gradientOf(vectors, width, titles, abstracts, batch);
      descend(vectors, squares, gradient);
    }
  }
}

function gradientOf(
  vectors: Float32Array,
  width: number,
  titles: SparseRows,
  abstracts: SparseRows,
  batch: readonly number[],
): Float32Array {
  const a = project(titles, batch, vectors, width);
  const b = project(abstracts, batch, vectors, width);
  const [lengthsA, lengthsB] = [scaleToUnit(a), scaleToUnit(b)];
  const pull = pullOf(a, b);
  const gradient = new Float32Array(vectors.length);
  scatter(titles, batch, tangent(timesRows(pull, b, false), a, lengthsA), gradient);
  scatter(abstracts, batch, tangent(timesRows(pull, a, true), b, lengthsB), gradient);
  return gradient;
}

/** The papers' sums of their words' vectors. */
function project(
  rows: SparseRows,
  batch: readonly number[],
  vectors: Float32Array,
  width: number,
): Matrix {
  const values = new Float32Array(batch.length * width);
  eachWord(rows, batch, (paper, word, weight) => {
    for (let i = 0; i < width; i++)
      values[paper * width + i] =
        (values[paper * width + i] ?? 0) + weight * (vectors[word * width + i] ?? 0);
  });
  return { values, count: batch.length, width };
}

/** Answers the lengths that the rows had. */
function scaleToUnit({ values, count, width }: Matrix): Float32Array {
  return Float32Array.from({ length: count }, (_, row) => {
    const at = values.subarray(row * width, (row + 1) * width);
    const length = Math.hypot(...at) + 1e-6;
    for (let i = 0; i < width; i++) at[i] = (at[i] ?? 0) / length;
    return length;
  });
}

/** How the loss changes with each likeness: both ways' softmax, less the right answers. */
function pullOf(a: Matrix, b: Matrix): Float32Array {
  const { count } = a;
  const likeness = new Float32Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++)
      likeness[i * count + j] = Math.exp((dot(a, i, b, j) - 1) / TEMPERATURE);
  }
  const rowSums = new Float32Array(count);
  const columnSums = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const value = likeness[i * count + j] ?? 0;
      rowSums[i] = (rowSums[i] ?? 0) + value;
      columnSums[j] = (columnSums[j] ?? 0) + value;
    }
  }
  const scale = 1 / (2 * count * TEMPERATURE);
  return likeness.map((value, at) => {
    const [i, j] = [Math.floor(at / count), at % count];
    const share = value / (rowSums[i] ?? 1) + value / (columnSums[j] ?? 1);
    return scale * (share - (i === j ? 2 : 0));
  });
}

/** The product of a square matrix, or of it transposed, and rows. */
function timesRows(square: Float32Array, rows: Matrix, isTransposed: boolean): Matrix {
  const { count, width } = rows;
  const values = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const factor = square[isTransposed ? j * count + i : i * count + j] ?? 0;
      for (let d = 0; d < width; d++)
        values[i * width + d] =
          (values[i * width + d] ?? 0) + factor * (rows.values[j * width + d] ?? 0);
    }
  }
  return { values, count, width };
}

/** What of a change of unit rows is not along them, for the rows before they were scaled. */
function tangent(change: Matrix, unit: Matrix, lengths: Float32Array): Matrix {
  const { count, width } = change;
  const values = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const along = dot(change, row, unit, row);
    for (let at = row * width; at < (row + 1) * width; at++) {
      values[at] =
        ((change.values[at] ?? 0) - along * (unit.values[at] ?? 0)) / (lengths[row] ?? 1);
    }
  }
  return { values, count, width };
}

function scatter(
  rows: SparseRows,
  batch: readonly number[],
  { values, width }: Matrix,
  gradient: Float32Array,
): void {
  eachWord(rows, batch, (paper, word, weight) => {
    for (let i = 0; i < width; i++)
      gradient[word * width + i] =
        (gradient[word * width + i] ?? 0) + weight * (values[paper * width + i] ?? 0);
  });
}

function descend(vectors: Float32Array, squares: Float32Array, gradient: Float32Array): void {
  for (let i = 0; i < vectors.length; i++) {
    const change = gradient[i] ?? 0;
    if (change === 0) continue;
    squares[i] = (squares[i] ?? 0) + change * change;
    vectors[i] = (vectors[i] ?? 0) - (LEARNING_RATE * change) / Math.sqrt(squares[i] ?? 1);
  }
}

function eachWord(
  rows: SparseRows,
  batch: readonly number[],
  visit: (paper: number, word: number, weight: number) => void,
): void {
  for (const [paper, row] of batch.entries()) {
    for (let i = rows.offsets[row] ?? 0; i < (rows.offsets[row + 1] ?? 0); i++)
      visit(paper, rows.columns[i] ?? 0, rows.values[i] ?? 0);
  }
}

function lengthOf({ offsets }: SparseRows, row: number): number {
  return (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
}

function dot(a: Matrix, i: number, b: Matrix, j: number): number {
  const { width } = a;
  let sum = 0;
  for (let d = 0; d < width; d++)
    sum += (a.values[i * width + d] ?? 0) * (b.values[j * width + d] ?? 0);
  return sum;
}
