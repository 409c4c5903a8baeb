import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'wxt';
import { type Figure, figureOf } from '../report/figure';
import { measureAreas } from '../source-areas';

const FOLDER = '.output/bench/with-maps';

/**
 * What some scripts of the build in `dir` are made of, largest first, in kilobytes (gzip, in
 * proportion). The maps are of a build of its own, whose scripts are the same to the byte.
 */
export async function measureScriptAreas(
  part: string,
  dir: string,
  scripts: readonly string[],
): Promise<Figure[]> {
  await buildWithMaps();
  const bytes = new Map<string, number>();
  for (const script of scripts) {
    for (const [area, more] of measureAreas(...readScript(dir, script))) {
      bytes.set(area, (bytes.get(area) ?? 0) + more);
    }
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .map(([area, of]) =>
      figureOf({ part, size: null, what: `of the background: ${area}`, unit: 'kB' }, [of / 1000]),
    );
}

async function buildWithMaps(): Promise<void> {
  const silent = () => undefined;
  const { warn, error } = console;
  await build({
    outDir: FOLDER,
    vite: () => ({ build: { sourcemap: 'hidden' } }),
    logger: Object.assign(
      { debug: silent, log: silent, info: silent, success: silent },
      { warn, error, fatal: error, level: 0 },
    ),
  });
}

function readScript(dir: string, name: string): Parameters<typeof measureAreas> {
  const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
  const mapped = join(FOLDER, 'chrome-mv3');
  const code = read(mapped, name);
  if (code !== read(dir, name)) throw new Error(`${name} is another with a map than without`);
  return [code, JSON.parse(read(mapped, `${name}.map`))];
}
