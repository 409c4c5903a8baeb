import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/**
 * A copy of the test build that needs to ask nobody: every site counts as granted, so that the
 * toolbar's way of reading a page works without a click. Gives its folder.
 */
export function buildForAllSites(testBuild: string): string {
  const dir = `${testBuild}-all-sites`;
  rmSync(dir, { recursive: true, force: true });
  cpSync(testBuild, dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  writeFileSync(path, JSON.stringify(grantAllSites(JSON.parse(readFileSync(path, 'utf8')))));
  return dir;
}

interface Manifest {
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions?: readonly string[];
}

/** Its own hosts stay: by them the background knows whom to answer. */
export function grantAllSites(manifest: Manifest): Manifest {
  return { ...manifest, host_permissions: [...manifest.host_permissions, '<all_urls>'] };
}

/** Resolves once the background has turned on all optional sites. `asker` is a page of the build. */
export async function allSitesTurnedOn(asker: Page): Promise<void> {
  await asker.waitForFunction(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    const { optional_host_permissions: optional } = chrome.runtime.getManifest();
    return scripts.length === (optional ?? []).length;
  });
}
