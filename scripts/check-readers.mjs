/**
 * `npm run check:readers [-- COUNT [SEED]]`: exports varied papers (1,000 unless told otherwise) and
 * has every reader that is installed read them. Prints, for each, the entries lost, the keys that
 * two entries share, and the entries in which a field came out otherwise than it went in. Readers
 * that are not installed (Debian: biber, texlive-latex-recommended, pandoc, bibutils) are named and
 * skipped. Exits with 1 if an entry was lost or a key shared.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compare } from './readers/compare.mjs';
import { READERS } from './readers/readers.mjs';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 2031);
const directory = await mkdtemp(join(tmpdir(), 'paperkin-readers-'));
try {
  const { exportPapers } = await bundled('lib/export/index.ts');
  const { sampleVariedPapers } = await bundled('tests/support/varied-papers.ts');
  const papers = sampleVariedPapers(count, seed);
  const results = READERS.map((reader) => check(reader, papers, exportPapers));
  console.log(`${count} papers, seed ${seed}`);
  console.table(Object.fromEntries(results.map(({ label, row }) => [label, row])));
  for (const { label, examples } of results) {
    for (const example of examples) console.log(`${label}: ${example}`);
  }
  process.exitCode = results.some(({ row }) => row.lost || row.clashed) ? 1 : 0;
} finally {
  await rm(directory, { recursive: true });
}

function check(reader, papers, exportPapers) {
  const label = `${reader.name} < ${reader.format}`;
  // What each paper should come out as, keys included, is what our own CSL-JSON says of it.
  const expected = JSON.parse(exportPapers(papers, 'csl-json'));
  const text = exportPapers(papers, reader.format, reader.options ?? {});
  const start = performance.now();
  const items = reader.read(text, directory);
  const ms = Math.round(performance.now() - start);
  if (!items) return { label, row: { note: 'not installed, or too old: skipped' }, examples: [] };
  const { counts, examples } = compare(expected, items, reader.foldsCase);
  return { label, row: { ...counts, ms, note: reader.note?.() ?? '' }, examples };
}

async function bundled(entry) {
  const outfile = join(directory, `${entry.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    tsconfig: 'tsconfig.json',
  });
  return import(pathToFileURL(outfile).href);
}
