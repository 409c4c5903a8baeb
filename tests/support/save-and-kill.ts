import { expect } from 'vitest';
import { readLibraryState } from './library-state';
import { ackedAtLeast, startStream, streamEnd } from './save-stream';
import type { TestBrowser } from './test-browser';

export const KILLS = 20;

/**
 * so many saves, the background killed among them. What was acknowledged is there, once and
 * whole.
 *
 * @param inFlight fewer than are acknowledged between two kills, so that none is hit as often as the
 * client tries.
 */
export async function saveAndKill(
  browser: TestBrowser,
  saves: number,
  inFlight: number,
): Promise<void> {
  const tab = await browser.openExtensionPage('manifest.json');
  await startStream(tab, { what: 'saves', from: 1, to: saves + 1, inFlight });
  for (let kill = 1; kill <= KILLS; kill++) {
    await ackedAtLeast(tab, (saves * kill) / (KILLS + 1));
    await browser.killWorker();
  }
  const { acked, failed } = await streamEnd(tab);
  const { savedIds, halves } = await readLibraryState(browser);
  console.log(
    `R-01: ${KILLS} kills, ${acked.length} acknowledged, ${savedIds.length} found, ` +
      `${savedIds.length - new Set(savedIds).size} doubled`,
  );
  expect(failed).toEqual([]);
  expect(acked).toHaveLength(saves);
  expect([...savedIds].sort()).toEqual([...acked].sort());
  expect(halves).toEqual([]);
}
