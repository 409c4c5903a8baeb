import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { normalizePath, type UserConfig } from 'vite';

const LENT = 'entrypoints/background/lent.ts';
const IMPORT = /^import \* as (\w+) from '(.+)';$/gm;

/**
 * For the background's second script: the modules that lent.ts names are no part of it, but globals
 * of the first script, which has run by then.
 */
export function borrowModules({ build }: UserConfig): void {
  const names = new Map(
    [...readFileSync(LENT, 'utf8').matchAll(IMPORT)].map(([, name, path = '']) => [
      normalizePath(`${resolve(dirname(LENT), path)}.ts`),
      `paperkinLent.${name}`,
    ]),
  );
  const options = build?.rollupOptions;
  if (!options) throw new Error('The build of the second script has no options');
  options.external = (id) => names.has(id);
  const [output] = [options.output ?? {}].flat();
  options.output = { ...output, globals: (id) => names.get(id) ?? id };
}
