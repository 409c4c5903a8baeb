import type { PaperState } from '../../lib/core/paper';
import type { MapPaper, MapView } from './map-view';
import { pointAt, toScreen, toScreenX, toScreenY, type Viewport } from './viewport';

/** The colours of the page's theme, read from its tokens. */
export interface MapColours {
  readonly paper: string;
  readonly ink: string;
  readonly states: Readonly<Record<PaperState, string>>;
}

export function readColours(element: Element): MapColours {
  // Tokens are light-dark() pairs, which only an element that uses them resolves.
  const probe = element.ownerDocument.createElement('i');
  element.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const hint = colour('--ink-3');
  const colours: MapColours = {
    paper: colour('--paper'),
    ink: colour('--ink'),
    states: {
      new: hint,
      seen: hint,
      saved: colour('--kin'),
      reading: colour('--reading'),
      read: colour('--read'),
    },
  };
  probe.remove();
  return colours;
}

/** How much is left of what does not belong to the list shown. */
const FAINT = 0.45;

/** Radius in pixels: of a hundred points each can be large, of ten thousand none. */
function pointPx(count: number): number {
  return Math.max(2, Math.min(6, 60 / Math.sqrt(count)));
}

/** What is drawn how. */
export interface MapLook {
  readonly colours: MapColours;
  /** The papers of this list stand out from all others; null shows how each stands. */
  readonly list: string | null;
  readonly active: number | null;
}

/** A point beyond the edge by less than its own size is in view. */
const EDGE_PX = 9;

/** Saved is a disc, reading a disc in a ring, read a ring: told apart without colour too. */
export function drawMap(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  { papers, places }: Extract<MapView, { kind: 'ready' }>,
  { colours, list, active }: MapLook,
): void {
  // Asked for once: each asking goes through the layout of the page.
  const { width, clientWidth, clientHeight } = context.canvas;
  const ratio = width / Math.max(1, clientWidth);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, clientWidth, clientHeight);
  context.lineWidth = 1.5;
  const radius = pointPx(papers.length);

  // Ten thousand points, and the first time by code not yet compiled: nothing is made for any.
  const draw = (isWanted: (paper: MapPaper) => boolean, size: number, state?: PaperState) => {
    for (let index = 0; index < papers.length; index++) {
      const paper = papers[index];
      if (paper === undefined || !isWanted(paper)) continue;
      const x = toScreenX(viewport, places[2 * index] ?? 0);
      const y = toScreenY(viewport, places[2 * index + 1] ?? 0);
      const isIn = x > -EDGE_PX && y > -EDGE_PX;
      if (!isIn || x > clientWidth + EDGE_PX || y > clientHeight + EDGE_PX) continue;
      drawPoint(context, x, y, size, state ?? paper.state, colours);
    }
  };
  if (list === null) draw(() => true, radius);
  else {
    // Those of the list last, so that none is covered.
    context.globalAlpha = FAINT;
    draw(({ lists }) => !lists.includes(list), radius * 0.7, 'seen');
    context.globalAlpha = 1;
    draw(({ lists }) => lists.includes(list), radius * 1.3, 'saved');
  }
  if (active === null) return;
  const { x, y } = toScreen(viewport, pointAt(places, active));
  context.strokeStyle = colours.ink;
  circle(context, x, y, radius + 5);
  context.stroke();
}

function drawPoint(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  state: PaperState,
  { states, paper: background }: MapColours,
): void {
  const colour = states[state];
  context.strokeStyle = colour;
  context.fillStyle = state === 'read' ? background : colour;
  circle(context, x, y, radius);
  context.fill();
  if (state === 'read') context.stroke();
  if (state === 'reading') {
    circle(context, x, y, radius * 1.6);
    context.stroke();
  }
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
