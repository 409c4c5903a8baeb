import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { hasFirefox, launchChromium, launchFirefox } from '../support/launch';
import { pagesAt } from '../support/served-pages';

const PROBE = 'https://probe.example/';

it('S-20: a page that asks for every file of the extension learns nothing of it', async () => {
  const browser = await launchChromium();
  try {
    browser.web.add(pagesAt({ [PROBE]: '<!doctype html><title>Probe</title><p>Probe' }));
    const files = readdirSync('.output/chrome-mv3-e2e', { recursive: true, encoding: 'utf8' });
    const page = await browser.open(PROBE);
    const addresses = [...files, 'no-such-file.js'].map((path) => browser.addressOf(path));
    const probed = await page.evaluate(
      (all) =>
        Promise.all(
          all.map(async (address) => {
            const fetched = await fetch(address).then(
              () => 'there',
              (error: unknown) => String(error),
            );
            const drawn = await new Promise((resolve) => {
              const image = new Image();
              image.onload = () => resolve('there');
              image.onerror = () => resolve('not there');
              image.src = address;
            });
            return `${fetched}, ${drawn}`;
          }),
        ),
      addresses,
    );
    expect(files.length).toBeGreaterThan(20);
    expect(new Set(probed)).toEqual(new Set(['TypeError: Failed to fetch, not there']));
    const reach = await page.evaluate(() => typeof globalThis.chrome?.runtime?.sendMessage);
    expect(reach).toBe('undefined');
    expect(await page.content()).toBe(
      '<!DOCTYPE html><html><head><title>Probe</title></head><body><p>Probe</p></body></html>',
    );
  } finally {
    await browser.close();
  }
});

describe.skipIf(!hasFirefox)('Firefox that is told never to remember history', () => {
  it('R-15: keeps the extension out of every window, and no page meets an error', async () => {
    const browser = await launchFirefox({ prefs: { 'browser.privatebrowsing.autostart': true } });
    try {
      browser.web.add(demoSite);
      const errors: string[] = [];
      for (let visit = 0; visit < 3; visit++) {
        const page = await browser.open(FEED_ADDRESS);
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.reload();
        expect((await page.$$('paperkin-badge')).length).toBe(0);
        await page.close();
      }
      expect(errors).toEqual([]);
      expect(browser.extensionRequests).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
