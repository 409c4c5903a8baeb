import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { launchChromium } from '../support/launch';
import { bringIn, catchDownloads, downloadBy, lookThrough } from '../support/library-page';
import {
  asChromiumTest,
  launchBrowser,
  type TestBrowser,
  type TestTab,
} from '../support/test-browser';

/** A BibTeX entry; the paper is then `doi:10.5555/NAME`. */
function entry(name: string, title: string): string {
  return `@article{${name}, title={${title}}, author={Quill, Ada}, year={2031}, doi={10.5555/${name}}}`;
}

const idOf = (name: string) => `doi:10.5555/${name}`;
const LANTERNS = entry('lanterns', 'On the Keeping of Lanterns');
const HARBOURS = entry('harbours', 'A Survey of Quiet Harbours');
const BROKEN = '@article{broken, title={Never closed, author={Nobody}';
/** Two numbers of one archive: alike, and never made one unasked. */
const TWIN_IDS = ['3101.50001', '3101.50002'];
const TWINS = TWIN_IDS.map(
  (id) =>
    `@misc{t${id}, title={Counting Sheep With Sparse Autoencoders}, author={Example, Ada}, year={2031}, eprint={${id}}, archivePrefix={arXiv}}`,
).join('\n');

interface SavedRow {
  readonly id: string;
  readonly tags: readonly string[];
  readonly lists: readonly string[];
  readonly note: string;
}

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`the library page, in ${name}`, () => {
    let browser: TestBrowser;

    // One library for all of them: each has papers of its own.
    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
    });
    afterEach(() => expect(browser.extensionRequests).toEqual([]));
    afterAll(() => browser?.close());

    const saved = async (...names: readonly string[]) => {
      const rows = await browser.readTable<SavedRow>('library');
      return rows.filter(({ id }) => names.map(idOf).includes(id));
    };

    it('keeps tags, lists and notes, finds by them, and lets them out again', async () => {
      await bringIn(browser, `${HARBOURS}\n${LANTERNS}`);
      const tab = await openPaper(browser, 'On the Keeping of Lanterns');
      await tab.fill('input[aria-label="Tags"]', 'light');
      await tab.key('Enter');
      await tab.waitForText('Tags changed.');
      await tab.fill('input[aria-label="Lists"]', 'Thesis');
      await tab.key('Enter');
      await tab.waitForText('Lists changed.');
      await tab.press('Edit', '.detail');
      await tab.fill('textarea[aria-label="Note"]', 'Read the *third* chapter');
      await tab.press('Done', '.detail');
      await tab.waitFor('.detail em');
      expect(await saved('lanterns')).toMatchObject([
        { tags: ['light'], lists: ['Thesis'], note: 'Read the *third* chapter' },
      ]);

      await tab.fill('input[aria-label="Search your papers"]', 'tag:light');
      await showsRows(tab, ['On the Keeping of Lanterns']);

      await catchDownloads(tab);
      const backup = JSON.parse(await exportAs(tab, 'Everything (2)', 'Paperkin backup'));
      expect(backup.lists).toEqual(['Thesis']);
      expect(backup.papers).toHaveLength(2);
      const bibtex = await exportAs(tab, 'Found (1)', 'BibTeX');
      expect(bibtex).toMatch(/^@article\{lanterns,[^@]*Lanterns[^@]*$/);
      await tab.close();
    });

    it('asks how the papers of its address shall leave, and lets out those alone', async () => {
      await bringIn(browser, `${entry('oars', 'Oars')}\n${entry('sails', 'Sails')}`);
      const named = encodeURIComponent(idOf('oars'));
      const tab = await browser.openExtensionPage(`library.html#export=${named}`);
      await catchDownloads(tab);
      const text = await downloadBy(tab, async () => {
        await tab.choose('These papers (1)', '.modal');
        await tab.choose('RIS', '.modal');
        await tab.press('Save as a file', '.modal');
      });
      const lines = text.split('\r\n');
      expect(lines.filter((line) => line.startsWith('TI'))).toEqual(['TI  - Oars']);
      await tab.close();
    });

    it('puts a removed paper into the bin and takes it out of it', async () => {
      await bringIn(browser, entry('bridges', 'Bridges That Sing'));
      const tab = await openPaper(browser, 'Bridges That Sing');
      await tab.press('Remove', '.detail');
      await tab.waitForText('Moved to the bin.');
      expect(await saved('bridges')).toEqual([]);
      await tab.click('.nav-pages li:last-child .nav-link');
      await tab.click('input[aria-label="Select: Bridges That Sing"]');
      await tab.press('Restore', '.library-main');
      await tab.waitForText('Restored.');
      expect(await saved('bridges')).toHaveLength(1);
      await tab.close();
    });

    it('puts papers into “Read next”, keeps their order, and moves them by key and by mouse', async () => {
      const names = ['tides', 'sails', 'ropes'];
      await bringIn(browser, names.map((one) => entry(one, `Of ${one}`)).join('\n'));
      for (const one of names) {
        const tab = await openPaper(browser, `Of ${one}`);
        await tab.press('Read next', '.detail');
        await tab.waitForText('Put into “Read next”.');
        await tab.close();
      }
      const tab = await browser.openExtensionPage('library.html#next');
      await showsRows(tab, ['Of tides', 'Of sails', 'Of ropes']);
      await tab.key('Escape'); // out of the search box
      await tab.key('J');
      await showsRows(tab, ['Of sails', 'Of tides', 'Of ropes']);
      await tab.drag('tr:nth-child(3) .row-grip', 'tr:nth-child(1) .row-grip');
      await showsRows(tab, ['Of ropes', 'Of sails', 'Of tides']);
      await tab.press('Undo', '.toast');
      await showsRows(tab, ['Of sails', 'Of tides', 'Of ropes']);
      await tab.close();
      const again = await browser.openExtensionPage('library.html#next');
      await showsRows(again, ['Of sails', 'Of tides', 'Of ropes']);
      await again.close();
    });

    it('renames a list with its papers, and lets go of a kept search', async () => {
      await bringIn(browser, entry('nets', 'Of nets'));
      const tab = await openPaper(browser, 'Of nets');
      await tab.fill('input[aria-label="Lists"]', 'Harbour');
      await tab.key('Enter');
      await tab.waitFor('[aria-label="Edit list Harbour"]');
      await tab.press('Edit list Harbour', 'body');
      await tab.fill('.modal input', 'Docks');
      await tab.press('Rename', '.modal');
      await tab.waitFor('[aria-label="Edit list Docks"]');
      expect(await saved('nets')).toMatchObject([{ lists: ['Docks'] }]);

      await tab.press('Keep this search', '.library-main');
      await tab.fill('.modal input', 'Nets');
      await tab.press('Save', '.modal');
      await tab.waitFor('[aria-label="Edit search Nets"]');
      await tab.press('Edit search Nets', 'body');
      await tab.press('Delete the search', '.modal');
      await tab.evaluate(async () => {
        while (document.querySelector('[aria-label="Edit search Nets"]'))
          await new Promise((resolve) => setTimeout(resolve, 20));
      }, null);
      await tab.close();
    });

    it('shows what a file would do, does it, and takes it back as one', async () => {
      const wells = entry('wells', 'Wells in Dry Years');
      await bringIn(browser, wells);
      const tab = await lookThrough(browser, `${wells}\n${entry('mills', 'Mills')}\n${BROKEN}`);
      await tab.waitForText('1 new paper');
      await tab.waitForText('1 already there, nothing to add');
      await tab.waitForText('1 entry could not be read');
      expect(await saved('mills')).toEqual([]);
      await tab.press('Import 1 paper', '.import-preview');
      await tab.waitForText('Undo the import');
      expect(await saved('wells', 'mills')).toHaveLength(2);
      await tab.press('Undo the import', '.library-main');
      await tab.waitForText('Undone.');
      expect(await saved('wells', 'mills')).toMatchObject([{ id: idOf('wells') }]);
      await tab.close();
    });

    it('offers what looks double for merging, and asks no more once the two are said to be two', async () => {
      const twins = async () => {
        const rows = await browser.readTable<SavedRow>('library');
        return rows.filter(({ id }) => TWIN_IDS.includes(id.replace('arxiv:', '')));
      };
      await bringIn(browser, TWINS);
      const tab = await openPaper(browser, 'Counting Sheep With Sparse Autoencoders');
      await tab.waitForText('Possible duplicates');
      await tab.press('Merge', '.duplicates');
      await tab.waitForText('Merged.');
      expect(await twins()).toHaveLength(1);
      await tab.press('Undo', '.toast');
      await tab.waitFor('.duplicates');
      expect(await twins()).toHaveLength(2);
      await tab.press('Not the same paper', '.duplicates');
      await tab.evaluate(async () => {
        while (document.querySelector('.duplicates'))
          await new Promise((resolve) => setTimeout(resolve, 20));
      }, null);
      expect(await twins()).toHaveLength(2);
      await tab.close();
    });

    it('forgets what was seen, and nothing that was saved', async () => {
      const [first] = feedPapers;
      if (!first) throw new Error('the demo has no papers');
      const key = `arxiv:${first.id}`;
      const feed = await browser.open(FEED_ADDRESS);
      await feed.press('Save', badgeOf(key));
      await feed.waitFor(`${badgeOf(key)}[data-state="saved"]`);
      const tab = await browser.openExtensionPage('library.html#settings');
      await tab.press('Forget all seen papers', '.library-main');
      await tab.press('Forget', '.modal');
      await tab.waitForText('What was seen and not saved is forgotten.');
      const ids = async (table: string) =>
        (await browser.readTable<{ id: string }>(table)).map(({ id }) => id).sort();
      expect(await ids('library')).toContain(key);
      expect(await ids('papers')).toEqual(await ids('library'));
      await tab.close();
      await feed.close();
    });

    it('makes a copy of itself and goes back to it', async () => {
      await bringIn(browser, entry('ferries', 'Ferries at Night'));
      const health = await browser.openExtensionPage('library.html#health');
      await health.press('Make a copy now', '.health');
      await health.waitFor('.health-snapshots li');
      const tab = await openPaper(browser, 'Ferries at Night');
      await tab.press('Remove', '.detail');
      await tab.waitForText('Moved to the bin.');
      expect(await saved('ferries')).toEqual([]);
      await health.click('.health-snapshots .button');
      await health.waitForText('Restored');
      expect(await saved('ferries')).toHaveLength(1);
      await tab.close();
      await health.close();
    });

    it('counts what was saved, and lays out a map of it', async () => {
      const many = Array.from({ length: 12 }, (_, i) =>
        entry(`kite${i}`, `Flying kites ${['over water', 'at dusk', 'in rain'][i % 3]}, part ${i}`),
      );
      await bringIn(browser, many.join('\n'));
      const { length } = await browser.readTable('library');
      const tab = await browser.openExtensionPage('library.html#statistics');
      await tab.waitForText(`${length} papers saved`);
      await tab.close();
      const map = await browser.openExtensionPage('library.html#map');
      await map.waitFor('.map-list summary');
      await map.click('.map-list summary');
      await map.click('.map-list li button');
      await map.waitFor('.detail');
      await map.close();
    });
  });
}

describe('the pages as built', () => {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  it('have nothing for axe to find, light or dark', async () => {
    const browser = await launchChromium();
    try {
      await bringIn(asChromiumTest(browser), `${LANTERNS}\n${HARBOURS}\n${TWINS}`);
      const found: string[] = [];
      for (const [path, ready] of PAGES) {
        const page = await browser.openExtensionPage(path);
        await page.locator(ready).first().waitFor();
        await page.evaluate(readFileSync(source, 'utf8'));
        for (const colorScheme of ['light', 'dark'] as const) {
          // No transition: colours half way from one to the other are nobody's.
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const findings = await axeFindings(page);
          found.push(...findings.map((finding) => `${path}, ${colorScheme}: ${finding}`));
        }
        await page.close();
      }
      expect(found).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Each page, and what stands in it once it is whole. */
const PAGES = [
  ['library.html', '.row-title, .table-title'],
  ['library.html#doi:10.5555/lanterns', '.detail h3'],
  ['library.html#arxiv:3101.50001', '.detail h3'],
  ['library.html#next', '.empty'],
  ['library.html#bin', '.empty'],
  ['library.html#map', '.empty'],
  ['library.html#statistics', '.statistics h3'],
  ['library.html#history', '.history-list li'],
  ['library.html#import', '.import-text'],
  ['library.html#settings', 'main h3'],
  ['library.html#health', 'main h3'],
  ['library.html#welcome', '#app h1'],
  ['popup.html', '.row-title'],
  ['recovery.html', '#app h1'],
] as const;

/** The library with a paper found by its title, its details open. */
async function openPaper(browser: TestBrowser, title: string): Promise<TestTab> {
  const tab = await browser.openExtensionPage('library.html');
  await tab.fill('input[aria-label="Search your papers"]', title);
  await tab.evaluate(async (wanted) => {
    while (document.querySelector('.table-title')?.textContent !== wanted)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }, title);
  await tab.click('.table-title');
  await tab.waitFor('.detail');
  return tab;
}

/** Resolves once the table holds these titles and no others. */
function showsRows(tab: TestTab, titles: readonly string[]): Promise<void> {
  return tab.evaluate(async (wanted) => {
    const shown = () =>
      [...document.querySelectorAll('.table-title')].map(({ textContent }) => textContent).join();
    while (shown() !== wanted) await new Promise((resolve) => setTimeout(resolve, 20));
  }, titles.join());
}

function exportAs(tab: TestTab, scope: string, format: string): Promise<string> {
  return downloadBy(tab, async () => {
    await tab.press('Export', '.rows-head');
    await tab.choose(scope, '.modal');
    await tab.choose(format, '.modal');
    await tab.press('Save as a file', '.modal');
  });
}
