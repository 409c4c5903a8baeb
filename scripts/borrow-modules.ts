import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

const LENT = 'entrypoints/background/lent.ts';
const IMPORT = /^import \* as (\w+) from '(.+)';$/gm;
const EXPORT = /^export (?:async )?(?:function|class|const) (\w+)/gm;

/**
 * For the background's second script: the modules that lent.ts names are no part of it, but taken
 * from the first script, which has run by then. Throws where one of them exports in a way that is
 * not read here.
 */
export function borrowModules(): Plugin {
  const borrowed = new Map(
    [...readFileSync(LENT, 'utf8').matchAll(IMPORT)].map(([, name = '', path = '']) => [
      normalizePath(`${resolve(dirname(LENT), path)}.ts`),
      name,
    ]),
  );
  return {
    name: 'paperkin-borrow-modules',
    load(id) {
      const name = borrowed.get(id);
      return name ? `export const { ${exportsOf(id)} } = paperkinLent.${name};` : null;
    },
  };
}

function exportsOf(path: string): string {
  const source = readFileSync(path, 'utf8');
  if (/^export (?:\*|\{|default|let|var)/m.test(source)) throw new Error(`${path} cannot be lent`);
  return [...source.matchAll(EXPORT)].map(([, name]) => name).join(', ');
}
