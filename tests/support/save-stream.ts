import { build } from 'esbuild';
import type { TestTab } from './test-browser';

export interface StreamOptions {
  /** Papers number `from` (1 at least) up to, and not with, `to` (100,000 at most). */
  readonly from: number;
  readonly to: number;
  /** Saves on their way at the same time. */
  readonly inFlight: number;
}

/** How a stream of saves stands: keys acknowledged, and those that failed for good, with why. */
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
  await tab.inject(await bundleForPage());
  await tab.evaluate((how) => globalThis.paperkinStream.start(how), options);
}

export function streamState(tab: TestTab): Promise<StreamState> {
  return tab.evaluate(() => globalThis.paperkinStream.state(), null);
}

async function bundleForPage(): Promise<string> {
  const result = await build({
    entryPoints: ['tests/support/save-stream-in-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}
