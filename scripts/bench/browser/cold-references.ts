import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildReferenceExtension, EMPTY_WORKER } from './reference-extension';

/** Extensions that show where the time of a cold start goes, by what their worker holds. */
export async function buildColdReferences(folder: string, extensionDir: string) {
  const make = (name: string, worker: string) =>
    buildReferenceExtension(join(folder, name), worker);
  const background = readFileSync(join(extensionDir, 'background.js'), 'utf8');
  return {
    empty: make('cold-empty', EMPTY_WORKER),
    dexie: make('cold-dexie', await bundle(`import 'dexie';${EMPTY_WORKER}`)),
    notRun: make('cold-not-run', `function neverCalled() {${background}}\n${EMPTY_WORKER}`),
    miniSearch: make('cold-minisearch', await bundle(MINISEARCH_WORKER)),
    indexRead: make('cold-index-read', await bundle(INDEX_READ_WORKER)),
  };
}

/** Reads an index kept as the text that MiniSearch makes of it (in-page.ts), and searches it. */
const MINISEARCH_WORKER = `
import MiniSearch from 'minisearch';
import { MINISEARCH_OPTIONS, readStored } from './scripts/bench/browser/minisearch-stored';
let index;
chrome.runtime.onMessage.addListener(({ text }, sender, respond) => {
  if (text === undefined) return respond('pong');
  index ??= readStored().then((json) => MiniSearch.loadJSON(json, MINISEARCH_OPTIONS));
  index.then((loaded) => respond(loaded.search(text).slice(0, 50)));
  return true;
});`;

/** Reads what any search of a whole index must (index-stored.ts): all of it, then the rows. */
const INDEX_READ_WORKER = `
import { openIndex, readRows } from './scripts/bench/browser/index-stored';
const opening = openIndex();
chrome.runtime.onMessage.addListener(({ keys }, sender, respond) => {
  if (keys === undefined) return respond('pong');
  opening.then((db) => readRows(db, keys)).then(respond);
  return true;
});`;

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
