import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

/**
 * Draws again only when one of `on` has changed. A list that scrolls would else compare each of its
 * rows with itself, frame after frame. What `draw` closes over must be in `on`, or be the same for
 * good; handlers can go through `useLatest`.
 */
export function Still({ on, draw }: { on: readonly unknown[]; draw: () => VNode }) {
  return useMemo(draw, on);
}

/** The value of the last drawing, for handlers of what was drawn before it. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
