/**
 * `npm start [-- --live | --pages DIR]`: Paperkin in a real browser, on a demo site of its own.
 * With a display a window opens and is yours; without one, or with CI set, the main job is done
 * here and now, step by step, and the exit code says whether every step worked.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './browsers/build-extension';
import { findChromiumHere } from './browsers/here';
import { demoPlace } from './demo/demo-place';
import { openWindow } from './demo/open-window';
import { pagesPlace } from './demo/pages-place';
import type { Place } from './demo/place';
import { runDemo } from './demo/run-demo';
import { visitPages } from './demo/visit-pages';

const { values } = parseArgs({
  options: { live: { type: 'boolean', default: false }, pages: { type: 'string' } },
});
// npm runs us in the project's folder; paths are meant from where it was called.
const calledFrom = process.env.INIT_CWD ?? process.cwd();

try {
  process.exitCode = (await start()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<boolean> {
  const chromium = findChromiumHere();
  if (chromium.path === null) throw new Error(chromium.advice);
  console.log(`Browser: ${chromium.name}`);
  if (!hasDisplay()) {
    if (values.live)
      throw new Error('--live opens the real sites in a window, and needs a display.');
    const extensionDir = buildExtension('build:e2e');
    const launch = { program: chromium.path, extensionDir };
    return values.pages
      ? await visitPages(launch, pagesPlace(resolve(calledFrom, values.pages)))
      : await runDemo(launch);
  }
  const extensionDir = buildExtension('build');
  await openWindow({ program: chromium.path, extensionDir }, choosePlace());
  return true;
}

function choosePlace(): Place {
  if (values.live) return { source: null, firstAddresses: ['https://huggingface.co/papers'] };
  return values.pages ? pagesPlace(resolve(calledFrom, values.pages)) : demoPlace;
}

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
