import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each part may import of the project besides itself. `lib/core` is for everybody. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/core': [],
  'lib/i18n': ['lib/core', 'public'],
  'lib/keyboard': ['lib/core'],
  'lib/map': ['lib/core'],
  'lib/sites': ['lib/core'],
  'lib/search': ['lib/core'],
  'lib/related': ['lib/core'],
  'lib/match': ['lib/core', 'lib/search'],
  'lib/export': ['lib/core'],
  'lib/import': ['lib/core'],
  'lib/store': ['lib/core'],
  'lib/messages': ['lib/core', 'lib/sites', 'lib/search', 'lib/store'],
  'lib/lookup': ['lib/core'],
  'lib/page': ['lib/core', 'lib/i18n', 'lib/messages', 'lib/sites'],
  components: ['lib/core', 'lib/i18n', 'lib/keyboard', 'assets', 'public'],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The project's own files that a file imports, from the project's root; types count too. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const named = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path);
  return named
    .filter((path) => path?.startsWith('.'))
    .map((path) => relative(process.cwd(), resolve(dirname(file), path ?? '')));
}

describe('which way imports point', () => {
  for (const [part, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${part} imports only ${allowed.join(', ') || 'itself'}`, () => {
      const wrong = filesBelow(part).flatMap((file) =>
        importsOf(file)
          .filter((path) => ![part, ...allowed].some((one) => path.startsWith(`${one}/`)))
          .map((path) => `${file} imports ${path}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  it('only entrypoints touch the browser', () => {
    const files = ['lib', 'components'].flatMap(filesBelow);
    const wrong = files.filter((file) =>
      /from '(?:wxt\/|@wxt-dev\/browser|webextension-polyfill)|\b(?:browser|chrome)\.(?:runtime|tabs|storage|scripting|permissions)\./.test(
        readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('only the store knows Dexie, only search knows Fuse.js', () => {
    const users = (name: string) =>
      ['lib', 'components', 'entrypoints']
        .flatMap(filesBelow)
        .filter((file) => readFileSync(file, 'utf8').includes(`from '${name}'`));
    expect(users('dexie').every((file) => file.startsWith('lib/store/'))).toBe(true);
    expect(users('fuse.js')).toEqual(['lib/search/fuzzy.ts']);
  });
});

describe('what no source may hold', () => {
  const sources = ['lib', 'components', 'entrypoints'].flatMap(filesBelow);
  it.each([
    ['HTML made from text', /innerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/],
    ['code made from text', /\beval\(|new Function\(/],
    ['a request of our own', /\bXMLHttpRequest\b|\bWebSocket\b|sendBeacon/],
    ['an empty catch', /catch\s*(?:\([^)]*\))?\s*\{\s*\}/],
  ])('%s', (_what, pattern) => {
    expect(sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
