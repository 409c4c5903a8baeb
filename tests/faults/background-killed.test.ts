import { afterEach, beforeEach, it } from 'vitest';
import { KILLS, saveAndKill } from '../support/save-and-kill';
import { launchBrowser, type TestBrowser } from '../support/test-browser';

const SAVES = 1000;

let browser: TestBrowser;

beforeEach(async () => {
  browser = await launchBrowser('Chromium');
});
afterEach(() => browser.close());

it(`R-01: ${SAVES} saves, the background killed ${KILLS} times among them`, async () => {
  await saveAndKill(browser, SAVES, 20);
});
