import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { chooseLandmarks, type Place, placeOthers } from './landmarks';

/** Two papers that are related, by their places in the list, and how much, in (0, 1]. */
export interface MapLink {
  readonly source: number;
  readonly target: number;
  readonly score: number;
}

export interface Layout {
  /** Share of the work that is done, in [0, 1]. */
  readonly progress: number;
  /** One short step of the layout. False once it has come to rest. */
  step(): boolean;
  /**
   * x and y of each paper in turn, in [-1, 1], the whole map filling that square. Links that were
   * found since place those papers that the forces did not.
   */
  positions(more?: readonly MapLink[]): Float32Array;
}

const STEPS = 80;
/** Forces among 10,000 papers take minutes; among this many a step takes a few milliseconds. */
const MOST_LANDMARKS = 1200;
/** Pixels of d3's own plane; only the proportions count. */
const LINK_PX = 18;
const REACH_PX = 200;

/**
 * Places papers so that related ones lie together: the best linked by forces, the others between
 * those they are related to. Deterministic: the same papers and links give the same map, since
 * d3-force starts from a spiral and draws from a generator of its own.
 */
export function createLayout(count: number, links: readonly MapLink[]): Layout {
  const landmarks = chooseLandmarks(count, links, MOST_LANDMARKS);
  const nodeOf = new Map(landmarks.map((paper, node) => [paper, node]));
  const nodes: SimulationNodeDatum[] = landmarks.map(() => ({}));
  const simulation = createSimulation(nodes, linksAmong(nodeOf, links));
  let done = 0;
  return {
    get progress() {
      return done / STEPS;
    },
    step() {
      if (done === STEPS) return false;
      simulation.tick();
      done += 1;
      return done < STEPS;
    },
    positions(more = []) {
      const fixed = new Map(
        landmarks.map((paper, node) => [paper, { x: nodes[node]?.x ?? 0, y: nodes[node]?.y ?? 0 }]),
      );
      return toSquare(placeOthers(count, [...links, ...more], fixed, LINK_PX));
    },
  };
}

function createSimulation(
  nodes: SimulationNodeDatum[],
  links: readonly MapLink[],
): Simulation<SimulationNodeDatum, undefined> {
  return forceSimulation(nodes)
    .stop()
    .alphaDecay(1 - 0.002 ** (1 / STEPS))
    .force(
      'link',
      forceLink<SimulationNodeDatum, MapLink & SimulationLinkDatum<SimulationNodeDatum>>([...links])
        .distance(LINK_PX)
        .strength(({ score }) => score * 0.6),
    )
    .force('apart', forceManyBody().strength(-16).theta(1.2).distanceMax(REACH_PX))
    .force('x', forceX().strength(0.04))
    .force('y', forceY().strength(0.04));
}

function linksAmong(nodeOf: ReadonlyMap<number, number>, links: readonly MapLink[]): MapLink[] {
  return links.flatMap(({ source, target, score }) => {
    const from = nodeOf.get(source);
    const to = nodeOf.get(target);
    return from === undefined || to === undefined ? [] : [{ source: from, target: to, score }];
  });
}

/** Scales the plane to the square from -1 to 1, both ways alike. */
function toSquare(places: readonly Place[]): Float32Array {
  const reach = places.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 1);
  return Float32Array.from(places.flatMap(({ x, y }) => [x / reach, y / reach]));
}
