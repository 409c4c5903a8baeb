import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
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

  // On a busy machine Chromium 156 at times throws the database away that met a full disk; what the
  // second copy has of it then, a person takes back by hand, which is not walked here.
  it('R-10: the disk fills up, and is emptied again', { retry: 3 }, async () => {
    const before = await stream(1, 51, 100);
    expect(before.failed).toEqual([]);

    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 500_000));
    const full = await stream(51, 151, 20_000);
    expect(full.failed.length).toBeGreaterThan(0);
    expect(full.failed.join('\n')).toMatch(/no room left on the disk/);

    // Whatever the browser makes of it, a person is told in words that help.
    expect(full.failed.filter((why) => !/: AppError: /.test(why))).toEqual([]);

    // Chromium does not open a database again that met a full disk, until it is started anew.
    rmSync(filler);
    await browser.closeBrowser();
    await browser.relaunch();
    const after = await stream(151, 201, 100);
    expect(after.failed).toEqual([]);
    const { savedIds, halves } = await readLibraryState(browser);
    const acked = [...before.acked, ...full.acked, ...after.acked];
    console.log(
      `R-10: ${full.acked.length} saves acknowledged and ${full.failed.length} refused on the full ` +
        `disk; ${acked.length} acknowledged in all, ${savedIds.length} found`,
    );
    expect(acked.filter((key) => !savedIds.includes(key))).toEqual([]);
    expect(halves).toEqual([]);
  });

  async function stream(from: number, to: number, abstractLength: number) {
    const tab = await browser.openExtensionPage('manifest.json');
    await startStream(tab, { what: 'saves', from, to, inFlight: 2, abstractLength });
    const end = await streamEnd(tab);
    await tab.close();
    return end;
  }
});
