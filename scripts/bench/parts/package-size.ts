import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../../browsers/build-extension';
import type { BenchPart, Measurement } from '../bench-part';

/** What is loaded into a page, the background and the popup, gzipped; and the whole package. */
export const packageSize: BenchPart = {
  name: 'size',
  async run() {
    const dir = buildExtension('build');
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const popup = readFileSync(join(dir, 'popup.html'), 'utf8');
    const popupScripts = [...popup.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) =>
      join(dir, path ?? ''),
    );
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
    const inPages = manifest.content_scripts.flatMap(({ js }) => js.map((path) => join(dir, path)));
    return [
      sizeOf('content script', inPages, 20),
      sizeOf('background', [join(dir, 'background.js')], 90),
      sizeOf('popup, first scripts', popupScripts, 50),
      sizeOf('package', files, 3072),
    ];
  },
};

interface Manifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
}

function sizeOf(what: string, files: readonly string[], goal: number): Measurement {
  const bytes = files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0);
  return { what, unit: 'kB', samples: [bytes / 1024], goal };
}
