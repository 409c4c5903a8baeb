import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from '../../../tests/support/chromium';
import { call, openBenchPage } from './bench-page';

/** Saved papers and those only seen, in one library. */
export interface WorldSize {
  readonly saved: number;
  readonly seen: number;
}

/** A library of so many records: up to 10,000 saved, and seen ones beyond. */
export function worldOf(size: number): WorldSize {
  const saved = Math.min(size, 10_000);
  return { saved, seen: size - saved };
}

export interface WorldOptions {
  readonly program: string;
  readonly extensionDir: string;
  /** Where filled profiles are kept from run to run. */
  readonly folder: string;
}

/** Chromium with the test build and a library of that size, filled by the services themselves. */
export async function openWorld(
  { saved, seen }: WorldSize,
  { program, extensionDir, folder }: WorldOptions,
): Promise<Chromium> {
  const profileDir = join(folder, `${saved}-${seen}`);
  const marker = join(profileDir, 'filled');
  const isFilled = existsSync(marker);
  if (!isFilled) rmSync(profileDir, { recursive: true, force: true });
  mkdirSync(profileDir, { recursive: true });
  const browser = await Chromium.launch({ program, extensionDir, profileDir });
  const page = await openBenchPage(browser);
  if (!isFilled) await call(page, 'fill', { saved, seen });
  // Also of a kept library: an index may have another format since.
  await call(page, 'index', null);
  await page.close();
  await browser.killWorker();
  writeFileSync(marker, '');
  return browser;
}
