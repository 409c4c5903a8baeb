import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey, PaperState } from '../../lib/core/paper';

/** A paper's place, in [-1, 1] both ways. */
export interface MapPaper {
  readonly key: PaperKey;
  readonly title: string;
  readonly state: PaperState;
  readonly lists: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Its place in `clusters`. */
  readonly cluster: number;
}

/** Papers that lie together, named by their terms. */
export interface MapCluster {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export type MapView =
  /** `progress` in [0, 1]. */
  | { readonly kind: 'laying-out'; readonly progress: number }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'ready';
      readonly papers: readonly MapPaper[];
      readonly clusters: readonly MapCluster[];
    };
