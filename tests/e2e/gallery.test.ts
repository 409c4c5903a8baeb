import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  await gallery.page.evaluate(AXE);
});

afterAll(() => gallery?.close());

const WINDOW = { width: 1280, height: 800 };
/** What such a window has at 200 %. */
const ZOOMED = { width: 640, height: 400 };

/** What is wrong with any scene, with where: beyond its stage at 200 %, and for axe as it is. */
async function problemsOf(look: string): Promise<string[]> {
  const { page } = gallery;
  const problems: string[] = [];
  const onError = (error: Error) => problems.push(error.message);
  page.on('pageerror', onError);
  for (const scene of gallery.sceneIds) {
    await page.setViewportSize(ZOOMED);
    await gallery.open(scene, look);
    const beyond = await overflows();
    await page.setViewportSize(WINDOW);
    const found = [...beyond, ...(await axeFindings())];
    problems.push(...found.map((problem) => `${scene}: ${problem}`));
  }
  page.off('pageerror', onError);
  return problems;
}

/** What stands beyond the stage. */
function overflows(): Promise<string[]> {
  return gallery.page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    // The library scrolls inside; the page around it never does.
    const isTall = document.querySelector('.library') && scrollHeight > clientHeight;
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []),
      ...(isTall ? [`${scrollHeight - clientHeight} px too tall`] : []),
    ];
  });
}

async function axeFindings(): Promise<string[]> {
  const { violations } = await gallery.page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      // Scenes are parts of pages: the whole page is judged where it is built.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      resultTypes: ['violations'],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

describe('the gallery', () => {
  it('draws every scene without an error, nothing for axe to find, and nothing beyond its stage at 200 %', async () => {
    expect(await problemsOf('theme=light')).toEqual([]);
  }, 240_000);

  it('does so in the dark, in Chinese, from right to left', async () => {
    expect(await problemsOf('theme=dark&lang=zh&dir=rtl')).toEqual([]);
  }, 240_000);

  // PAPERKIN_BASELINES=write keeps the present look of all of them.
  it.each(KEPT)('looks as it was kept: %s with %s', async (scene, look) => {
    await gallery.page.setViewportSize(WINDOW);
    await gallery.open(scene, look);
    const file = join(BASELINES, `${scene}.png`);
    const seen = await takeThumbnail(gallery.page);
    if (process.env.PAPERKIN_BASELINES === 'write') writeFileSync(file, seen);
    expect(existsSync(file)).toBe(true);
    const share = await difference(gallery.page, readFileSync(file), seen);
    expect(share).toBeLessThanOrEqual(TOLERATED_SHARE);
  });
});
