/**
 * npm run check:addresses -- FILE
 *
 * Reads one address a line and prints one JSON line for each, in order:
 * `{"url", "id": canonical key or null, "kind": "paper" | "pdf" | "list" | null}`.
 * Needs nothing built: the sources are bundled in memory. Anything else goes to standard error.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../lib/sites/classify-address.ts', import.meta.url));

async function loadClassifier() {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    tsconfigRaw: {},
  });
  const code = Buffer.from(result.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

function readLines(path) {
  const text = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const path = process.argv[2];
if (!path || !existsSync(path)) {
  if (path) process.stderr.write(`There is no file ${path}.\n`);
  process.stderr.write('Usage: npm run check:addresses -- FILE (one address a line)\n');
  process.exit(2);
}
const { classifyAddress } = await loadClassifier();
for (const url of readLines(path)) {
  const { key, kind } = classifyAddress(url);
  process.stdout.write(`${JSON.stringify({ url, id: key, kind })}\n`);
}
