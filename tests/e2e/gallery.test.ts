import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from '../support/gallery';
import { difference, takeThumbnail } from '../support/thumbnail';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BASELINES = join(import.meta.dirname, '../baselines');

/** Scenes whose look is kept: one of each kind of page, in the light and in the dark. */
const KEPT: readonly (readonly [scene: string, look: string])[] = [
  ['badges-serif', 'theme=light'],
  ['badges-cards', 'theme=dark'],
  ['card-full', 'theme=light'],
  ['page-new', 'theme=light'],
  ['page-list', 'theme=dark'],
  ['list-many', 'theme=light'],
  ['related-both', 'theme=dark'],
  ['library-cards', 'theme=light'],
  ['library-table', 'theme=dark'],
  ['import-preview', 'theme=light'],
  ['settings', 'theme=dark'],
  ['first-run', 'theme=light'],
];
/** Share of the picture that other fonts and another text wrap may change. */
const TOLERATED_SHARE = 0.08;

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});

afterAll(() => gallery?.close());

beforeEach(() => gallery.page.setViewportSize({ width: 1280, height: 800 }));

/** What axe finds in any scene, with where. */
async function axeFindings(look: string): Promise<string[]> {
  const found: string[] = [];
  for (const scene of await gallery.sceneIds()) {
    await gallery.open(scene, look);
    await gallery.page.evaluate(AXE);
    const { violations } = await gallery.page.evaluate(() =>
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

  it('draws every scene without an error, and nothing beyond its stage at 200 %', async () => {
    const problems: string[] = [];
    gallery.page.on('pageerror', (error) => problems.push(error.message));
    // What a window of 1280 × 800 has at 200 %.
    await gallery.page.setViewportSize({ width: 640, height: 400 });
    for (const scene of await gallery.sceneIds()) {
      await gallery.open(scene);
      const { wide, tall } = await gallery.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        // The library scrolls inside; the page around it never does.
        tall: document.querySelector('.library')
          ? document.documentElement.scrollHeight - document.documentElement.clientHeight
          : 0,
      }));
      if (wide > 0) problems.push(`${scene}: ${wide} px too wide`);
      if (tall > 0) problems.push(`${scene}: ${tall} px too tall`);
    }
    expect(problems).toEqual([]);
  }, 240_000);

  // PAPERKIN_BASELINES=write keeps the present look of all of them.
  it.each(KEPT)('looks as it was kept: %s with %s', async (scene, look) => {
    await gallery.open(scene, look);
    const file = join(BASELINES, `${scene}.png`);
    const seen = await takeThumbnail(gallery.page);
    if (process.env.PAPERKIN_BASELINES === 'write') writeFileSync(file, seen);
    expect(existsSync(file)).toBe(true);
    const share = await difference(gallery.page, readFileSync(file), seen);
    expect(share).toBeLessThanOrEqual(TOLERATED_SHARE);
  });
});
