/** Papers as directions in one space, all of one length, or all zero where nothing is known. */
export interface Vectors {
  readonly dimensions: number;
  /** `dimensions` numbers of each paper in turn. */
  readonly values: Float32Array;
}

/** Neighbours of each paper: more only make the map denser, not truer. */
export const NEIGHBOURS = 8;
/** Cells that are looked through for one paper: its own and those beside it. */
const PROBES = 4;
const ROUNDS = 2;

/**
 * For each paper in turn the places of those that point most nearly the same way, -1 where fewer
 * than `NEIGHBOURS` do at all. Looked for only in cells close by, so that the work grows with
 * count^1.5; nine in ten are found. Deterministic.
 */
export function findNeighbours(vectors: Vectors): Int32Array {
  const { cellOf, centres } = toCells(vectors);
  const members = centres.map((): number[] => []);
  for (const [paper, cell] of cellOf.entries()) members[cell]?.push(paper);
  const around = centres.map((centre) => {
    const close = centres.map((other, cell) => ({ cell, product: dot(centre, 0, other, 0) }));
    return close.sort((a, b) => b.product - a.product).slice(0, PROBES);
  });
  const found = new Int32Array(cellOf.length * NEIGHBOURS).fill(-1);
  for (const [paper, own] of cellOf.entries()) {
    const best = new Closest(found.subarray(paper * NEIGHBOURS, (paper + 1) * NEIGHBOURS));
    for (const { cell } of around[own] ?? []) {
      for (const other of members[cell] ?? []) {
        if (other !== paper) best.offer(other, product(vectors, paper, other));
      }
    }
  }
  return found;
}

/** The best of what was offered, best first. */
class Closest {
  readonly #scores = new Float32Array(NEIGHBOURS);

  constructor(readonly found: Int32Array) {}

  offer(paper: number, score: number): void {
    let at = NEIGHBOURS - 1;
    if (score <= (this.#scores[at] ?? 0)) return;
    for (; at > 0 && (this.#scores[at - 1] ?? 0) < score; at--) {
      this.#scores[at] = this.#scores[at - 1] ?? 0;
      this.found[at] = this.found[at - 1] ?? -1;
    }
    this.#scores[at] = score;
    this.found[at] = paper;
  }
}

/** Parts the papers by direction (spherical k-means), in as many cells as each then has papers. */
function toCells(vectors: Vectors): { cellOf: Int32Array; centres: Float32Array[] } {
  const { values, dimensions } = vectors;
  const count = dimensions === 0 ? 0 : values.length / dimensions;
  const cells = Math.ceil(Math.sqrt(count));
  const from = (cell: number) => Math.floor((cell * count) / cells) * dimensions;
  let centres = Array.from({ length: cells }, (_, cell) =>
    values.slice(from(cell), from(cell) + dimensions),
  );
  let cellOf = assign(vectors, count, centres);
  for (let round = 1; round < ROUNDS; round += 1) {
    centres = middles(vectors, cellOf, cells);
    cellOf = assign(vectors, count, centres);
  }
  return { cellOf, centres };
}

function assign({ values, dimensions }: Vectors, count: number, centres: Float32Array[]) {
  return Int32Array.from({ length: count }, (_, paper) => {
    let best = 0;
    let bestProduct = Number.NEGATIVE_INFINITY;
    for (const [cell, centre] of centres.entries()) {
      const product = dot(values, paper * dimensions, centre, 0);
      if (product <= bestProduct) continue;
      best = cell;
      bestProduct = product;
    }
    return best;
  });
}

function middles({ values, dimensions }: Vectors, cellOf: Int32Array, cells: number) {
  const sums = Array.from({ length: cells }, () => new Float32Array(dimensions));
  for (const [paper, cell] of cellOf.entries()) {
    const sum = sums[cell];
    for (let i = 0; sum && i < dimensions; i++)
      sum[i] = (sum[i] ?? 0) + (values[paper * dimensions + i] ?? 0);
  }
  for (const sum of sums) {
    const length = Math.sqrt(dot(sum, 0, sum, 0)) || 1;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) / length;
  }
  return sums;
}

function product({ values, dimensions }: Vectors, a: number, b: number): number {
  return dotOf(values, a * dimensions, values, b * dimensions, dimensions);
}

function dot(a: Float32Array, aFrom: number, b: Float32Array, bFrom: number): number {
  return dotOf(a, aFrom, b, bFrom, b.length);
}

function dotOf(
  a: Float32Array,
  aFrom: number,
  b: Float32Array,
  bFrom: number,
  length: number,
): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[aFrom + i] ?? 0) * (b[bFrom + i] ?? 0);
  return sum;
}
