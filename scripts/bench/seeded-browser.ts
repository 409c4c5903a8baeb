import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { Chromium } from '../../tests/support/chromium';
import { startStream, streamEnd } from '../../tests/support/save-stream';
import { asChromiumTest } from '../../tests/support/test-browser';
import { buildExtension } from '../browsers/build-extension';
import { TEST_KEY } from '../browsers/test-extension';
import type { BenchContext } from './bench-part';

/** A browser with so many papers saved (a multiple of a hundred), put in by the product's import. */
export async function openSeeded({ program, say }: BenchContext, size: number): Promise<Chromium> {
  const browser = await Chromium.launch({ program, extensionDir: buildExtension('build:e2e') });
  const tab = await asChromiumTest(browser).openExtensionPage('manifest.json');
  const startedAtMs = Date.now();
  await startStream(tab, { what: 'imports', from: 0, to: size / 100, inFlight: 1 });
  const { failed } = await streamEnd(tab);
  if (failed.length > 0) throw new Error(`seeding failed: ${failed[0]}`);
  await tab.close();
  say(`  ${size} papers put in, ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return browser;
}

/** A browser with an extension that only answers messages: the floor for all that wakes one. */
export function openEmpty({ program }: BenchContext): Promise<Chromium> {
  const extensionDir = join('.output', 'bench', 'empty-extension');
  rmSync(extensionDir, { recursive: true, force: true });
  mkdirSync(extensionDir, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    key: TEST_KEY,
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(extensionDir, 'background.js'),
    'chrome.runtime.onMessage.addListener((message, sender, reply) => reply({ ok: true }));',
  );
  return Chromium.launch({ program, extensionDir });
}

/** Milliseconds from sending a message to its answer, as a page of the extension sees it. */
export async function timeMessage(page: Page, message: object): Promise<number> {
  const { ms, ok } = await page.evaluate(async (it) => {
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage(it);
    return { ms: performance.now() - start, ok: reply?.ok === true };
  }, message);
  if (!ok) throw new Error(`${JSON.stringify(message).slice(0, 100)} was not answered well`);
  return ms;
}

/** The same from a background that has just been killed. */
export async function timeCold(browser: Chromium, page: Page, message: object): Promise<number> {
  await browser.killWorker();
  return await timeMessage(page, message);
}
