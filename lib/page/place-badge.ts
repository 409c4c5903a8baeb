import type { BadgePlace } from '../core/badge-view';
import type { SessionRow } from './session-paper';

/** Between a text and its control. */
const MARGIN_PX = 4;
/** The most that a control is wide: a bookmark and a count of three digits. */
const WIDTH_PX = 68;
/** More stands behind a control only where the row goes on far below it. */
const MAX_NEIGHBOURS = 40;
/** `NodeFilter`'s own names are not there in every window that we run in. */
const SHOW_ELEMENTS_AND_TEXTS = 0x1 | 0x4;
const PICTURES = 'img, svg, button, input, canvas, video';

export const UNMOVED: BadgePlace = { gap: '0px', shiftPx: 0 };

/** What a flexible row puts between its children, in px; null where it puts nothing. */
export function findGap(parent: Element | null): string | null {
  const style = parent?.ownerDocument.defaultView?.getComputedStyle(parent);
  const isSpaced = style && /flex|grid/.test(style.display) && /^[\d.]+px$/.test(style.columnGap);
  return isSpaced ? style.columnGap : null;
}

/** A control as the browser has laid it out. */
export interface DrawnBadge {
  readonly row: SessionRow;
  readonly host: Element;
  readonly box: DOMRectReadOnly;
  /** What the window shows, if that is known. */
  readonly window: DOMRectReadOnly | null;
}

/**
 * Puts controls over what is blank. They take no room, so one that a flexible row pushed away
 * from its anchor is drawn back to where the text of that ends, one that hangs over other content
 * of its row is drawn behind that, and one that hangs over the window's edge is drawn back inside.
 * Everything is measured before anything is moved.
 */
export function fitBadges(drawn: readonly DrawnBadge[]): void {
  const shifts = drawn.map((badge) => findShift(badge));
  for (const [i, { row }] of drawn.entries()) {
    const shiftPx = shifts[i] ?? 0;
    if (shiftPx !== row.place.shiftPx) moveBadge(row, { ...row.place, shiftPx });
  }
}

/** Where something begins and ends in the direction of reading, in px. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function findShift({ row, host, box, window }: DrawnBadge): number {
  const { anchor, place } = row.sighting;
  const isRightToLeft = host.ownerDocument.defaultView?.getComputedStyle(host).direction === 'rtl';
  const toSpan = ({ left, right }: DOMRectReadOnly): Span =>
    isRightToLeft ? { start: -right, end: -left } : { start: left, end: right };
  const shiftPx = isRightToLeft ? -row.place.shiftPx : row.place.shiftPx;
  const unmovedPx = toSpan(box).start - shiftPx;
  const textPx = place === 'after' ? toSpan(textBox(anchor)).end + MARGIN_PX : unmovedPx;
  const wantedPx = Math.min(unmovedPx, textPx);
  const lastPx = (window ? toSpan(window).end : Number.POSITIVE_INFINITY) - WIDTH_PX;
  const clearPx = findClear(wantedPx, findNeighbours(row, host, box).map(toSpan));
  const movedPx = Math.min(clearPx <= lastPx ? clearPx : wantedPx, lastPx) - unmovedPx;
  const roundPx = movedPx > 0 ? Math.ceil(movedPx) : Math.floor(movedPx);
  return (isRightToLeft ? -roundPx : roundPx) || 0; // never -0
}

/** The first place from `startPx` on where a control hangs over none of these. */
function findClear(startPx: number, spans: readonly Span[]): number {
  let clearPx = startPx;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < clearPx + WIDTH_PX && end > clearPx) clearPx = end + MARGIN_PX;
  }
  return clearPx;
}

/** Boxes of what stands behind the control in its row, at the same height. */
function findNeighbours({ sighting }: SessionRow, host: Element, box: DOMRectReadOnly): DOMRect[] {
  const root = sighting.row?.find((element) => element.contains(host));
  if (!root) return [];
  const nodes = host.ownerDocument.createTreeWalker(root, SHOW_ELEMENTS_AND_TEXTS);
  nodes.currentNode = host;
  const boxes: DOMRect[] = [];
  for (let seen = 0; seen < MAX_NEIGHBOURS && nodes.nextNode(); seen += 1) {
    boxes.push(...boxesOf(nodes.currentNode));
  }
  return boxes.filter(({ top, bottom }) => top < box.bottom && bottom > box.top);
}

/** Words and pictures; what only holds them is blank. */
function boxesOf(node: Node): DOMRect[] {
  if (node.nodeType === 1) {
    const element = node as Element;
    return element.matches(PICTURES) ? [element.getBoundingClientRect()] : [];
  }
  if ((node.nodeValue ?? '').trim() === '') return [];
  const text = (node.ownerDocument as Document).createRange();
  text.selectNodeContents(node);
  return [...text.getClientRects()];
}

export function moveBadge(row: SessionRow, place: BadgePlace): void {
  row.place = place;
  row.badge?.setPlace(place);
}

function textBox(element: Element): DOMRect {
  const contents = element.ownerDocument.createRange();
  contents.selectNodeContents(element);
  return contents.getBoundingClientRect();
}
