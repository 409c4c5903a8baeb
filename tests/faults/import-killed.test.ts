import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLibraryState } from '../support/library-state';
import { ackedAtLeast, startStream, streamEnd } from '../support/save-stream';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

const BATCHES = 50;
const KILLS = 10;

let browser: TestBrowser;

beforeEach(async () => {
  browser = await launchBrowser('Chromium');
});
afterEach(() => browser.close());

it('R-03: an import of 5,000 papers, killed ten times and begun again each time', async () => {
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const tab = await startImport();
    // Batches that are in already are acknowledged again, from the journal.
    const { acked } = await ackedAtLeast(tab, (BATCHES * (kill + 1)) / (KILLS + 2));
    for (const batch of acked) acknowledged.add(batch);
    await browser.killBrowser();
    await browser.relaunch();
    expect(await incompleteBatches()).toEqual([]);
  }
  const { acked, failed } = await streamEnd(await startImport());
  const { savedIds, halves } = await readLibraryState(browser);
  console.log(
    `R-03: ${KILLS} kills, ${acknowledged.size} batches acknowledged before a kill, ` +
      `${savedIds.length} papers in the end`,
  );
  expect(failed).toEqual([]);
  expect(acked).toHaveLength(BATCHES);
  expect(new Set(savedIds).size).toBe(BATCHES * 100);
  expect(savedIds).toHaveLength(BATCHES * 100);
  expect(halves).toEqual([]);
});

async function startImport(): Promise<TestTab> {
  const tab = await browser.openExtensionPage('manifest.json');
  await startStream(tab, { what: 'imports', from: 0, to: BATCHES, inFlight: 2 });
  return tab;
}

/** Batches of which some papers are in, and some are not. */
async function incompleteBatches(): Promise<string[]> {
  const { savedIds } = await readLibraryState(browser);
  const counts = new Map<number, number>();
  for (const id of savedIds) {
    const batch = Math.floor((Number(id.split('.')[1]) - 1) / 100);
    counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count !== 100)
    .map(([batch, count]) => `batch ${batch}: ${count}`);
}
