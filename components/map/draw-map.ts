import type { PaperState } from '../../lib/core/paper';
import type { MapPaper } from './map-view';
import { toScreen, type Viewport } from './viewport';

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

/** Saved is a disc, reading a disc in a ring, read a ring: told apart without colour too. */
export function drawMap(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  papers: readonly MapPaper[],
  { colours, list, active }: MapLook,
): void {
  const { canvas } = context;
  const ratio = canvas.width / Math.max(1, canvas.clientWidth);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  context.lineWidth = 1.5;
  const radius = pointPx(papers.length);
  if (list === null) {
    for (const paper of papers) drawPoint(context, viewport, paper, colours, radius);
  } else {
    // Those of the list last, so that none is covered.
    const isListed = ({ lists }: MapPaper) => lists.includes(list);
    context.globalAlpha = FAINT;
    for (const paper of papers)
      if (!isListed(paper)) drawPoint(context, viewport, paper, colours, radius * 0.7, 'seen');
    context.globalAlpha = 1;
    for (const paper of papers)
      if (isListed(paper)) drawPoint(context, viewport, paper, colours, radius * 1.3, 'saved');
  }
  const chosen = active === null ? undefined : papers[active];
  if (chosen === undefined) return;
  const { x, y } = toScreen(viewport, chosen);
  context.strokeStyle = colours.ink;
  circle(context, x, y, radius + 5);
  context.stroke();
}

function drawPoint(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  paper: MapPaper,
  { states, paper: background }: MapColours,
  radius: number,
  state = paper.state,
): void {
  const { x, y } = toScreen(viewport, paper);
  const { clientWidth, clientHeight } = context.canvas;
  if (x < -9 || y < -9 || x > clientWidth + 9 || y > clientHeight + 9) return;
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
