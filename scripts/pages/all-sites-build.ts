import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
  readonly content_scripts?: readonly {
    readonly matches: readonly string[];
    readonly js?: readonly string[];
  }[];
}

export function grantAllSites(manifest: Manifest): Manifest {
  const optional = manifest.optional_host_permissions ?? [];
  return {
    ...manifest,
    // Its own stay: by them the background knows whom to answer.
    host_permissions: [...manifest.host_permissions, '<all_urls>'],
    content_scripts: [
      ...(manifest.content_scripts ?? []),
      ...(optional.length > 0 ? [{ matches: optional, js: ['sites.js'] }] : []),
    ],
  };
}
