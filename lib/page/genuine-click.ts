import { hasSeeThroughCover } from './see-through-cover';

/** Below this a person cannot be said to see what they click. */
const MIN_OPACITY = 0.8;
const MIN_SIDE_PX = 8;

/**
 * Was this click made by a person on a control they could see? A page can move, cover or hide our
 * host element and still get a trusted click through, and it can dispatch clicks of its own.
 *
 * @param host the element that stands in the page; the control is in its shadow root.
 */
export function isGenuineClick(event: MouseEvent, host: Element): boolean {
  return event.isTrusted && isVisible(host) && isPlausible(event) && isOnTop(event, host);
}

function isVisible(host: Element): boolean {
  const view = host.ownerDocument.defaultView;
  if (view?.getComputedStyle(host).visibility !== 'visible') return false;
  let opacity = 1;
  for (let element: Element | null = host; element; element = element.parentElement) {
    const { opacity: own, filter } = view.getComputedStyle(element);
    // Computed values give a share, never a percentage.
    opacity *= Number(own) * Number(/opacity\(([\d.]+)\)/.exec(filter)?.[1] ?? 1);
  }
  return opacity >= MIN_OPACITY;
}

/** A control scaled down to a dot can be slid under any click. */
function isPlausible({ currentTarget }: MouseEvent): boolean {
  if (!(currentTarget instanceof Element)) return false;
  const { width, height } = currentTarget.getBoundingClientRect();
  return width >= MIN_SIDE_PX && height >= MIN_SIDE_PX;
}

/**
 * Keys have no place on the screen; a pointer has, and what lies on top there must be ours. An
 * IntersectionObserver with `trackVisibility` would tell as much, but calls every control hidden
 * under a filter on the whole page (as dark modes of other extensions set it) and under an empty
 * layer of another extension's.
 */
function isOnTop({ detail, clientX, clientY }: MouseEvent, host: Element): boolean {
  if (detail === 0) return true;
  if (host.ownerDocument.elementFromPoint(clientX, clientY) !== host) return false;
  return !hasSeeThroughCover(host, clientX, clientY);
}
