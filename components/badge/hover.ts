/** A pointer that only passes over a list of rows must not raise a card on each. */
const REST_MS = 250;

/**
 * Tells when a mouse rests on an element, moving no more, and when it has left. Who clicks has what
 * they came for: until they leave nothing opens, which could lie over the row that they go to next.
 * Touch and pen click instead.
 */
export function watchHover(
  element: HTMLElement,
  { onRest, onLeave }: { onRest: () => void; onLeave: () => void },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const finish = () => {
    clearTimeout(timer);
    isOver = true;
  };
  const wait = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse' || isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      finish();
      onRest();
    }, REST_MS);
  };
  element.addEventListener('pointerenter', wait);
  element.addEventListener('pointermove', wait);
  element.addEventListener('pointerdown', finish);
  element.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    isOver = false;
    onLeave();
  });
}
