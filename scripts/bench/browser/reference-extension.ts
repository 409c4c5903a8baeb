import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_KEY } from '../../browsers/test-extension';

export const EMPTY_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, respond) => respond("pong"));';

const STYLE = `<style>body{width:400px;margin:0;font:13px sans-serif}
.row{height:64px;overflow:hidden;border-bottom:1px solid #ddd}</style>`;

/** An empty list, drawn by a script as small as can be. */
const EMPTY = 'document.getElementById("app").textContent = "No papers yet";';

/** PaperMemory's way: all papers out of one stored object, a row for each. */
const ALL_ROWS = `chrome.storage.local.get("papers").then(({ papers }) => {
  const app = document.getElementById("app");
  for (const paper of Object.values(papers ?? {})) {
    const row = document.createElement("div");
    row.className = "row";
    for (const text of [paper.title, paper.authors.map(({ name }) => name).join(", "), paper.date]) {
      row.append(Object.assign(document.createElement("div"), { textContent: text }));
    }
    for (const name of ["Open", "PDF", "Copy"]) {
      row.append(Object.assign(document.createElement("button"), { textContent: name }));
    }
    app.append(row);
  }
});`;

/**
 * Builds an extension that Paperkin is measured beside: a worker that only answers (or the one
 * given), an empty popup and one that draws every paper. It has the same address as the test build.
 */
export function buildReferenceExtension(dir: string, worker = EMPTY_WORKER): string {
  mkdirSync(dir, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  write('worker.js', worker);
  for (const [name, script] of [
    ['empty', EMPTY],
    ['all-rows', ALL_ROWS],
  ] as const) {
    write(`${name}.js`, script);
    write(
      `${name}.html`,
      `<!doctype html><meta charset=utf-8>${STYLE}<div id=app></div><script src=${name}.js></script>`,
    );
  }
  write(
    'manifest.json',
    JSON.stringify({
      manifest_version: 3,
      name: 'Reference',
      version: '1',
      key: TEST_KEY,
      permissions: ['storage', 'unlimitedStorage'],
      background: { service_worker: 'worker.js' },
    }),
  );
  return dir;
}
