/** Below this a person cannot be said to see what they click. */
const MIN_OPACITY = 0.8;
const MIN_SIDE_PX = 8;

/**
 * Was this click made by a person on a control they could see? A page can move, cover or hide our
 * host element and still get a trusted click through, and it can dispatch clicks of its own. `box`
 * is what has the control's size, where the host itself has none (what floats inside has it).
 */
export function isGenuineClick(event: Event, host: Element, box: Element = host): boolean {
  return event.isTrusted && isVisible(host) && isOnTop(host, box);
}

function isVisible(host: Element): boolean {
  const view = host.ownerDocument.defaultView;
  if (!view) return false;
  let opacity = 1;
  for (let element: Element | null = host; element; element = element.parentElement) {
    const style = view.getComputedStyle(element);
    if (style.visibility !== 'visible' && element === host) return false;
    opacity *= Number(style.opacity);
  }
  return opacity >= MIN_OPACITY;
}

/** The page may cover the host with something that lets the pointer through: look at its middle. */
function isOnTop(host: Element, box: Element): boolean {
  const { left, top, width, height } = box.getBoundingClientRect();
  if (width < MIN_SIDE_PX || height < MIN_SIDE_PX) return false;
  const onTop = host.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return onTop === host;
}
