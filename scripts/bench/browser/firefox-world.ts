import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Firefox } from '../../../tests/support/firefox';
import { GECKO_ID } from '../../browsers/test-extension';
import { call, openBenchPage } from './bench-page';
import type { InFirefox } from './in-firefox';
import { buildReferenceExtension } from './reference-extension';

/** Times as they are, and windows opened by scripts that run as fast behind as in front. */
const PREFS = {
  'privacy.reduceTimerPrecision': false,
  'dom.disable_open_during_load': false,
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
} as const;

export interface FirefoxWorldOptions {
  readonly program: string;
  readonly extensionDir: string;
  /** Where filled profiles are kept from run to run. */
  readonly folder: string;
}

export function launchFirefoxFor(
  options: Pick<FirefoxWorldOptions, 'program' | 'extensionDir'> & { profileDir?: string },
): Promise<Firefox> {
  return Firefox.launch({ ...options, prefs: PREFS });
}

/** Firefox with the test build and so many saved papers. */
export async function openFirefoxWorld(
  saved: number,
  { folder, ...options }: FirefoxWorldOptions,
): Promise<Firefox> {
  const profileDir = join(folder, `firefox-${saved}`);
  const marker = join(profileDir, 'filled');
  const isFilled = existsSync(marker);
  if (!isFilled) rmSync(profileDir, { recursive: true, force: true });
  mkdirSync(profileDir, { recursive: true });
  const firefox = await launchFirefoxFor({ ...options, profileDir });
  const page = await openBenchPage(firefox);
  if (!isFilled) await call(page, 'fill', { saved, seen: 0 });
  await call(page, 'index', null);
  await page.close();
  await firefox.killWorker();
  writeFileSync(marker, '');
  return firefox;
}

/** The extension that Paperkin is measured beside, as Firefox wants one. */
export function buildFirefoxReference(dir: string): string {
  buildReferenceExtension(dir);
  const path = join(dir, 'manifest.json');
  const { key: _key, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  const background = { scripts: ['worker.js'] };
  const browser_specific_settings = { gecko: { id: GECKO_ID, strict_min_version: '140.0' } };
  writeFileSync(path, JSON.stringify({ ...manifest, background, browser_specific_settings }));
  return dir;
}

type Answer<Name extends keyof InFirefox> = Awaited<ReturnType<InFirefox[Name]>>;

/** A page of the extension, and what calls the functions of in-firefox.ts in it. */
export async function openFirefoxPage(firefox: Firefox) {
  const page = await openBenchPage(firefox);
  const { outputFiles } = await build({
    entryPoints: ['scripts/bench/browser/in-firefox.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    logLevel: 'error',
  });
  await page.evaluate(outputFiles[0]?.text ?? '');
  const run = <Name extends keyof InFirefox>(
    name: Name,
    argument: Parameters<InFirefox[Name]>[0],
  ): Promise<Answer<Name>> =>
    page.evaluate(`paperkinInFirefox.${name}(${JSON.stringify(argument)})`) as Promise<
      Answer<Name>
    >;
  return { page, run };
}
