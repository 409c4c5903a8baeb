import { Chromium, type ChromiumOptions } from './chromium';
import { Firefox, type FirefoxOptions } from './firefox';

/** Whether there is a Firefox to test in; without one its tests are skipped, and counted so. */
export const hasFirefox = Boolean(process.env.PAPERKIN_FIREFOX);

/** The test build in the Chromium that find-browsers.ts found. */
export function launchChromium(options: Partial<ChromiumOptions> = {}): Promise<Chromium> {
  const program = process.env.PAPERKIN_CHROMIUM;
  if (!program) throw new Error('No Chromium was found; the first lines of this run say why.');
  return Chromium.launch({ program, extensionDir: '.output/chrome-mv3-e2e', ...options });
}

/** The test build in the Firefox that find-browsers.ts found. */
export function launchFirefox(options: Partial<FirefoxOptions> = {}): Promise<Firefox> {
  const program = process.env.PAPERKIN_FIREFOX;
  if (!program) throw new Error('No Firefox was found; the first lines of this run say why.');
  return Firefox.launch({ program, extensionDir: '.output/firefox-mv3-e2e', ...options });
}
