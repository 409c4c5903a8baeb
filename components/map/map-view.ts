import type { ErrorData } from '../../lib/core/errors';
import type { PaperKey, PaperState } from '../../lib/core/paper';

/** A point of the map. */
export interface MapPaper {
  readonly id: PaperKey;
  readonly state: PaperState;
  readonly lists: readonly string[];
}

/** Papers that lie together, named by their terms. */
export interface MapCluster {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export type MapView =
  | { readonly kind: 'laying-out' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'ready';
      readonly papers: readonly MapPaper[];
      /** x and y of each paper in turn, in [-1, 1]. */
      readonly places: Float32Array;
      /** None until the map has come to rest. */
      readonly clusters: readonly MapCluster[];
      /** For each paper, its place in `clusters`. */
      readonly clusterOf: readonly number[];
    };
