import type { BadgePlace } from '../core/badge-view';
import type { SessionRow } from './session-paper';

/** Between a text and its control. */
const MARGIN_PX = 4;
/** The most that a control is wide: a bookmark and a count of three digits. */
const WIDTH_PX = 68;

export const UNMOVED: BadgePlace = { gap: '0px', shiftPx: 0 };

/** What a flexible row puts between its children, in px; null where it puts nothing. */
export function findGap(parent: Element | null): string | null {
  const style = parent?.ownerDocument.defaultView?.getComputedStyle(parent);
  const isSpaced = style && /flex|grid/.test(style.display) && /^[\d.]+px$/.test(style.columnGap);
  return isSpaced ? style.columnGap : null;
}

/** A control as the browser has laid it out, and the right edge of what it may fill, in px. */
export interface DrawnBadge {
  readonly row: SessionRow;
  readonly leftPx: number;
  readonly windowPx: number;
}

/**
 * Puts controls over what is blank. They take no room, so one that a flexible row pushed away
 * from its anchor is drawn back to where the text of that ends, and one that hangs over the
 * window's edge is drawn back inside. Everything is measured before anything is moved.
 */
export function fitBadges(drawn: readonly DrawnBadge[]): void {
  const shifts = drawn.map(({ row, leftPx: drawnPx, windowPx }) => {
    const { anchor, place } = row.sighting;
    const leftPx = drawnPx - row.place.shiftPx;
    const blankPx = place === 'after' ? leftPx - endOfText(anchor) - MARGIN_PX : 0;
    return 0 - Math.ceil(Math.max(blankPx, leftPx + WIDTH_PX - windowPx, 0));
  });
  for (const [i, { row }] of drawn.entries()) {
    const shiftPx = shifts[i] ?? 0;
    if (shiftPx !== row.place.shiftPx) moveBadge(row, { ...row.place, shiftPx });
  }
}

export function moveBadge(row: SessionRow, place: BadgePlace): void {
  row.place = place;
  row.badge?.setPlace(place);
}

function endOfText(element: Element): number {
  const contents = element.ownerDocument.createRange();
  contents.selectNodeContents(element);
  return contents.getBoundingClientRect().right;
}
