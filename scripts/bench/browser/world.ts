import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from '../../../tests/support/chromium';
import { call, openBenchPage } from './bench-page';

/** Saved papers and those only seen, in one library. */
export interface WorldSize {
  readonly saved: number;
  readonly seen: number;
}

/** So many saved papers, if at most 10,000; else 10,000 saved ones and so many that were seen. */
export function worldOf(size: number): WorldSize {
  return size <= 10_000 ? { saved: size, seen: 0 } : { saved: 10_000, seen: size };
}

export interface WorldOptions {
  readonly program: string;
  readonly extensionDir: string;
  /** Where filled profiles are kept from run to run. */
  readonly folder: string;
  /** Told what filling took. */
  readonly log: (line: string) => void;
}

const prepared = new Set<string>();

/**
 * A profile with a library of that size, filled by the services themselves, its indexes up to date
 * and a copy of it kept. Only these are left from run to run: a browser that finds a
 * background of the same version in a profile starts that one, whatever has been built since.
 */
export async function prepareWorld(
  { saved, seen }: WorldSize,
  { program, extensionDir, folder, log }: WorldOptions,
): Promise<string> {
  const profileDir = join(folder, `${saved}-${seen}`);
  const marker = join(profileDir, 'filled');
  const isFilled = existsSync(marker);
  if (isFilled) keepDatabases(profileDir);
  else rmSync(profileDir, { recursive: true, force: true });
  if (prepared.has(profileDir)) return profileDir;
  mkdirSync(profileDir, { recursive: true });
  const browser = await Chromium.launch({ program, extensionDir, profileDir });
  const page = await openBenchPage(browser);
  const startMs = performance.now();
  if (!isFilled) await call(page, 'fill', { saved, seen });
  // Also of a kept library: an index may have another format since.
  await call(page, 'index', null);
  await call(page, 'copied', null);
  await browser.closeBrowser();
  writeFileSync(marker, '');
  keepDatabases(profileDir);
  prepared.add(profileDir);
  log(`${profileDir}: ready after ${Math.round((performance.now() - startMs) / 1000)} s`);
  return profileDir;
}

/** Chromium with the test build and a library of that size. */
export async function openWorld(size: WorldSize, options: WorldOptions): Promise<Chromium> {
  const { program, extensionDir } = options;
  const profileDir = await prepareWorld(size, options);
  return Chromium.launch({ program, extensionDir, profileDir });
}

/** Of a profile: the library, and the copy of it outside of the database. */
const KEPT = new Set(['IndexedDB', 'Local Extension Settings']);

function keepDatabases(profileDir: string): void {
  const kept = new Set(['filled', 'Default']);
  for (const name of readdirSync(profileDir)) {
    if (!kept.has(name)) rmSync(join(profileDir, name), { recursive: true, force: true });
  }
  const defaultDir = join(profileDir, 'Default');
  for (const name of readdirSync(defaultDir)) {
    if (!KEPT.has(name)) rmSync(join(defaultDir, name), { recursive: true, force: true });
  }
}
