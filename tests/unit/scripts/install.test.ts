import { describe, expect, it } from 'vitest';
import { needsInstall } from '../../../scripts/install.mjs';

const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const PROJECT = { version: '0.1.0' };
const DEXIE = { version: '4.4.7', integrity: 'sha512-a' };

describe('deciding whether to run npm ci', () => {
  it('installs on a fresh clone', () => {
    expect(needsInstall(lock({ '': PROJECT }), null)).toBe(true);
  });

  it('does not install again what is there', () => {
    const text = lock({ '': PROJECT, 'node_modules/dexie': DEXIE });
    expect(needsInstall(text, lock({ 'node_modules/dexie': DEXIE }))).toBe(false);
  });

  it.each([
    ['another version', { version: '4.4.8', integrity: 'sha512-a' }],
    ['another content', { version: '4.4.7', integrity: 'sha512-b' }],
  ])('installs when the lock file asks for %s', (_what, wanted) => {
    const text = lock({ 'node_modules/dexie': wanted });
    expect(needsInstall(text, lock({ 'node_modules/dexie': DEXIE }))).toBe(true);
  });

  it('installs when the lock file asks for one package more', () => {
    const text = lock({ 'node_modules/dexie': DEXIE, 'node_modules/preact': DEXIE });
    expect(needsInstall(text, lock({ 'node_modules/dexie': DEXIE }))).toBe(true);
  });

  it('does not miss packages that are for other machines, nor mind those too many', () => {
    const text = lock({ 'node_modules/esbuild-win32': { ...DEXIE, optional: true } });
    expect(needsInstall(text, lock({ 'node_modules/dexie': DEXIE }))).toBe(false);
  });
});
