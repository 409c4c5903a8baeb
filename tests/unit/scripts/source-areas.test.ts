import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { measureAreas } from '../../../scripts/bench/source-areas';

describe('what a script is made of', () => {
  test('is told by where its source stands, and comes to the whole script', async () => {
    const { code, map } = await bundle({
      'node_modules/dexie/dist/modern/dexie.mjs': sayingWords('database', 200),
      'lib/search/words.ts': sayingWords('query', 50),
      'lib/core/same-paper.ts': sayingWords('twin', 50),
      'lib/core/clock.ts': sayingWords('time', 10),
      'elsewhere/thing.ts': sayingWords('else', 10),
    });
    const areas = measureAreas(code, map);
    expect([...areas].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe('Dexie');
    const names = ['Dexie', 'other', 'other rules', 'same paper', 'search'];
    expect([...areas.keys()].sort()).toEqual(names);
    const sum = [...areas.values()].reduce((total, bytes) => total + bytes, 0);
    expect(sum).toBeCloseTo(gzipSync(code, { level: 9 }).length);
  });
});

function sayingWords(word: string, count: number): string {
  const words = Array.from({ length: count }, (_, i) => `${word}${i * i}`);
  return `console.log(${JSON.stringify(words.join(' '))});`;
}

async function bundle(files: Readonly<Record<string, string>>) {
  const names = Object.keys(files);
  const { outputFiles } = await build({
    stdin: { contents: names.map((name) => `import './${name}';`).join('\n') },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    sourcemap: 'external',
    plugins: [
      {
        name: 'files',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\// }, ({ path }) => ({
            path: path.slice(2),
            namespace: 'files',
          }));
          onLoad({ filter: /.*/, namespace: 'files' }, ({ path }) => ({
            contents: files[path] ?? '',
          }));
        },
      },
    ],
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  return { code: textOf('.js') ?? '', map: JSON.parse(textOf('.js.map') ?? '') };
}
