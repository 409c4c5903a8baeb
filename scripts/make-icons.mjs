/**
 * Draws public/icon/*.png from assets/icon/paperkin.svg with the installed Chromium. Run after
 * changing the drawing: `node scripts/make-icons.mjs`. The results are committed.
 *
 * `N.png` is the extension's own icon. `page-N.png` (a paper is here), `saved-N.png` (it is saved)
 * and `none-N.png` (nothing to read here) are what the toolbar shows for a tab.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright';

const TARGET = new URL('../public/icon/', import.meta.url);
const TEAL = '#14837c';
const VARIANTS = {
  '': '',
  'page-': `.mark { fill: #fffefb; stroke: ${TEAL}; stroke-width: 2.4 }
            .kin { stroke: ${TEAL}; fill: ${TEAL} }`,
  'saved-': `.kin { display: none } .tick { display: inline }`,
  'none-': '.mark { fill: #8b8880 }',
};
const TICK =
  '<path class="tick" display="none" fill="none" stroke="#fffefb" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round" d="m10.5 13 4 4 7-7.5"/>';

const drawing = await readFile(new URL('../assets/icon/paperkin.svg', import.meta.url), 'utf8');
await mkdir(TARGET, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.PAPERKIN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [prefix, css] of Object.entries(VARIANTS)) {
  for (const sizePx of prefix === '' ? [16, 32, 48, 128] : [16, 32]) {
    await page.setViewportSize({ width: sizePx, height: sizePx });
    const svg = drawing.replace('</svg>', `${TICK}</svg>`);
    await page.setContent(
      `<style>html,body{margin:0}svg{display:block;width:${sizePx}px;height:${sizePx}px}${css}</style>${svg}`,
    );
    await page.screenshot({
      path: new URL(`${prefix}${sizePx}.png`, TARGET).pathname,
      omitBackground: true,
    });
  }
}
await browser.close();
