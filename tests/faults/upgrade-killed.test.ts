import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomInt, seededRandom } from '../support/random';
import { startStream, streamEnd } from '../support/save-stream';
import { launchBrowser, type TestBrowser } from '../support/test-browser';
import { openUpgradePage, summaryOf, upgradeUntil } from '../support/upgrade';

const PAPERS = 10_000;
const KILLS = 10;

let browser: TestBrowser;

beforeEach(async () => {
  browser = await launchBrowser('Chromium');
});
afterEach(() => browser.close());

it('R-04: a browser killed within an upgrade of 10,000 papers has the old schema or the new one', async () => {
  const tab = await browser.openExtensionPage('manifest.json');
  await startStream(tab, { what: 'imports', from: 0, to: PAPERS / 100, inFlight: 2 });
  expect((await streamEnd(tab)).failed).toEqual([]);
  const before = await summaryOf(browser);
  expect(before).toMatchObject({ version: 10, papers: PAPERS, rewritten: 0, hasShelves: false });

  const random = seededRandom(4);
  const walked: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    walked.push(await upgradeUntil(browser, randomInt(random, PAPERS)));
    await browser.killBrowser();
    await browser.relaunch();
    // The upgrade may have come to its end just before the kill; then there is no more to kill.
    const after = await summaryOf(browser);
    if (after.version === 20) break;
    expect(after).toEqual(before);
  }
  const last = await openUpgradePage(browser);
  await last.evaluate(() => globalThis.paperkinUpgrade.start(), null);
  const after = await summaryOf(browser);
  console.log(
    `R-04: ${walked.length} kills after ${walked.join(', ')} of ${PAPERS} papers walked; ` +
      `${after.papers} found, ${after.rewritten} rewritten, checksum equal: ${after.checksum === before.checksum}`,
  );
  expect(walked.length).toBeGreaterThan(KILLS / 2);
  expect(after).toEqual({ ...before, version: 20, rewritten: PAPERS, hasShelves: true });
});
