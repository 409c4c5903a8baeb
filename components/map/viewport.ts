/** How the map's square lies in the window: `scale` pixels to a unit, its middle at `x`, `y`. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN_PX = 40;
const LARGEST_ZOOM = 40;

/** The whole map in the window. */
export function fitViewport(widthPx: number, heightPx: number): Viewport {
  const scale = Math.max(20, Math.min(widthPx, heightPx) / 2 - MARGIN_PX);
  return { scale, x: widthPx / 2, y: heightPx / 2 };
}

export function toScreen(viewport: Viewport, { x, y }: Point): Point {
  return { x: toScreenX(viewport, x), y: toScreenY(viewport, y) };
}

export function toScreenX(viewport: Viewport, x: number): number {
  return viewport.x + x * viewport.scale;
}

export function toScreenY(viewport: Viewport, y: number): number {
  return viewport.y + y * viewport.scale;
}

/** Zooms by a factor, keeping what is under the pointer there. */
export function zoomAt(viewport: Viewport, factor: number, at: Point, fit: Viewport): Viewport {
  const wanted = viewport.scale * factor;
  const scale = Math.min(fit.scale * LARGEST_ZOOM, Math.max(fit.scale / 2, wanted));
  const share = scale / viewport.scale;
  return {
    scale,
    x: at.x - (at.x - viewport.x) * share,
    y: at.y - (at.y - viewport.y) * share,
  };
}

/** @param places x and y of each point in turn */
export function pointAt(places: Float32Array, index: number): Point {
  return { x: places[2 * index] ?? 0, y: places[2 * index + 1] ?? 0 };
}

/** Which of the points is nearest to a spot of the window, or null beyond `reachPx`. */
export function nearestPoint(
  viewport: Viewport,
  places: Float32Array,
  at: Point,
  reachPx: number,
): number | null {
  let best: number | null = null;
  let bestSquare = reachPx ** 2;
  for (let index = 0; 2 * index < places.length; index++) {
    const screen = toScreen(viewport, pointAt(places, index));
    const square = (screen.x - at.x) ** 2 + (screen.y - at.y) ** 2;
    if (square > bestSquare) continue;
    best = index;
    bestSquare = square;
  }
  return best;
}
