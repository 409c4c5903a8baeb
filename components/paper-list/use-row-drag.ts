import type { RefObject, TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';

/** A row on its way from one place to another. */
export interface RowDrag {
  readonly from: number;
  readonly to: number;
}

interface DragOptions {
  /** The element that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  readonly rowPx: number;
  /** What a head that stays in view covers. */
  readonly headPx?: number;
  readonly count: number;
  readonly onMove?: ((from: number, to: number) => void) | undefined;
}

/** What a row's grip answers to; absent where rows keep their order. */
export interface GripEvents {
  onPointerDown(event: TargetedPointerEvent<HTMLElement>): void;
  onPointerMove(event: TargetedPointerEvent<HTMLElement>): void;
  onPointerUp(): void;
  onPointerCancel(): void;
}

/** So near to an edge the list scrolls under the row that is dragged. */
const EDGE_PX = 24;

/** Moving rows by their grips, with mouse, pen or finger. */
export function useRowDrag(options: DragOptions): {
  drag: RowDrag | null;
  gripOf: (index: number) => GripEvents | undefined;
} {
  const { box, rowPx, headPx = 0, count, onMove } = options;
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const rowAt = (clientY: number): number => {
    const element = box.current;
    if (!element) return 0;
    const y = clientY - element.getBoundingClientRect().top - headPx + element.scrollTop;
    return Math.max(0, Math.min(count - 1, Math.floor(y / rowPx)));
  };
  const scrollAtEdge = (clientY: number): void => {
    const element = box.current;
    if (!element) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (clientY < top + headPx + EDGE_PX) element.scrollTop -= rowPx / 4;
    if (clientY > bottom - EDGE_PX) element.scrollTop += rowPx / 4;
  };
  const gripOf = (index: number): GripEvents => ({
    onPointerDown(event) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove({ clientY }) {
      if (!drag) return;
      scrollAtEdge(clientY);
      setDrag({ from: drag.from, to: rowAt(clientY) });
    },
    onPointerUp() {
      if (drag && drag.to !== drag.from) onMove?.(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  return { drag, gripOf: (index) => (onMove ? gripOf(index) : undefined) };
}

/** The class of a row while one is dragged: itself, or the one it would stand before or behind. */
export function dragClass(drag: RowDrag | null, index: number): string {
  if (!drag) return '';
  if (index === drag.from) return 'row-dragged';
  if (index !== drag.to) return '';
  return drag.to > drag.from ? 'row-drop-after' : 'row-drop-before';
}
