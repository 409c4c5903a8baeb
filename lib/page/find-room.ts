import { boxesBehind, boxesIn, linesFrom } from './row-boxes';

/** Between a text and its control. */
export const MARGIN_PX = 4;
/** The most that a control is wide: a bookmark and a count of three digits. */
export const WIDTH_PX = 68;
/** A bookmark alone. */
const BOOKMARK_PX = 26;
const HEIGHT_PX = 20;

/** Where something begins and ends in the direction of reading, in px. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ToSpan = (box: DOMRectReadOnly) => Span;

/** A place for a control: where it begins in the direction of reading, and its middle, in px. */
export interface Spot {
  readonly startPx: number;
  readonly middlePx: number;
}

/** A place for a control so wide: `WIDTH_PX`, or less for one without its count. */
export interface Room extends Spot {
  readonly widthPx: number;
}

/** What a control must keep to. */
export interface Surroundings {
  readonly host: Element;
  readonly anchor: Element;
  /** The row, or as much of it as holds the control; null where there is none. */
  readonly root: Element | null;
  /** What the window shows, if that is known. */
  readonly window: DOMRectReadOnly | null;
  readonly toSpan: ToSpan;
}

const CLIPS = /^(?:hidden|clip|auto|scroll)$/;
const UNBOUNDED: Span = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/**
 * Where a control hangs over nothing and is cut off by nothing. Where a row has no such place, it
 * is the bookmark alone at `wanted`, within the window.
 */
export function findRoom(around: Surroundings, wanted: Spot): Room {
  const { window, toSpan } = around;
  const { start: firstPx, end: edgePx } = window ? toSpan(window) : UNBOUNDED;
  for (const room of roomsOf(around, wanted)) {
    const { start, end } = spanOf(room);
    if (start >= firstPx && end <= edgePx && !isClipped(around, room)) return room;
  }
  const startPx = Math.min(wanted.startPx, edgePx - BOOKMARK_PX);
  return { ...wanted, startPx, widthPx: BOOKMARK_PX };
}

/**
 * Behind what stands beside the text, else behind another line of the row, else the same without
 * the count, else before a line.
 */
function* roomsOf({ host, anchor, root, toSpan }: Surroundings, wanted: Spot): Generator<Room> {
  const whole = { ...wanted, widthPx: WIDTH_PX };
  if (!root) {
    yield whole;
    return;
  }
  yield findClear(whole, boxesBehind(host, root), toSpan);
  const boxes = boxesIn(root);
  const lines = linesFrom(anchor, root).map((line) => ({
    ...toSpan(line),
    middlePx: middleOf(line),
  }));
  const ends = lines.map(({ end, middlePx }) => ({ startPx: end + MARGIN_PX, middlePx }));
  for (const spot of ends) yield findClear({ ...spot, widthPx: WIDTH_PX }, boxes, toSpan);
  for (const spot of [wanted, ...ends]) {
    yield findClear({ ...spot, widthPx: BOOKMARK_PX }, boxes, toSpan);
  }
  for (const { start, middlePx } of lines) {
    const startPx = start - MARGIN_PX - BOOKMARK_PX;
    const before = { startPx, middlePx, widthPx: BOOKMARK_PX };
    if (findClear(before, boxes, toSpan).startPx === startPx) yield before;
  }
}

/** The first place from this one on where a control hangs over none of these. */
function findClear(room: Room, boxes: readonly DOMRect[], toSpan: ToSpan): Room {
  const beside = boxes.filter((box) => isBeside(box, room.middlePx)).map(toSpan);
  let { startPx } = room;
  for (const { start, end } of beside.toSorted((a, b) => a.start - b.start)) {
    if (start < startPx + room.widthPx && end > startPx) startPx = end + MARGIN_PX;
  }
  return { ...room, startPx };
}

/** Lines stand close: one that only touches the control is the one below. */
function isBeside({ top, bottom }: DOMRect, middlePx: number): boolean {
  const sharedPx =
    Math.min(bottom, middlePx + HEIGHT_PX / 2) - Math.max(top, middlePx - HEIGHT_PX / 2);
  return sharedPx > Math.min(bottom - top, HEIGHT_PX) / 3;
}

/** Cards hide what hangs out of them. What holds the control whole need not be asked further. */
function isClipped({ host, toSpan }: Surroundings, room: Room): boolean {
  const { start, end } = spanOf(room);
  const { body, defaultView } = host.ownerDocument;
  for (let holder = host.parentElement; holder && holder !== body; holder = holder.parentElement) {
    const box = toSpan(holder.getBoundingClientRect());
    if (box.start <= start && end <= box.end) return false;
    if (CLIPS.test(defaultView?.getComputedStyle(holder).overflowX ?? '')) return true;
  }
  return false;
}

function spanOf({ startPx, widthPx }: Room): Span {
  return { start: startPx, end: startPx + widthPx };
}

export function middleOf({ top, bottom }: DOMRectReadOnly): number {
  return (top + bottom) / 2;
}
