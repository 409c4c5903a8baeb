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
}

declare global {
  var paperkinStream: {
    start(options: StreamOptions): void;
    ackedAtLeast(count: number): Promise<StreamState>;
  };
}

/**
 * Starts saving invented papers from a page of the extension, through the product's own client
 * with its retries, and comes back at once; ackedAtLeast tells how far it is.
 */
export async function startStream(tab: TestTab, options: StreamOptions): Promise<void> {
  await tab.inject(await bundleForPage('tests/support/save-stream-in-page.ts'));
  await tab.evaluate((how) => globalThis.paperkinStream.start(how), options);
}

/** Waits in the page until so much is acknowledged, or all that will be. */
export function ackedAtLeast(tab: TestTab, count: number): Promise<StreamState> {
  return tab.evaluate((least) => globalThis.paperkinStream.ackedAtLeast(least), count);
}

export function streamEnd(tab: TestTab): Promise<StreamState> {
  return ackedAtLeast(tab, Number.POSITIVE_INFINITY);
}
