import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangePaper } from '../../lib/core/exchange';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite } from '../../scripts/demo/demo-site';
import { BROWSERS, badgeOf } from '../support/both-browsers';
import { fillLibrary } from '../support/fill-library';
import { Hands } from '../support/hands';
import { catchDownloads, downloadBy } from '../support/library-page';
import { readTable } from '../support/read-table';
import { pagesAt } from '../support/served-pages';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

const PAPERS = 5000;
const ROWS = 500;
const LISTING = 'https://arxiv.org/list/cs.LG/recent?skip=0&show=500';
const about = (number: number, title: string) => ({
  id: `arxiv:3103.0000${number}`,
  title,
  authors: [{ name: 'Ada Quill' }],
  abstract: 'How lighthouse keepers and gulls share the attention that a harbour asks of them.',
});
const LAMPS = about(1, 'Selective Attention of Lighthouse Keepers');
const GULLS = about(2, 'Navigation of Gulls Between Harbours');
const FOGHORNS = about(3, 'Foghorns and the Hearing of Lighthouse Keepers');
const BUOYS = about(4, 'Buoys as Perches of Gulls');
const OWN: readonly ExchangePaper[] = [LAMPS, GULLS, FOGHORNS, BUOYS];
const [first, second] = feedPapers.map(({ id }) => id);
if (!first || !second) throw new Error('the demo has no papers');

/**
 * What the same takes elsewhere as we know those programs, not counted by running them; null where it
 * cannot be done. PaperMemory keeps whatever is visited, one page at a time, and searches letter by
 * letter as typed. The README has the table: change both.
 */
const ELSEWHERE: Readonly<Record<Journey, { paperMemory: number | null; zotero: number | null }>> =
  {
    'save from a page': { paperMemory: 0, zotero: 1 },
    'save ten of a listing of 500': { paperMemory: 10, zotero: 12 },
    'find one of 5,000 by a misspelt phrase': { paperMemory: null, zotero: null },
    'read its related': { paperMemory: null, zotero: null },
    'tag, list, note': { paperMemory: null, zotero: 7 },
    export: { paperMemory: 4, zotero: 5 },
    'restore from the bin': { paperMemory: null, zotero: 3 },
    import: { paperMemory: 4, zotero: 6 },
  };
type Journey =
  | 'save from a page'
  | 'save ten of a listing of 500'
  | 'find one of 5,000 by a misspelt phrase'
  | 'read its related'
  | 'tag, list, note'
  | 'export'
  | 'restore from the bin'
  | 'import';

interface Count {
  clicks: number;
  keys: number;
}
const counts = new Map<string, Count>();

afterAll(() => {
  console.table(
    Object.fromEntries(
      Object.entries(ELSEWHERE).map(([journey, elsewhere]) => [
        journey,
        {
          'clicks by mouse': counts.get(`${journey} by mouse`)?.clicks,
          'keys typed besides': counts.get(`${journey} by mouse`)?.keys,
          'keys alone': counts.get(`${journey} by keys`)?.keys,
          'PaperMemory, clicks': elsewhere.paperMemory ?? 'no',
          'Zotero, clicks': elsewhere.zotero ?? 'no',
        },
      ]),
    ),
  );
});

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`with ${PAPERS} papers, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      browser.web.add(demoSite);
      browser.web.add(pagesAt({ [LISTING]: listing() }));
      await fillLibrary(browser, PAPERS, OWN);
    }, 120_000);
    afterAll(async () => {
      expect(browser?.extensionRequests).toEqual([]);
      await browser?.close();
    });

    const savedIds = async () => {
      const tab = await browser.openExtensionPage('manifest.json');
      const ids = await tab.evaluate(readTable, { name: 'library', what: 'getAllKeys' } as const);
      await tab.close();
      return ids;
    };
    const note = (journey: Journey, way: 'mouse' | 'keys', { clicks, keys }: Hands) =>
      counts.set(`${journey} by ${way}`, { clicks, keys });
    /** The popup over a tab, as the toolbar or its shortcut would open it. */
    const popupOver = async (tab: TestTab, way: 'click' | 'key') => {
      const address = await tab.evaluate(() => location.href, null);
      const asker = await browser.openExtensionPage('manifest.json');
      const id = await asker.evaluate(
        async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
        address,
      );
      await asker.close();
      const hands = new Hands(await browser.openExtensionPage(`popup.html?tab=${id}`));
      await hands.byBrowser(way);
      return hands;
    };

    it('saves the paper of a page by one click on its mark', async () => {
      const hands = new Hands(await browser.open(`https://arxiv.org/abs/${first}`));
      await hands.tab.waitFor('paperkin-badge');
      await hands.press('Save', badgeOf(`arxiv:${first}`));
      await hands.tab.waitFor('paperkin-badge[data-state="saved"]');
      expect(await savedIds()).toContain(`arxiv:${first}`);
      note('save from a page', 'mouse', hands);
      expect(hands.clicks).toBe(1);
      await hands.tab.close();
    });

    it('saves the paper of a page by two keys', async () => {
      const page = await browser.open(`https://arxiv.org/abs/${second}`);
      await page.waitFor('paperkin-badge');
      const hands = await popupOver(page, 'key');
      await hands.tab.waitFor('.paper-form');
      await hands.key('s');
      await page.waitFor('paperkin-badge[data-state="saved"]');
      expect(await savedIds()).toContain(`arxiv:${second}`);
      note('save from a page', 'keys', hands);
      expect(hands.keys).toBe(2);
      await hands.tab.close();
      await page.close();
    });

    it.each(['mouse', 'keys'] as const)('saves ten of a listing by %s', async (way) => {
      const page = await browser.open(LISTING);
      await page.waitFor('paperkin-badge');
      const hands = await popupOver(page, way === 'mouse' ? 'click' : 'key');
      await hands.tab.waitForText(`${ROWS} papers found on this page`);
      const before = (await savedIds()).length;
      if (way === 'mouse') {
        for (const n of Array.from({ length: 10 }, (_, i) => i + 1))
          await hands.click(checkOf(titleOf(n)));
        await hands.press('Save 10 papers', '.bar');
      } else {
        // The ten that the mouse saved stand above.
        for (let i = 0; i < 10; i++) await hands.tab.key('j');
        // Each press chooses the row and the next.
        for (let i = 0; i < 9; i++) await hands.key('X');
        await hands.key('s');
      }
      await hands.tab.waitForText('Saved 10 papers.');
      expect((await savedIds()).length).toBe(before + 10);
      note('save ten of a listing of 500', way, hands);
      await hands.tab.close();
      await page.close();
    });

    it.each(['mouse', 'keys'] as const)(
      'finds one by a misspelt phrase, shows what is related to it, labels and exports it, by %s',
      async (way) => {
        const wanted = way === 'mouse' ? LAMPS : GULLS;
        const phrase = way === 'mouse' ? 'litehouse keepers atention' : 'gul naviggation harbors';
        const finding = new Hands(await browser.openExtensionPage('library.html'));
        const { tab } = finding;
        await tab.waitFor('.table-title');
        await catchDownloads(tab);
        if (way === 'mouse') await finding.click('.search-field input');
        await finding.type(phrase);
        const top = await firstTitle(tab, wanted.title);
        expect(top).toBe(wanted.title);
        if (way === 'mouse') await finding.click('.table-title');
        else await finding.key('Enter');
        await tab.waitFor('.detail-related li');
        note('find one of 5,000 by a misspelt phrase', way, finding);

        const reading = new Hands(tab);
        expect(await tab.count('.detail-related li')).toBeGreaterThan(0);
        note('read its related', way, reading);

        const labelling = new Hands(tab);
        const tag = `tag of ${way}`;
        if (way === 'mouse') {
          await labelling.click('.detail input[aria-label="Tags"]');
          await labelling.type(tag);
          await labelling.click('.detail input[aria-label="Lists"]');
          await tab.waitForText('Tags changed.');
          await labelling.type('Thesis');
          await labelling.press('Edit', '.detail');
          await tab.waitForText('Lists changed.');
        } else {
          await labelling.key('t');
          await tab.waitFor('.modal[open]');
          await labelling.type(tag);
          await labelling.key('Enter', 'Tab');
          await labelling.type('Thesis');
          await labelling.key('Enter', 'Enter');
          await tab.waitForText('Tags and lists changed.');
          await labelling.key('n');
        }
        await tab.waitFor('section .note-field');
        await labelling.type('why');
        if (way === 'mouse') await labelling.press('Done', '.detail');
        else await labelling.key('Escape');
        await tab.waitForText('Note kept.');
        const entry = await entryOf(browser, wanted.id);
        expect(entry).toMatchObject({ tags: [tag], lists: ['Thesis'], note: 'why' });
        note('tag, list, note', way, labelling);

        const exporting = new Hands(tab);
        if (way === 'mouse') await exporting.press('Export', '.rows-head');
        else await exporting.key('e');
        await tab.waitFor('.modal[open]');
        const bibtex = await downloadBy(tab, () =>
          way === 'mouse' ? exporting.press('Save as a file', '.modal') : exporting.key('Enter'),
        );
        expect(bibtex).toMatch(/^@/);
        note('export', way, exporting);
        await tab.close();
      },
    );

    it.each(['mouse', 'keys'] as const)('brings a paper back from the bin by %s', async (way) => {
      const wanted = way === 'mouse' ? FOGHORNS : BUOYS;
      await remove(browser, wanted.id);
      const hands = new Hands(await browser.openExtensionPage('library.html#settings'));
      await hands.tab.waitFor('.settings');
      if (way === 'mouse') {
        await hands.click('.nav-pages li:last-child .nav-link');
        await hands.click(checkOf(wanted.title));
        await hands.press('Restore', '.bar');
      } else {
        await hands.key('g');
        await hands.tab.waitFor('.modal[open]');
        await hands.type('bin');
        await hands.key('Enter');
        await hands.tab.waitForText(wanted.title);
        await hands.key('s');
      }
      await hands.tab.waitForText('Restored.');
      expect(await savedIds()).toContain(wanted.id);
      note('restore from the bin', way, hands);
      await hands.tab.close();
    });

    it.each(['mouse', 'keys'] as const)('takes a BibTeX entry in by %s', async (way) => {
      const hands = new Hands(await browser.openExtensionPage('library.html'));
      const { tab } = hands;
      await tab.waitFor('.table-title');
      const bibtex = `@article{${way}, title={Lanterns by ${way}}, doi={10.5555/${way}}}`;
      if (way === 'mouse') {
        await hands.press('Import', '.nav-pages');
        await hands.click('.import-text textarea');
        await tab.fill('.import-text textarea', bibtex);
        await hands.press('Look through', '.import-text');
        await hands.press('Import 1 paper', '.import-preview');
      } else {
        await hands.key('Escape', 'g');
        await tab.waitFor('.modal[open]');
        await hands.type('imp');
        await hands.key('Enter');
        await tab.waitFor('.import-text textarea');
        await tab.fill('.import-text textarea', bibtex);
        await hands.key('Tab', 'Enter');
        await tab.waitFor('.import-preview .button-primary:focus');
        await hands.key('Enter');
      }
      await tab.waitForText('Undo the import');
      expect(await savedIds()).toContain(`doi:10.5555/${way}`);
      note('import', way, hands);
      await tab.close();
    });
  });
}

const titleOf = (n: number) => `Lighthouse number ${n}`;
const checkOf = (title: string) => `input[aria-label="Select: ${title}"]`;

/** An arXiv listing of 500 papers. */
function listing(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const id = `3102.${String(i + 1).padStart(5, '0')}`;
    return `<dt><a name="item${i + 1}">[${i + 1}]</a>
      <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
      <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span>
      ${titleOf(i + 1)}</div><div class="list-authors"><a href="/search">Ada Quill</a></div>
      <div class="list-subjects"><span class="descriptor">Subjects:</span>
      <span class="primary-subject">Machine Learning (cs.LG)</span></div></div></dd>`;
  });
  return `<!doctype html><title>Machine Learning</title><div id="content"><div id="content-inner">
    <div id="dlpage"><h1>Machine Learning</h1><dl id="articles">${rows.join('')}</dl></div></div></div>`;
}

/** The title of the first row, once it is the one that is looked for, or after five seconds. */
function firstTitle(tab: TestTab, wanted: string): Promise<string> {
  return tab.evaluate(async (title) => {
    const endMs = Date.now() + 5000;
    const first = () => document.querySelector('.table-title')?.textContent ?? '';
    while (first() !== title && Date.now() < endMs)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return first();
  }, wanted);
}

async function entryOf(browser: TestBrowser, id: string): Promise<unknown> {
  const rows = await browser.readTable<{ id: string }>('library');
  return rows.find((row) => row.id === id);
}

async function remove(browser: TestBrowser, id: string): Promise<void> {
  const tab = await browser.openExtensionPage('manifest.json');
  await tab.evaluate(
    (ids) =>
      chrome.runtime.sendMessage({
        type: 'library.remove',
        request: { opId: `removing-${Date.now()}`, ids },
      }),
    [id],
  );
  await tab.close();
}
