import { NEIGHBOURS } from './neighbours';

export interface Layout {
  /** x and y of each paper in turn, as far as they have come. */
  readonly places: Float32Array;
  /** Moves every paper once. False once the layout has come to rest. */
  step(): boolean;
}

const STEPS = 40;
/** Others that each neighbour is weighed against, chosen at random. */
const OTHERS = 5;
/** How close neighbours may lie: a kernel of 1 / (1 + CLOSE · distance²). */
const CLOSE = 0.6;
/** Half the width of the plane at the beginning; distances are those of `CLOSE`. */
const HALF_WIDTH = 10;
/** Longest way of one push. */
const LONGEST = 4;
/** What draws all towards the middle, so that islands do not drift away. */
const GRAVITY = 0.02;

/**
 * Places papers so that neighbours lie together, from first places that are about right: each
 * neighbour draws, some others push away, ever more gently. This is UMAP's stochastic descent
 * (McInnes, Healy, Melville 2018, section 3.2) with the kernel of t-SNE, which needs no powers.
 * Deterministic: its random numbers are always the same.
 *
 * @param neighbours `NEIGHBOURS` of each paper, -1 for none (neighbours.ts)
 */
export function createLayout(firstPlaces: Float32Array, neighbours: Int32Array): Layout {
  const places = toWidth(firstPlaces, HALF_WIDTH);
  const random = randomPlaces(places.length / 2);
  let done = 0;
  return {
    places,
    step() {
      if (done === STEPS) return false;
      moveAll(places, neighbours, 1 - done / STEPS, random);
      done += 1;
      return done < STEPS;
    },
  };
}

function moveAll(
  places: Float32Array,
  neighbours: Int32Array,
  rate: number,
  random: () => number,
): void {
  for (let at = 0; at < places.length; at++) places[at] = (places[at] ?? 0) * (1 - GRAVITY * rate);
  for (let link = 0; link < neighbours.length; link++) {
    const other = neighbours[link] ?? -1;
    if (other < 0) continue;
    const paper = Math.floor(link / NEIGHBOURS);
    draw(places, 2 * paper, 2 * other, rate);
    for (let i = 0; i < OTHERS; i++) pushAway(places, 2 * paper, 2 * random(), rate);
  }
}

function draw(places: Float32Array, a: number, b: number, rate: number): void {
  const x = (places[a] ?? 0) - (places[b] ?? 0);
  const y = (places[a + 1] ?? 0) - (places[b + 1] ?? 0);
  const pull = (2 * CLOSE) / (1 + CLOSE * (x * x + y * y));
  move(places, a, -pull * x, -pull * y, rate);
  move(places, b, pull * x, pull * y, rate);
}

function pushAway(places: Float32Array, a: number, b: number, rate: number): void {
  if (a === b) return;
  const x = (places[a] ?? 0) - (places[b] ?? 0);
  const y = (places[a + 1] ?? 0) - (places[b + 1] ?? 0);
  const square = x * x + y * y;
  const push = 2 / ((0.001 + square) * (1 + CLOSE * square));
  move(places, a, push * x, push * y, rate);
}

function move(places: Float32Array, at: number, x: number, y: number, rate: number): void {
  places[at] = (places[at] ?? 0) + rate * Math.max(-LONGEST, Math.min(LONGEST, x));
  places[at + 1] = (places[at + 1] ?? 0) + rate * Math.max(-LONGEST, Math.min(LONGEST, y));
}

/** Scaled so that the farthest lies at `halfWidth`. */
export function toWidth(places: Float32Array, halfWidth: number): Float32Array {
  const reach = places.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return places.map((value) => (value * halfWidth) / reach);
}

/** Numbers below `count`, the same every time (a linear congruential generator). */
function randomPlaces(count: number): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
