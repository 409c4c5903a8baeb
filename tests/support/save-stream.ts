import { bundleForPage } from './bundle-for-page';
import type { TestTab } from './test-browser';

export interface StreamOptions {
  /** One paper at a time, or batches of a hundred of one import. */
  readonly what: 'saves' | 'imports';
  /** Papers (1 at least, 99,999 at most) or batches, from the first up to, and not with, `to`. */
  readonly from: number;
  readonly to: number;
  /** Saves on their way at the same time. */
  readonly inFlight: number;
  /** Characters of a saved paper's abstract. */
  readonly abstractLength?: number;
}

/** How a stream stands: keys or batches acknowledged, and those that failed for good, with why. */
export interface StreamState {
  readonly acked: readonly string[];
  readonly failed: readonly string[];
  readonly isDone: boolean;
}

declare global {
  var paperkinStream: { start(options: StreamOptions): void; state(): StreamState };
}

/**
 * Starts saving invented papers from a page of the extension, through the product's own client
 * with its retries, and comes back at once; streamState tells how far it is.
 */
export async function startStream(tab: TestTab, options: StreamOptions): Promise<void> {
  await tab.inject(await bundleForPage('tests/support/save-stream-in-page.ts'));
  await tab.evaluate((how) => globalThis.paperkinStream.start(how), options);
}

export function streamState(tab: TestTab): Promise<StreamState> {
  return tab.evaluate(() => globalThis.paperkinStream.state(), null);
}

/** Waits until so much is acknowledged, or all that will be. */
export async function ackedAtLeast(tab: TestTab, count: number): Promise<StreamState> {
  for (;;) {
    const state = await streamState(tab);
    if (state.acked.length >= count || state.isDone) return state;
  }
}

export function streamEnd(tab: TestTab): Promise<StreamState> {
  return ackedAtLeast(tab, Number.POSITIVE_INFINITY);
}
