import { fromBase64 } from '../../lib/core/base64';
import { layOutMap, type MapStage } from '../../lib/map/lay-out-map';
import type { MapVectors } from '../../lib/messages/protocol';

/** What the page asks for; titles in the order of the vectors. */
export interface MapWork extends Pick<MapVectors, 'dimensions' | 'values'> {
  readonly titles: readonly string[];
}

/** Lays a map out beside the page, which hears of each stage. */
addEventListener('message', ({ data }: MessageEvent<MapWork>) => {
  const { dimensions, values, titles } = data;
  const vectors = {
    dimensions,
    values: Float32Array.from(new Int8Array(fromBase64(values).buffer)),
  };
  for (const stage of layOutMap({ vectors, titles })) postMessage(stage satisfies MapStage);
});
