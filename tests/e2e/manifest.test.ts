import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readManifest = (build: string) =>
  JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8')) as Record<string, unknown>;

describe.each(['chrome-mv3', 'firefox-mv3'])('what %s asks for at install', (build) => {
  const manifest = readManifest(build);

  it('is Manifest V3 with seven permissions and two hosts, and no more', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
    ]);
    expect(manifest.host_permissions).toEqual(['https://huggingface.co/*', 'https://arxiv.org/*']);
  });

  it('may be given this computer, where Zotero is, and its pages get through to Zotero alone', () => {
    const { extension_pages } = manifest.content_security_policy as { extension_pages: string };
    expect(manifest.optional_host_permissions).toContain('http://127.0.0.1/*');
    expect(extension_pages).toContain("connect-src 'self' http://127.0.0.1:23119;");
  });

  it('opens nothing of the extension to pages or other extensions', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('stays out of private windows', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('carries nothing of the test build', () => {
    expect(manifest).not.toHaveProperty('key');
  });
});
