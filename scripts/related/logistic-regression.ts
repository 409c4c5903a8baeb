const STEPS = 25;
/** Keeps the steps finite where the examples can be told apart wholly. */
const RIDGE = 1e-3;

export interface Example {
  readonly values: readonly number[];
  readonly isTrue: boolean;
}

/** Weights of the values, the intercept last: the maximum likelihood by Newton's method. */
export function fitLogistic(examples: readonly Example[]): number[] {
  const rows = examples.map(({ values, isTrue }) => ({ x: [...values, 1], y: isTrue ? 1 : 0 }));
  let weights = new Array<number>(rows[0]?.x.length ?? 0).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const curvature = weights.map((_, i) => weights.map((_, j): number => (i === j ? RIDGE : 0)));
    for (const { x, y } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(weights, x)));
      x.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + (y - chance) * value;
        const line = curvature[i] ?? [];
        x.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + chance * (1 - chance) * value * other;
        });
      });
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + (change[i] ?? 0));
  }
  return weights;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Gauss's elimination; the matrix is positive definite, so no row is exchanged. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivot, i) => {
    const head = pivot[i] ?? 1;
    for (let j = 0; j < pivot.length; j++) pivot[j] = (pivot[j] ?? 0) / head;
    rows.forEach((row, k) => {
      const factor = k === i ? 0 : (row[i] ?? 0);
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
