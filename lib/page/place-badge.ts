import type { BadgePlace } from '../core/badge-view';
import type { Sighting } from '../sites/site-adapter';
import { findRoom, MARGIN_PX, middleOf, type ToSpan, WIDTH_PX } from './find-room';
import { findLastLine, textBox } from './row-boxes';
import type { SessionRow } from './session-paper';

/** Elements after which a line begins anew. */
const BLOCK = /^(?:block|list-item|table|flow-root|flex|grid)$/;

export const UNMOVED: BadgePlace = {
  gap: '0px',
  isAlone: false,
  isBare: false,
  shiftPx: 0,
  risePx: 0,
};

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
 * row is drawn behind that. Where the window, or what clips the row, ends too soon for that, it
 * stands behind another line of its row, or loses its count.
 * Everything is measured before anything is moved.
 */
export function fitBadges(drawn: readonly DrawnBadge[]): void {
  const moves = drawn.map((badge) => findMove(badge));
  for (const [i, { row }] of drawn.entries()) {
    const { shiftPx, risePx, isBare } = { ...row.place, ...moves[i] };
    const { place } = row;
    const isThere = shiftPx === place.shiftPx && risePx === place.risePx && isBare === place.isBare;
    if (!isThere) moveBadge(row, { ...place, shiftPx, risePx, isBare });
  }
}

type Move = Pick<BadgePlace, 'shiftPx' | 'risePx' | 'isBare'>;

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
  const root = row.sighting.row?.find((element) => element.contains(host)) ?? anchor.parentElement;
  const room = findRoom({ host, anchor, root, window, toSpan }, wanted);
  const movedPx = room.startPx - unmovedPx;
  const roundPx = movedPx > 0 ? Math.ceil(movedPx) : Math.floor(movedPx);
  return {
    shiftPx: (isRightToLeft ? -roundPx : roundPx) || 0, // never -0
    risePx: Math.round(middlePx - room.middlePx) || 0,
    isBare: room.widthPx < WIDTH_PX,
  };
}

export function moveBadge(row: SessionRow, place: BadgePlace): void {
  row.place = place;
  row.badge?.setPlace(place);
}
