/**
 * `npm run check:pages -- DIR [--json FILE]`: every page that DIR/INDEX.json names, served alone at
 * its own address to the built extension in real Chromium, and what the extension made of it
 * beside what the index expects. Exits with 1 when anything is wrong.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Chromium } from '../tests/support/chromium';
import { buildExtension } from './browsers/build-extension';
import { findChromiumHere } from './browsers/here';
import { allSitesTurnedOn, buildForAllSites } from './pages/all-sites-build';
import { type CheckedPage, checkPage } from './pages/check-page';
import { comparePapers } from './pages/compare-papers';
import { readPageIndex, readSavedPage, type SavedPage } from './pages/page-index';
import { printPage, printTotals } from './pages/print-report';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
});
// npm runs us in the project's folder; paths are meant from where it was called.
const calledFrom = process.env.INIT_CWD ?? process.cwd();
const dir = positionals[0];
const chromium = findChromiumHere();

if (!dir || positionals.length > 1) {
  console.error('Usage: npm run check:pages -- DIR [--json FILE]');
  process.exitCode = 1;
} else if (chromium.path === null) {
  console.error(chromium.advice);
  process.exitCode = 1;
} else {
  const checked = await checkFolder(resolve(calledFrom, dir), chromium.path);
  printTotals(checked);
  if (values.json) writeFileSync(resolve(calledFrom, values.json), toJson(checked));
  process.exitCode = checked.some(isFaulty) ? 1 : 0;
}

async function checkFolder(folder: string, program: string): Promise<CheckedPage[]> {
  const pages = readPageIndex(folder);
  const extensionDir = buildForAllSites(buildExtension('build:e2e'));
  const browser = await Chromium.launch({ program, extensionDir });
  try {
    const asker = await browser.openExtensionPage('manifest.json');
    await allSitesTurnedOn(asker);
    const checked: CheckedPage[] = [];
    for (const page of pages) {
      const one = await checkOne(browser, asker, folder, page);
      printPage(one);
      checked.push(one);
    }
    return checked;
  } finally {
    await browser.close();
  }
}

async function checkOne(
  browser: Chromium,
  asker: Parameters<typeof checkPage>[1],
  folder: string,
  page: SavedPage,
): Promise<CheckedPage> {
  const reading = await checkPage(browser, asker, page.address, readSavedPage(folder, page));
  const wrong = [
    ...comparePapers(page, reading.papers),
    ...reading.doubled.map((key) => `doubled control: ${key}`),
    ...reading.errors.map((error) => `error: ${error}`),
  ];
  return { page, reading, wrong };
}

function isFaulty({ page, wrong }: CheckedPage): boolean {
  return wrong.length > 0 && !page.isAmbiguous;
}

function toJson(checked: readonly CheckedPage[]): string {
  const rows = checked.map(({ page, reading }) => ({
    file: page.file,
    url: page.address,
    kind: reading.kind,
    papers: reading.papers.map(({ id, title, authors, abstract }) => ({
      id,
      title,
      authors,
      abstract,
    })),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
