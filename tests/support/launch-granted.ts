import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chromium, ChromiumOptions } from './chromium';
import { launchChromium } from './launch';

/**
 * A Chromium in which an optional site was allowed. Nobody can press the browser's own button; but
 * what a build required once stays granted, and once taken back is granted again unasked.
 *
 * @param site a match pattern of the manifest's optional hosts.
 * @returns the browser, and what closes it and removes what was made for it.
 */
export async function launchGranted(
  site: string,
  options: Partial<ChromiumOptions> = {},
): Promise<{ browser: Chromium; close: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'paperkin-granted-'));
  const extensionDir = join(dir, 'extension');
  const profileDir = join(dir, 'profile');
  cpSync('.output/chrome-mv3-e2e', extensionDir, { recursive: true });
  const manifestPath = join(extensionDir, 'manifest.json');
  const manifest = readFileSync(manifestPath, 'utf8');
  const { host_permissions, ...rest } = JSON.parse(manifest);
  writeFileSync(
    manifestPath,
    JSON.stringify({ ...rest, host_permissions: [...host_permissions, site] }),
  );
  const before = await launchChromium({ extensionDir, profileDir });
  await before.close();
  writeFileSync(manifestPath, manifest);
  const browser = await launchChromium({ ...options, extensionDir, profileDir });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
