/**
 * Work after which other messages get their turn, in milliseconds: with the item that is begun
 * just before, it stays within a frame.
 */
const SLICE_MS = 10;

/** How long work goes on, and what lets others have their turn. */
export interface Slicing {
  readonly nowMs: () => number;
  readonly pause: () => Promise<void>;
}

/** `work` of each item in order, with turns for other messages in between. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
  { nowMs, pause }: Slicing,
): Promise<R[]> {
  const results: R[] = [];
  let startMs = nowMs();
  for (const [index, item] of items.entries()) {
    results.push(work(item, index));
    if (nowMs() - startMs < SLICE_MS) continue;
    await pause();
    startMs = nowMs();
  }
  return results;
}

/** Lets messages through between two slices; a timer would wait four milliseconds each time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
