import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RowRange, scrollToRow, visibleRows, wholeBlocks } from './window';

/** What the popup's list has, nearly: it need not be drawn again once its height is known. */
const POPUP_PX = 400;

/** Rows drawn beyond the edges, so that a fast wheel meets no gap. */
const MARGIN_ROWS = 6;

interface RowWindow {
  /** The element that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** All rows have this height, so nothing is measured and 50,000 scroll as 20 do. */
  readonly rowPx: number;
  /** What a head that stays in view covers of the first row. */
  readonly headPx?: number;
  readonly count: number;
  /** What is listed, in a word: another list begins at its top. */
  readonly listed?: string | undefined;
  readonly activeIndex: number;
  /** The active row's part that takes the focus. */
  readonly activeSelector: string;
  readonly onNeedRows?: ((range: RowRange) => void) | undefined;
}

/** Which rows to draw as the box scrolls, keeping the active row in view. */
export function useRowWindow(options: RowWindow): { range: RowRange; onScroll: () => void } {
  const { box, rowPx, headPx = 0, count, activeIndex, activeSelector, onNeedRows } = options;
  const [rowsInView, setRowsInView] = useState(Math.ceil(POPUP_PX / rowPx));
  const [scrollPx, setScrollPx] = useState(0);
  const [marginRows, setMarginRows] = useState(0);
  const range = visibleRows(scrollPx, rowsInView * rowPx, rowPx, count, marginRows);

  // Rows that nobody sees yet would double the time until the first ones stand.
  useEffect(() => {
    const afterFirst = setTimeout(() => setMarginRows(MARGIN_ROWS));
    return () => clearTimeout(afterFirst);
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setRowsInView(Math.ceil((element.clientHeight || POPUP_PX) / rowPx)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [options.listed]);

  const need = useRef(onNeedRows);
  need.current = onNeedRows;
  useEffect(() => {
    if (range.end > range.start) need.current?.({ start: range.start, end: range.end });
  }, [range.start, range.end, count]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const focused = document.activeElement;
    const title = element.querySelector<HTMLElement>(activeSelector);
    const row = title?.closest('.row, tr');
    // What is pressed must not move away under the pointer.
    if (row?.contains(focused)) return;
    const top = scrollToRow(activeIndex, element.scrollTop, element.clientHeight - headPx, rowPx);
    if (top !== null) element.scrollTop = top;
    // Focus follows j and k only while it is in the list: typing in the search box goes on.
    if (!element.contains(focused)) return;
    const isMoving = focused?.classList.contains('row-grip');
    (isMoving ? row?.querySelector<HTMLElement>('.row-grip') : title)?.focus();
  }, [activeIndex, rowPx]);

  const onScroll = () => setScrollPx(wholeBlocks(box.current?.scrollTop ?? 0, rowPx));
  return { range, onScroll };
}
