/** Rows from `start` up to, not including, `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Drawn at a time; no more than stand ready beyond the edges. */
const BLOCK_ROWS = 4;

/** Where a list counts as scrolled to: it is drawn anew every few rows, not with every pixel. */
export function wholeBlocks(scrollTopPx: number, rowPx: number): number {
  const blockPx = BLOCK_ROWS * rowPx;
  return Math.floor(Math.max(0, scrollTopPx) / blockPx) * blockPx;
}

/** Which rows of equal height stand in the window, and `marginRows` beyond either edge. */
export function visibleRows(
  scrollTopPx: number,
  windowPx: number,
  rowPx: number,
  count: number,
  marginRows: number,
): RowRange {
  const first = Math.floor(Math.max(0, scrollTopPx) / rowPx) - marginRows;
  const last = Math.ceil((Math.max(0, scrollTopPx) + windowPx) / rowPx) + marginRows;
  const start = Math.min(Math.max(0, first), count);
  return { start, end: Math.max(start, Math.min(count, last)) };
}

/** Where to scroll so that a row is in view, as little as possible; null if it is. */
export function scrollToRow(
  index: number,
  scrollTopPx: number,
  windowPx: number,
  rowPx: number,
): number | null {
  if (index * rowPx < scrollTopPx) return index * rowPx;
  const bottomPx = (index + 1) * rowPx;
  return bottomPx > scrollTopPx + windowPx ? bottomPx - windowPx : null;
}
