/** Longest stretch of work before other messages get a turn, in milliseconds. */
const SLICE_MS = 12;

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
