import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** Firefox asks whether there is a web when it finds none. */
export const NO_QUESTIONS = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
} as const;

/** A proxy where nobody listens: a port that the system keeps for throwing away. */
const NO_WEB = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
} as const;

/**
 * A folder with a profile that Firefox has set up, to be copied: setting one up takes a third of the
 * time that a start takes.
 */
export async function makeFirefoxProfile(program: string): Promise<string> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'paperkin-firefox-made-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    userDataDir,
    extraPrefsFirefox: { ...NO_QUESTIONS, ...NO_WEB },
  });
  await browser.close();
  return userDataDir;
}
