import { type Clustering, clusterMap } from './clusters';
import { firstPlaces } from './first-places';
import { createLayout, toWidth } from './layout';
import { findNeighbours, NEIGHBOURS, type Vectors } from './neighbours';

/** Moves between two stages that are shown. */
const STEPS_A_STAGE = 10;

/**
 * From a first sight to the finished map: each time x and y of each paper in turn, in [-1, 1]. The
 * same papers give the same map.
 */
export function* layOutMap(vectors: Vectors): Generator<Float32Array, void> {
  const first = firstPlaces(vectors);
  yield toWidth(first, 1);
  const neighbours = findNeighbours(vectors);
  const layout = createLayout(first, neighbours);
  for (let done = 1; layout.step(); done += 1) {
    if (done % STEPS_A_STAGE === 0) yield framed(layout.places, neighbours);
  }
  yield framed(layout.places, neighbours);
}

/** The neighbourhoods of a map that is laid out; places as `layOutMap` gives them. */
export function nameMap(places: Float32Array, titles: readonly string[]): Clustering {
  return clusterMap(points(places), titles);
}

/** Turns that never meet again, as seeds lie in a sunflower. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Where the papers lie that are related to nothing: in a ring around the others. */
const RING = 0.95;
const INSIDE = 0.85;

/** The map filling its square, what has no neighbours around it. */
function framed(places: Float32Array, neighbours: Int32Array): Float32Array {
  const isAlone = (paper: number) => neighbours[paper * NEIGHBOURS] === -1;
  const linked = places.map((value, at) => (isAlone(at >> 1) ? 0 : value));
  const isAnyAlone = Array.from({ length: places.length / 2 }, (_, paper) => paper).some(isAlone);
  return toWidth(linked, isAnyAlone ? INSIDE : 1).map((value, at) => {
    if (!isAlone(at >> 1)) return value;
    const angle = (at >> 1) * GOLDEN_ANGLE;
    return RING * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}

function points(places: Float32Array): { x: number; y: number }[] {
  return Array.from({ length: places.length / 2 }, (_, paper) => ({
    x: places[2 * paper] ?? 0,
    y: places[2 * paper + 1] ?? 0,
  }));
}
