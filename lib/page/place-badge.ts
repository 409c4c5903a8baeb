import type { BadgePlace } from '../core/badge-view';
import type { Sighting } from '../sites/site-adapter';
import { boxesBehind, boxesIn, findLastLine, linesFrom, textBox } from './row-boxes';
import type { SessionRow } from './session-paper';

/** Between a text and its control. */
const MARGIN_PX = 4;
/** The most that a control is wide: a bookmark and a count of three digits. */
const WIDTH_PX = 68;
/** A bookmark alone. */
const BOOKMARK_PX = 26;
const HEIGHT_PX = 20;

/** Elements after which a line begins anew. */
const BLOCK = /^(?:block|list-item|table|flow-root|flex|grid)$/;

export const UNMOVED: BadgePlace = { gap: '0px', isAlone: false, shiftPx: 0, risePx: 0 };

/** How a control fits in where it is about to stand, moved nowhere yet. */
export function findPlace({ anchor, place }: Sighting): BadgePlace {
  const isAfter = place === 'after';
  const isBelow = endsInBlock(isAfter ? anchor : lastOf(anchor));
  const holder = isAfter ? anchor.parentElement : anchor;
  // Styles are asked for only where they matter: a browser works them out anew for each row.
  const style = holder && (isAfter || isBelow) ? styleOf(holder) : undefined;
  const isRow = /flex|grid/.test(style?.display ?? '');
  const gap = isRow && /^[\d.]+px$/.test(style?.columnGap ?? '') ? style?.columnGap : undefined;
  return { ...UNMOVED, ...(gap && { gap }), isAlone: isBelow && !isRow };
}

function endsInBlock(node: Node | undefined): boolean {
  if (node?.nodeType !== 1) return false;
  const display = styleOf(node as Element)?.display ?? '';
  return BLOCK.test(display) || (display === 'inline' && endsInBlock(lastOf(node)));
}

/** The last child that is not white space. */
function lastOf(node: Node): Node | undefined {
  return [...node.childNodes].findLast((child) => (child.textContent ?? '').trim() !== '');
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
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
 * from its anchor is drawn back to where the text of that ends, one that a block in its anchor left
 * on a line of its own is drawn up to the line above, and one that hangs over other content of its
 * row is drawn behind that. Where the window ends too soon for that, it stands behind another line
 * of its row.
 * Everything is measured before anything is moved.
 */
export function fitBadges(drawn: readonly DrawnBadge[]): void {
  const moves = drawn.map((badge) => findMove(badge));
  for (const [i, { row }] of drawn.entries()) {
    const { shiftPx, risePx } = { ...row.place, ...moves[i] };
    const isThere = shiftPx === row.place.shiftPx && risePx === row.place.risePx;
    if (!isThere) moveBadge(row, { ...row.place, shiftPx, risePx });
  }
}

/** Where something begins and ends in the direction of reading, in px. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const UNBOUNDED: Span = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

type ToSpan = (box: DOMRectReadOnly) => Span;
type Move = Pick<BadgePlace, 'shiftPx' | 'risePx'>;

/** A place for a control: where it begins in the direction of reading, and its middle, in px. */
interface Spot {
  readonly startPx: number;
  readonly middlePx: number;
}

function findMove({ row, host, box, window }: DrawnBadge): Move {
  const { anchor, place } = row.sighting;
  const isRightToLeft = host.ownerDocument.defaultView?.getComputedStyle(host).direction === 'rtl';
  const toSpan: ToSpan = ({ left, right }) =>
    isRightToLeft ? { start: -right, end: -left } : { start: left, end: right };
  const shiftPx = isRightToLeft ? -row.place.shiftPx : row.place.shiftPx;
  const unmovedPx = toSpan(box).start - shiftPx;
  const middlePx = (box.top + box.bottom) / 2 + row.place.risePx;
  const line = findLastLine(anchor);
  const isBelow = line !== null && middlePx > line.bottom;
  const textPx = place === 'after' ? toSpan(textBox(anchor)).end + MARGIN_PX : unmovedPx;
  const wanted = isBelow
    ? { startPx: toSpan(line).end + MARGIN_PX, middlePx: middleOf(line) }
    : { startPx: Math.min(unmovedPx, textPx), middlePx };
  const spot = findSpot({ row, host, window }, wanted, toSpan);
  const movedPx = spot.startPx - unmovedPx;
  const roundPx = movedPx > 0 ? Math.ceil(movedPx) : Math.floor(movedPx);
  return {
    shiftPx: (isRightToLeft ? -roundPx : roundPx) || 0, // never -0
    risePx: Math.round(middlePx - spot.middlePx) || 0,
  };
}

/**
 * Where a control hangs over nothing: behind what stands beside its text, else behind another line
 * of its row, else beside its text with its count cut off by the window's edge.
 */
function findSpot(
  { row, host, window }: Omit<DrawnBadge, 'box'>,
  wanted: Spot,
  toSpan: ToSpan,
): Spot {
  const { anchor } = row.sighting;
  const root = row.sighting.row?.find((element) => element.contains(host)) ?? anchor.parentElement;
  const { start: firstPx, end: edgePx } = window ? toSpan(window) : UNBOUNDED;
  const hasRoom = ({ startPx }: Spot) => startPx >= firstPx && startPx + WIDTH_PX <= edgePx;
  const own = root ? findClear(wanted, boxesBehind(host, root), toSpan) : wanted;
  if (hasRoom(own)) return own;
  const other = root && spotsBehindLines(anchor, root, toSpan).find(hasRoom);
  return other ?? { ...wanted, startPx: Math.min(wanted.startPx, edgePx - BOOKMARK_PX) };
}

/** Behind each line of an element and of what follows it in its row. */
function spotsBehindLines(anchor: Element, root: Element, toSpan: ToSpan): Spot[] {
  const boxes = boxesIn(root);
  return linesFrom(anchor, root).map((line) =>
    findClear({ startPx: toSpan(line).end + MARGIN_PX, middlePx: middleOf(line) }, boxes, toSpan),
  );
}

/** The first place from this one on where a control hangs over none of these. */
function findClear(spot: Spot, boxes: readonly DOMRect[], toSpan: ToSpan): Spot {
  const beside = boxes.filter((box) => isBeside(box, spot.middlePx)).map(toSpan);
  let { startPx } = spot;
  for (const { start, end } of beside.toSorted((a, b) => a.start - b.start)) {
    if (start < startPx + WIDTH_PX && end > startPx) startPx = end + MARGIN_PX;
  }
  return { ...spot, startPx };
}

/** Lines stand close: one that only touches the control is the one below. */
function isBeside({ top, bottom }: DOMRect, middlePx: number): boolean {
  const sharedPx =
    Math.min(bottom, middlePx + HEIGHT_PX / 2) - Math.max(top, middlePx - HEIGHT_PX / 2);
  return sharedPx > Math.min(bottom - top, HEIGHT_PX) / 3;
}

function middleOf({ top, bottom }: DOMRectReadOnly): number {
  return (top + bottom) / 2;
}

export function moveBadge(row: SessionRow, place: BadgePlace): void {
  row.place = place;
  row.badge?.setPlace(place);
}
