import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { bringIn, catchDownloads, lastDownload, lookThrough } from '../support/library-page';
import {
  asChromiumTest,
  launchBrowser,
  type TestBrowser,
  type TestTab,
} from '../support/test-browser';

const LANTERNS =
  '@article{quill2031, title={On the Keeping of Lanterns}, author={Quill, Ada}, year={2031}, doi={10.5555/lanterns}}';
const HARBOURS =
  '@article{reed2030, title={A Survey of Quiet Harbours}, author={Reed, Bo}, year={2030}, doi={10.5555/harbours}}';
const BROKEN = '@article{broken, title={Never closed, author={Nobody}';
/** Two numbers of one archive: alike, and never made one unasked. */
const TWINS = ['3101.50001', '3101.50002']
  .map(
    (id) =>
      `@misc{t${id}, title={Counting Sheep With Sparse Autoencoders}, author={Example, Ada}, year={2031}, eprint={${id}}, archivePrefix={arXiv}}`,
  )
  .join('\n');

interface SavedRow {
  readonly id: string;
  readonly tags: readonly string[];
  readonly lists: readonly string[];
  readonly note: string;
}

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`the library page, in ${name}`, () => {
    let browser: TestBrowser;

    beforeEach(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
    });
    afterEach(async () => {
      expect(browser.extensionRequests).toEqual([]);
      await browser.close();
    });

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
      const rows = await browser.readTable<SavedRow>('library');
      expect(rows.find(({ id }) => id === 'doi:10.5555/lanterns')).toMatchObject({
        tags: ['light'],
        lists: ['Thesis'],
        note: 'Read the *third* chapter',
      });

      await tab.fill('input[aria-label="Search your papers"]', 'tag:light');
      await tab.waitForText('1 paper');
      expect(await rowTitles(tab)).toEqual(['On the Keeping of Lanterns']);

      await catchDownloads(tab);
      await exportAs(tab, 'Everything (2)', 'Paperkin backup');
      const backup = JSON.parse(await lastDownload(tab));
      expect(backup.lists).toEqual(['Thesis']);
      expect(backup.papers).toHaveLength(2);
      await exportAs(tab, 'All (1)', 'BibTeX');
      expect(await lastDownload(tab)).toMatch(/^@article\{quill2031,[^@]*Lanterns[^@]*$/);
      await tab.close();
    });

    it('puts a removed paper into the bin and takes it out of it', async () => {
      await bringIn(browser, LANTERNS);
      const tab = await openPaper(browser, 'On the Keeping of Lanterns');
      await tab.press('Remove', '.detail');
      await tab.waitForText('Moved to the bin.');
      expect(await browser.readTable('library')).toEqual([]);
      await tab.click('.nav-pages li:last-child .nav-link');
      await tab.choose('Select: On the Keeping of Lanterns', 'checkbox');
      await tab.press('Restore', '.library-main');
      await tab.waitForText('Restored.');
      expect(await browser.readTable('library')).toMatchObject([{ id: 'doi:10.5555/lanterns' }]);
      await tab.close();
    });

    it('shows what a file would do, does it, and takes it back as one', async () => {
      await bringIn(browser, LANTERNS);
      const tab = await lookThrough(browser, `${LANTERNS}\n${HARBOURS}\n${BROKEN}`);
      await tab.waitForText('1 new paper');
      await tab.waitForText('1 already there, nothing to add');
      await tab.waitForText('1 entry could not be read');
      expect(await browser.readTable('library')).toHaveLength(1);
      await tab.press('Import 1 paper', '.import-preview');
      await tab.waitForText('Undo the import');
      expect(await browser.readTable('library')).toHaveLength(2);
      await tab.press('Undo the import', '.library-main');
      await tab.waitForText('Undone.');
      expect(await browser.readTable('library')).toMatchObject([{ id: 'doi:10.5555/lanterns' }]);
      await tab.close();
    });

    it('offers what looks double for merging, and undoes the merge', async () => {
      await bringIn(browser, TWINS);
      const tab = await openPaper(browser, 'Counting Sheep With Sparse Autoencoders');
      await tab.waitForText('Possible duplicates');
      await tab.press('Merge', '.duplicates');
      await tab.waitForText('Merged.');
      expect(await browser.readTable('library')).toHaveLength(1);
      await tab.press('Undo', '.toast');
      await tab.waitForText('Undone');
      expect(await browser.readTable('library')).toHaveLength(2);
      await tab.close();
    });

    it('does not ask again about two that were said to be two', async () => {
      await bringIn(browser, TWINS);
      const tab = await openPaper(browser, 'Counting Sheep With Sparse Autoencoders');
      await tab.press('Not the same paper', '.duplicates');
      await tab.evaluate(async () => {
        while (document.querySelector('.duplicates')) await new Promise(requestAnimationFrame);
      }, null);
      expect(await browser.readTable('library')).toHaveLength(2);
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
      expect(await browser.readTable('papers')).toMatchObject([{ id: key }]);
      await tab.close();
    });

    it('makes a copy of itself and goes back to it', async () => {
      await bringIn(browser, LANTERNS);
      const health = await browser.openExtensionPage('library.html#health');
      await health.press('Make a copy now', '.health');
      await health.waitFor('.health-snapshots li');
      const tab = await openPaper(browser, 'On the Keeping of Lanterns');
      await tab.press('Remove', '.detail');
      await tab.waitForText('Moved to the bin.');
      await health.click('.health-snapshots .button');
      await health.waitForText('Restored.');
      expect(await browser.readTable('library')).toMatchObject([{ id: 'doi:10.5555/lanterns' }]);
      await tab.close();
    });

    it('counts what was saved, and lays out a map of it', async () => {
      const many = Array.from({ length: 12 }, (_, i) =>
        LANTERNS.replace('quill2031', `q${i}`)
          .replace('10.5555/lanterns', `10.5555/l${i}`)
          .replace('Keeping of', `Keeping and ${'Trimming '.repeat(1 + (i % 3))}of ${i}`),
      );
      await bringIn(browser, many.join('\n'));
      const tab = await browser.openExtensionPage('library.html#statistics');
      await tab.waitForText('12 papers saved');
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
  let browser: Chromium;
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  beforeEach(async () => {
    browser = await launchChromium();
  });
  afterEach(() => browser.close());

  it.each(['light', 'dark'] as const)('have nothing for axe to find, %s', async (colorScheme) => {
    await bringIn(asChromiumTest(browser), `${LANTERNS}\n${HARBOURS}\n${TWINS}`);
    const found: string[] = [];
    for (const path of PAGES) {
      const page = await browser.context.newPage();
      await page.emulateMedia({ colorScheme });
      await page.goto(browser.addressOf(path));
      await page.locator('#app h1, #app h2, #app [role=tab]').first().waitFor();
      await page.evaluate(readFileSync(source, 'utf8'));
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ['violations'],
        }),
      );
      for (const { id, nodes } of violations)
        found.push(`${path}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      await page.close();
    }
    expect(found).toEqual([]);
  });
});

const PAGES = [
  'library.html',
  'library.html#doi:10.5555/lanterns',
  'library.html#arxiv:3101.50001',
  'library.html#map',
  'library.html#statistics',
  'library.html#import',
  'library.html#settings',
  'library.html#health',
  'library.html#welcome',
  'popup.html',
  'recovery.html',
];

/** The library with the details of its first paper, of that title, open. */
async function openPaper(browser: TestBrowser, title: string): Promise<TestTab> {
  const tab = await browser.openExtensionPage('library.html');
  await tab.waitForText(title);
  await tab.click('.table-title');
  await tab.waitFor('.detail');
  return tab;
}

function rowTitles(tab: TestTab): Promise<(string | null)[]> {
  return tab.evaluate(
    () => [...document.querySelectorAll('.paper-table .table-title')].map((one) => one.textContent),
    null,
  );
}

async function exportAs(tab: TestTab, scope: string, format: string): Promise<void> {
  await tab.press('Export', '.rows-head');
  await tab.choose(scope, 'radio');
  await tab.choose(format, 'radio');
  await tab.press('Save as a file', '.modal');
  await tab.waitForText('Exported');
}
