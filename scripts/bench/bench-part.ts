/** One thing measured, at one size of library. */
export interface Measurement {
  readonly what: string;
  /** Papers in the library; absent where that is of no matter. */
  readonly size?: number;
  readonly unit: 'ms' | 'kB';
  readonly samples: readonly number[];
  /** What it is compared with, by `what` and the same size: the ratio is reference over this. */
  readonly against?: string;
  /** The most that the median may be, in the unit. */
  readonly goal?: number;
}

export interface BenchContext {
  /** The Chromium to measure in. */
  readonly program: string;
  readonly sizes: readonly number[];
  readonly say: (line: string) => void;
}

/** One subject. Each stands in a file of its own, and in the list in bench.ts. */
export interface BenchPart {
  readonly name: string;
  run(context: BenchContext): Promise<Measurement[]>;
}

/** The value below which a share (0 to 1) of the samples lies; NaN without any. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
