import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../scripts/gallery');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: PreviewServer;
let browser: Browser;
let page: Page;
let base: string;

beforeAll(async () => {
  const configFile = join(ROOT, 'vite.config.ts');
  await build({ configFile, logLevel: 'warn' });
  server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
  base = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({
    executablePath: process.env.PAPERKIN_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function sceneIds(): Promise<string[]> {
  await page.goto(base);
  const links = page.locator('.index li a:first-child');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  return addresses.map((address) => new URLSearchParams(address).get('scene') ?? '');
}

async function open(scene: string, look = ''): Promise<void> {
  await page.goto(`${base}?scene=${scene}&${look}`);
  await page.locator('#gallery > *').first().waitFor();
}

/** What axe finds in any scene, with where. */
async function axeFindings(look: string): Promise<string[]> {
  const found: string[] = [];
  for (const scene of await sceneIds()) {
    await open(scene, look);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        // Scenes are parts of pages: the whole page is judged where it is built.
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        resultTypes: ['violations'],
      }),
    );
    for (const { id, nodes } of violations)
      found.push(`${scene}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }
  return found;
}

describe('the gallery', () => {
  it('has nothing for axe to find', async () => {
    expect(await axeFindings('theme=light')).toEqual([]);
  }, 240_000);

  it('has nothing for axe to find in the dark, in Chinese, from right to left', async () => {
    expect(await axeFindings('theme=dark&lang=zh&dir=rtl')).toEqual([]);
  }, 240_000);

  it('draws every scene without an error, and nothing wider than its stage at 200 %', async () => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    // What a window of 1280 × 800 has at 200 %.
    await page.setViewportSize({ width: 640, height: 400 });
    for (const scene of await sceneIds()) {
      await open(scene);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) problems.push(`${scene}: ${overflow} px too wide`);
    }
    expect(problems).toEqual([]);
  }, 120_000);
});
