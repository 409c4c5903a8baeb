/** A pointer that only passes over a list of rows must not raise a card on each. */
const REST_MS = 250;

/** Tells when a mouse rests on an element and when it has left. Touch and pen click instead. */
export function watchHover(
  element: HTMLElement,
  { onRest, onLeave }: { onRest: () => void; onLeave: () => void },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener('pointerenter', (event) => {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(timer);
    timer = setTimeout(onRest, REST_MS);
  });
  element.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    onLeave();
  });
}
