import { fromBase64 } from '../../lib/core/base64';
import type { Clustering } from '../../lib/map/clusters';
import { layOutMap, nameMap } from '../../lib/map/lay-out-map';
import type { MapVectors } from '../../lib/messages/payloads';

/**
 * What the page asks for: first where the papers lie, which needs no titles and takes long enough to
 * read them meanwhile; then, by the titles in the order of the vectors, what lies together.
 */
export type MapWork =
  | Pick<MapVectors, 'dimensions' | 'values'>
  | { readonly titles: readonly string[] };

/** The map as far as it has come. */
export interface MapStage {
  /** x and y of each paper in turn, in [-1, 1]. */
  readonly places: Float32Array;
  /** Comes last, with the names. */
  readonly clustering?: Clustering;
}

let places: Float32Array = new Float32Array();

addEventListener('message', ({ data }: MessageEvent<MapWork>) => {
  if ('titles' in data) return answer({ places, clustering: nameMap(places, data.titles) });
  const values = Float32Array.from(new Int8Array(fromBase64(data.values).buffer));
  for (places of layOutMap({ dimensions: data.dimensions, values })) answer({ places });
});

function answer(stage: MapStage): void {
  postMessage(stage);
}
