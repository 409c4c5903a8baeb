import type { Findings } from '../report/figure';

/** What every part is given. */
export interface BenchContext {
  /** Chromium's program. */
  readonly program: string;
  /** The test build of the extension. */
  readonly extensionDir: string;
  /** The extension that Paperkin is measured beside. */
  readonly referenceDir: string;
  /** Scratch files and filled profiles, kept from run to run. */
  readonly folder: string;
  readonly sizes: readonly number[];
  readonly log: (line: string) => void;
}

export interface Part {
  readonly name: string;
  run(context: BenchContext): Promise<Findings>;
}
