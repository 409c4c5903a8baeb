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

/** With these a start and three pages cost a fifth less. */
const FEW_PROCESSES = {
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.processCount': 1,
  'network.process.enabled': false,
  'media.rdd-process.enabled': false,
  'media.utility-process.enabled': false,
};

/** The test build in the Firefox that find-browsers.ts found. */
export function launchFirefox(options: Partial<FirefoxOptions> = {}): Promise<Firefox> {
  const program = process.env.PAPERKIN_FIREFOX;
  if (!program) throw new Error('No Firefox was found; the first lines of this run say why.');
  const extensionDir = '.output/firefox-mv3-e2e';
  const prefs = { ...FEW_PROCESSES, ...options.prefs };
  return Firefox.launch({ program, extensionDir, ...options, prefs });
}
