import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { buildExtension } from '../../browsers/build-extension';
import { type Comparison, type Figure, figureOf } from '../report/figure';
import type { Part } from './part';
import { measureScriptAreas } from './script-areas';

const PART = 'sizes';
const BACKGROUND = ['background.js', 'whole.js'];

/** What is loaded, in kilobytes as a package or a browser's cache holds them (gzip). */
export const sizesPart: Part = {
  name: PART,
  async run() {
    const dir = buildExtension('build');
    const sizes: [string, number, number][] = [
      ['content script', gzipKb(dir, ['papers.js']), 20],
      ['background, both scripts', gzipKb(dir, BACKGROUND), 90],
      ['its first script, all that a start runs', gzipKb(dir, ['background.js']), 90],
      ["popup's first chunk", gzipKb(dir, firstScripts(dir, 'popup.html')), 50],
      ["library page's first chunk", gzipKb(dir, firstScripts(dir, 'library.html')), 120],
      ['package', packageKb(dir), 3000],
    ];
    const figures: Figure[] = sizes.map(([what, kb]) =>
      figureOf({ part: PART, size: null, what, unit: 'kB' }, [kb]),
    );
    const comparisons: Comparison[] = sizes.map(([what, kb, atMost]) => ({
      part: PART,
      size: null,
      what: `${what}, in kB`,
      ratio: kb,
      goal: { atMost },
    }));
    const areas = await measureScriptAreas(PART, dir, BACKGROUND);
    return { figures: [...figures, ...areas], comparisons };
  },
};

/** The page's own script and all that it is known to import at once. */
function firstScripts(dir: string, page: string): string[] {
  const html = readFileSync(join(dir, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => path);
}

function gzipKb(dir: string, paths: readonly string[]): number {
  const bytes = paths.map((path) => gzipSync(readFileSync(join(dir, path)), { level: 9 }).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

function packageKb(dir: string): number {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());
  const zip = zipSync(
    Object.fromEntries(files.map((path) => [relative(dir, path), readFileSync(path)])),
  );
  return zip.length / 1000;
}
