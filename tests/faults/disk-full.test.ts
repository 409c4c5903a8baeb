import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { readLibraryState } from '../support/library-state';
import { startStream, streamEnd } from '../support/save-stream';
import { asChromiumTest, type TestBrowser } from '../support/test-browser';

const canMount = process.platform === 'linux' && process.getuid?.() === 0;

describe.skipIf(!canMount)('with the profile on a small disk of its own', () => {
  let disk: string;
  let chromium: Chromium;
  let browser: TestBrowser;

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'paperkin-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk]);
    chromium = await launchChromium({ profileDir: join(disk, 'profile') });
    browser = asChromiumTest(chromium);
  });
  afterEach(async () => {
    await browser.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('R-10: the disk fills up, and is emptied again', async () => {
    const before = await stream(1, 51, 100);
    expect(before.failed).toEqual([]);

    leaveFree(54_000_000);
    const filling = await stream(51, 151, 20_000);
    expect(filling.acked.length).toBeGreaterThan(0);
    expect(filling.failed.length).toBeGreaterThan(0);
    leaveFree(0);
    const full = await stream(151, 161, 20_000);
    expect(full.acked).toEqual([]);

    // A person is told in words that help.
    const refused = [...filling.failed, ...full.failed];
    expect(refused.filter((why) => !/: AppError: no room left on the disk/.test(why))).toEqual([]);

    rmSync(filler());
    await browser.closeBrowser();
    await browser.relaunch();
    const after = await stream(161, 211, 100);
    expect(after.failed).toEqual([]);
    const { savedIds, halves } = await readLibraryState(browser);
    const acked = [...before.acked, ...filling.acked, ...after.acked];
    console.log(
      `R-10: ${filling.acked.length} saves acknowledged and ${refused.length} refused while the disk ` +
        `filled up; ${acked.length} acknowledged in all, ${savedIds.length} found`,
    );
    expect(acked.filter((key) => !savedIds.includes(key))).toEqual([]);
    expect(halves).toEqual([]);
  });

  const filler = () => join(disk, 'filler');

  /** Fills the disk but for so many bytes, or for fewer where the browser writes meanwhile. */
  function leaveFree(bytes: number): void {
    const { bavail, bsize } = statfsSync(disk);
    try {
      appendFileSync(filler(), Buffer.alloc(bavail * bsize - bytes));
    } catch (error) {
      if (!/ENOSPC/.test(String(error))) throw error;
    }
  }

  async function stream(from: number, to: number, abstractLength: number) {
    const tab = await browser.openExtensionPage('manifest.json');
    await startStream(tab, { what: 'saves', from, to, inFlight: 2, abstractLength });
    const end = await streamEnd(tab);
    await tab.close();
    return end;
  }
});
