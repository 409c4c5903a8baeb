import type { MapLink } from './layout';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The `most` papers with the most and strongest links; of equals the earlier. */
export function chooseLandmarks(count: number, links: readonly MapLink[], most: number): number[] {
  const weights = new Float64Array(count);
  for (const { source, target, score } of links) {
    weights[source] = (weights[source] ?? 0) + score;
    weights[target] = (weights[target] ?? 0) + score;
  }
  return Array.from({ length: count }, (_, paper) => paper)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** Turns that never meet again, as seeds lie in a sunflower. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How many links away from a landmark a paper can still be placed by. */
const PASSES = 4;

/** Places every paper: those given stay, others lie around the middle of their neighbours. */
export function placeOthers(
  count: number,
  links: readonly MapLink[],
  fixed: ReadonlyMap<number, Place>,
  apartPx: number,
): Place[] {
  const places = new Map(fixed);
  for (let pass = 0; pass < PASSES && places.size < count; pass += 1) {
    for (const [paper, middle] of middles(links, places))
      places.set(paper, offset(middle, paper, apartPx));
  }
  const edge = [...places.values()].reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y)), 1);
  // What is related to nothing lies around the map.
  const outside = (paper: number) => offset({ x: 0, y: 0 }, paper, edge * 1.1, edge * 1.05);
  return Array.from({ length: count }, (_, paper) => places.get(paper) ?? outside(paper));
}

/** For each paper without a place that is linked to one with: the middle of those, by score. */
function middles(links: readonly MapLink[], places: ReadonlyMap<number, Place>) {
  const sums = new Map<number, { x: number; y: number; weight: number }>();
  const add = (paper: number, neighbour: number, score: number) => {
    const place = places.get(neighbour);
    if (place === undefined || places.has(paper)) return;
    const sum = sums.get(paper) ?? { x: 0, y: 0, weight: 0 };
    sum.x += place.x * score;
    sum.y += place.y * score;
    sum.weight += score;
    sums.set(paper, sum);
  };
  for (const { source, target, score } of links) {
    add(source, target, score);
    add(target, source, score);
  }
  return [...sums].map(
    ([paper, { x, y, weight }]) => [paper, { x: x / weight, y: y / weight }] as const,
  );
}

/** A spot around another, different for every paper, between two distances from it. */
function offset(middle: Place, paper: number, farthest: number, nearest = 0): Place {
  const share = (paper * 0.618034) % 1;
  const radius = nearest + (farthest - nearest) * Math.sqrt(share);
  const angle = paper * GOLDEN_ANGLE;
  return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
}
