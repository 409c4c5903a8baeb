import type { BadgePlace } from '../core/badge-view';
import type { Sighting } from '../sites/site-adapter';
import type { SessionRow } from './session-paper';

/** Between a text and its control. */
const MARGIN_PX = 4;
/** The most that a control is wide: a bookmark and a count of three digits. */
const WIDTH_PX = 68;
/** More stands behind a control only where the row goes on far below it. */
const MAX_NEIGHBOURS = 40;
/** `NodeFilter`'s own names are not there in every window that we run in. */
const SHOW_ELEMENTS_AND_TEXTS = 0x1 | 0x4;
const SHOW_TEXTS = 0x4;
const PICTURES = 'img, svg, button, input, canvas, video';

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
 * on a line of its own is drawn up to the line above, one that hangs over other content of its row
 * is drawn behind that, and one that hangs over the window's edge is drawn back inside.
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

type Move = Pick<BadgePlace, 'shiftPx' | 'risePx'>;

/** Top and bottom, in px. */
type Height = Pick<DOMRectReadOnly, 'top' | 'bottom'>;

function findMove({ row, host, box, window }: DrawnBadge): Move {
  const { anchor, place } = row.sighting;
  const isRightToLeft = host.ownerDocument.defaultView?.getComputedStyle(host).direction === 'rtl';
  const toSpan = ({ left, right }: DOMRectReadOnly): Span =>
    isRightToLeft ? { start: -right, end: -left } : { start: left, end: right };
  const shiftPx = isRightToLeft ? -row.place.shiftPx : row.place.shiftPx;
  const unmovedPx = toSpan(box).start - shiftPx;
  const middlePx = (box.top + box.bottom) / 2 + row.place.risePx;
  const line = findLastLine(anchor);
  const isBelow = line !== null && middlePx > line.bottom;
  const risePx = isBelow ? Math.round(middlePx - (line.top + line.bottom) / 2) : 0;
  const textPx = place === 'after' ? toSpan(textBox(anchor)).end + MARGIN_PX : unmovedPx;
  const wantedPx = isBelow ? toSpan(line).end + MARGIN_PX : Math.min(unmovedPx, textPx);
  const lastPx = (window ? toSpan(window).end : Number.POSITIVE_INFINITY) - WIDTH_PX;
  const upPx = risePx - row.place.risePx;
  const height = { top: box.top - upPx, bottom: box.bottom - upPx };
  const clearPx = findClear(wantedPx, findNeighbours(row, host, height).map(toSpan));
  const movedPx = Math.min(clearPx <= lastPx ? clearPx : wantedPx, lastPx) - unmovedPx;
  const roundPx = movedPx > 0 ? Math.ceil(movedPx) : Math.floor(movedPx);
  return { shiftPx: (isRightToLeft ? -roundPx : roundPx) || 0, risePx }; // never -0
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
function findNeighbours({ sighting }: SessionRow, host: Element, height: Height): DOMRect[] {
  const root = sighting.row?.find((element) => element.contains(host));
  if (!root) return [];
  const nodes = host.ownerDocument.createTreeWalker(root, SHOW_ELEMENTS_AND_TEXTS);
  nodes.currentNode = host;
  const boxes: DOMRect[] = [];
  for (let seen = 0; seen < MAX_NEIGHBOURS && nodes.nextNode(); seen += 1) {
    boxes.push(...boxesOf(nodes.currentNode));
  }
  return boxes.filter((box) => isBeside(box, height));
}

/** Lines stand close: one that only touches the control is the one below. */
function isBeside({ top, bottom }: Height, height: Height): boolean {
  const sharedPx = Math.min(bottom, height.bottom) - Math.max(top, height.top);
  return sharedPx > (bottom - top) / 3;
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

/** The box of the last line of text in an element; null where it shows none. */
function findLastLine(element: Element): DOMRect | null {
  const texts = element.ownerDocument.createTreeWalker(element, SHOW_TEXTS);
  let last: DOMRect | null = null;
  while (texts.nextNode()) last = boxesOf(texts.currentNode).at(-1) ?? last;
  return last;
}

function textBox(element: Element): DOMRect {
  const contents = element.ownerDocument.createRange();
  contents.selectNodeContents(element);
  return contents.getBoundingClientRect();
}
