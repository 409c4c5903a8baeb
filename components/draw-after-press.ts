/** Should the page keep the release from us, what is due is drawn then. */
const LONGEST_PRESS_MS = 1000;

/**
 * Draws at once, but for a press under way, which it waits out: an element that is replaced between
 * the press and the release of a button gets no click.
 *
 * @param element what is pressed, and drawn anew
 */
export function drawAfterPress(element: HTMLElement, draw: () => void): () => void {
  let isDue = false;
  let pressed: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    pressed = undefined;
    if (isDue) draw();
    isDue = false;
  };
  const endIn = (ms: number) => {
    clearTimeout(pressed);
    pressed = setTimeout(end, ms);
  };
  element.addEventListener('pointerdown', () => {
    endIn(LONGEST_PRESS_MS);
    // The click comes right after it.
    const release = () => endIn(0);
    element.ownerDocument.addEventListener('pointerup', release, { capture: true, once: true });
  });
  return () => {
    if (pressed === undefined) draw();
    else isDue = true;
  };
}
