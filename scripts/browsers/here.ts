import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { type BrowserSearch, findChromium, findFirefox } from './find-browser';
import { thisMachine } from './system';

/** The browsers of this machine. Installs one if that is the only way, so it may take minutes. */
export function findChromiumHere(): BrowserSearch {
  return findChromium(thisMachine(), {
    path: chromium.executablePath(),
    download: {
      program: process.execPath,
      args: [resolve('node_modules/playwright/cli.js'), 'install', '--no-shell', 'chromium'],
    },
  });
}

export function findFirefoxHere(): BrowserSearch {
  return findFirefox(thisMachine());
}
