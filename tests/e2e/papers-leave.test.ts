import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPapers, feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { bringIn } from '../support/library-page';
import { tellMenu } from '../support/tell-menu';
import { asChromiumTest } from '../support/test-browser';

const entry = (name: string, title: string) =>
  `@article{${name}, title={${title}}, author={Quill, Ada}, year={2031}, doi={10.5555/${name}}}`;

describe('papers leave', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await launchChromium();
    browser.web.add(demoSite);
    await browser.context.grantPermissions(['clipboard-read']);
    const many = Array.from({ length: 620 }, (_, i) => entry(`sheep${i}`, `Sheep number ${i}`));
    const text = [entry('lanterns', 'On Lanterns'), entry('wells', 'On Wells'), ...many].join('\n');
    await bringIn(asChromiumTest(browser), text);
  });
  afterAll(async () => {
    expect(browser.extensionRequests).toEqual([]);
    expect(browser.extensionErrors).toEqual([]);
    await browser.close();
  });

  /** The file that the dialog of a page saves in this format. */
  async function saveAs(page: Page, format: string): Promise<Buffer> {
    const dir = mkdtempSync(join(tmpdir(), 'paperkin-export-'));
    await page.getByRole('radio', { name: format, exact: true }).check();
    const button = page.getByRole('button', { name: 'Save as a file' });
    const bytes = readFileSync(await browser.download(dir, () => button.click()));
    rmSync(dir, { recursive: true });
    return bytes;
  }

  /** The page of ours that opens meanwhile. */
  async function openedBy(work: () => Promise<unknown>): Promise<Page> {
    const opened = browser.context.waitForEvent('page');
    await work();
    return opened;
  }

  const clipboard = (page: Page) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const texts = (item?.types ?? []).map(async (type) => [
        type,
        await (await item?.getType(type))?.text(),
      ]);
      return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
    });

  it('from a listing: those in view, saved or not', async () => {
    const feed = await browser.open(FEED_ADDRESS);
    await feed.locator('paperkin-bar button').first().click();
    await feed.getByRole('button', { name: 'Choose papers' }).click();
    const page = await openedBy(() => feed.getByRole('button', { name: 'Export' }).click());
    const these = page.getByRole('radio', { name: `These papers (${feedPapers.length})` });
    expect(await these.isChecked()).toBe(true);
    const text = String(await saveAs(page, 'BibTeX'));
    expect(text.match(/^@/gm)).toHaveLength(feedPapers.length);
    for (const { id } of feedPapers) expect(text).toContain(`eprint        = {${id}}`);
    await Promise.all([page.close(), feed.close()]);
  });

  it('from the context menu of a page', async () => {
    const [paper] = demoPapers;
    const address = `https://arxiv.org/abs/${paper?.id}`;
    const tab = await browser.open(address);
    const page = await openedBy(() => tellMenu(browser, address, { menuItemId: 'export-page' }));
    await page.getByRole('radio', { name: 'These papers (1)' }).waitFor();
    const [item] = JSON.parse(String(await saveAs(page, 'CSL-JSON')));
    expect(item.title).toBe(paper?.title);
    await Promise.all([page.close(), tab.close()]);
  });

  it('all that a search finds, not only the rows on screen', async () => {
    const page = await browser.openExtensionPage('library.html');
    await page.getByRole('textbox', { name: 'Search your papers' }).fill('sheep');
    await page.getByText('Sheep number').first().waitFor();
    await page.locator('.rows-head').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: 'Found (620)' }).check();
    const links = String(await saveAs(page, 'Plain links'));
    expect(links.trimEnd().split('\n')).toHaveLength(620);
    await page.close();
  });

  it('as one file for each paper, in an archive', async () => {
    const page = await browser.openExtensionPage('library.html');
    await page.getByRole('textbox', { name: 'Search your papers' }).fill('lanterns or wells');
    await page.getByText('On Wells').waitFor();
    await page.locator('.rows-head').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: 'Found (2)' }).check();
    const files = unzipSync(await saveAs(page, 'Obsidian notes'));
    expect(Object.keys(files).sort()).toEqual(['@lanterns.md', '@wells.md']);
    expect(strFromU8(files['@wells.md'] ?? new Uint8Array())).toContain('title: "On Wells"');
    await page.close();
  });

  it('to the clipboard as HTML and plain text together', async () => {
    const page = await browser.openExtensionPage('library.html');
    await page.getByRole('textbox', { name: 'Search your papers' }).fill('lanterns');
    await page.getByText('On Lanterns').waitFor();
    await page.locator('.rows-head').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: 'Found (1)' }).check();
    await page.getByRole('radio', { name: 'HTML list' }).check();
    await page.getByRole('button', { name: 'Copy to the clipboard' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await clipboard(page);
    expect(copied['text/html']).toContain('<a href="https://doi.org/10.5555/lanterns">');
    expect(copied['text/plain']).toBe(
      'Ada Quill (2031). On Lanterns. https://doi.org/10.5555/lanterns\n',
    );
    await page.close();
  });

  it.each([
    ['c', /^@article\{lanterns,/],
    ['i', /^Ada Quill \(2031\)\. On Lanterns\./],
    ['m', /^\[On Lanterns\]\(https:\/\/doi\.org\/10\.5555\/lanterns\)/],
  ])('to the clipboard with the key %s', async (key, form) => {
    const page = await browser.openExtensionPage('popup.html');
    await page.getByRole('tab', { name: /^Reading list/ }).click();
    await page.getByRole('textbox', { name: 'Search your papers' }).fill('lanterns');
    await page.getByText('On Lanterns').waitFor();
    await page.getByRole('textbox', { name: 'Search your papers' }).blur();
    await page.keyboard.press(key);
    await page.getByText('Copied').waitFor();
    expect((await clipboard(page))['text/plain']).toMatch(form);
    await page.close();
  });
});
