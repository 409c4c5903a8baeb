/** What one part of the bench measured of one thing at one size. */
export interface Figure {
  readonly part: string;
  /** Records in the library; null where the size does not matter. */
  readonly size: number | null;
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'share' | 'controls';
  readonly median: number;
  readonly p95: number;
  /** Measurements behind the two. */
  readonly count: number;
  /** True for what Paperkin is compared with. */
  readonly isReference: boolean;
}

/** Two figures of one run, one beside the other. */
export interface Comparison {
  readonly part: string;
  readonly size: number | null;
  readonly what: string;
  readonly ratio: number;
  readonly goal?: Goal;
}

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export interface Findings {
  readonly figures: readonly Figure[];
  readonly comparisons: readonly Comparison[];
}

type About = Pick<Figure, 'part' | 'size' | 'what'> & Partial<Pick<Figure, 'unit' | 'isReference'>>;

export function figureOf(about: About, values: readonly number[]): Figure {
  return {
    unit: 'ms',
    isReference: false,
    ...about,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    count: values.length,
  };
}

/** How many times as large the one is as the other. */
export function compare(
  what: string,
  [one, other]: readonly [Figure, Figure],
  goal?: Goal,
  by: 'median' | 'p95' = 'median',
): Comparison {
  const { part, size } = one;
  return { part, size, what, ratio: one[by] / other[by], ...(goal && { goal }) };
}

export function isMet({ ratio, goal }: Comparison): boolean | null {
  if (!goal) return null;
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

/** How the cost grows between the two largest libraries: 0 not at all, 1 in step with them. */
export function exponent(figures: readonly Figure[]): Comparison | null {
  const sized = figures.filter((one) => one.size !== null).sort((a, b) => sizeOf(a) - sizeOf(b));
  const [first, last] = [sized.at(-2), sized.at(-1)];
  if (!first || !last) return null;
  const ratio = Math.log(last.median / first.median) / Math.log(sizeOf(last) / sizeOf(first));
  const sizes = `${sizeOf(first)} to ${sizeOf(last)}`;
  return { part: last.part, size: null, what: `exponent of ${last.what}, ${sizes}`, ratio };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function sizeOf({ size }: Figure): number {
  return size ?? 0;
}
