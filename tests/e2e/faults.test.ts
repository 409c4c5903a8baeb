import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PaperCandidate } from '../../lib/core/paper';
import { feedPapers } from '../../scripts/demo/demo-papers';
import { demoSite, FEED_ADDRESS } from '../../scripts/demo/demo-site';
import { badgeOf } from '../support/both-browsers';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { readLibraryState } from '../support/library-state';
import { key, makeCandidate } from '../support/papers';
import { sendMessage } from '../support/send-message';
import { asChromiumTest } from '../support/test-browser';

const TABLES = ['papers', 'aliases', 'library', 'journal', 'bin', 'tombstones', 'meta'] as const;

let browser: Chromium;
let own: Page;
let operations = 0;

beforeAll(async () => {
  browser = await launchChromium();
  browser.web.add(demoSite);
});
beforeEach(async () => {
  own = await browser.openExtensionPage('manifest.json');
});
afterEach(() => browser.reset());
afterAll(() => browser?.close());

const save = (candidates: readonly PaperCandidate[], page = own) =>
  sendMessage(page, 'papers.save', { opId: `operation-of-test-${++operations}`, candidates });

const candidatesOf = (count: number) => Array.from({ length: count }, () => makeCandidate());

it('R-07: the arXiv, Hugging Face and DOI pages of one paper, saved at once, are one', async () => {
  const arxiv = key('arxiv:3104.00001');
  const doi = key('doi:10.5555/one.2031');
  const one = { title: 'On the Keeping of Lanterns', authors: [{ name: 'Ada Quill' }] };
  const pages = [
    makeCandidate({ ...one, key: arxiv, ids: [arxiv, doi], source: 'arxiv' }),
    makeCandidate({ ...one, key: arxiv, ids: [arxiv], source: 'hugging-face' }),
    makeCandidate({ ...one, key: doi, ids: [doi], source: 'publisher' }),
  ];
  const tabs = await Promise.all(pages.map(() => browser.openExtensionPage('manifest.json')));
  const replies = await Promise.all(pages.map((page, at) => save([page], tabs[at])));
  for (const reply of replies) expect(reply).toMatchObject({ ok: true });
  const { savedIds, halves } = await readLibraryState(asChromiumTest(browser));
  console.log(`R-07: 3 pages, 3 acknowledged, ${savedIds.length} found`);
  expect(savedIds).toHaveLength(1);
  expect(halves).toEqual([]);
});

it('R-11: a page that holds an older version is told of within ten seconds; then it goes on', async () => {
  await own.evaluate(async () => {
    const done = (request: IDBOpenDBRequest) =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    void done(indexedDB.deleteDatabase('paperkin'));
    Object.assign(globalThis, { older: await done(indexedDB.open('paperkin', 1)) });
  });
  const startedAtMs = Date.now();
  const refused = await save(candidatesOf(1));
  console.log(`R-11: told after ${Date.now() - startedAtMs} ms`);
  expect(refused).toMatchObject({ ok: false, error: { code: 'storage-closed' } });
  await own.evaluate(() => (globalThis as unknown as { older: IDBDatabase }).older.close());
  expect(await save(candidatesOf(1))).toMatchObject({ ok: true });
  expect(await browser.readTable('library')).toHaveLength(1);
});

it('R-12: a library that a newer version has changed is listed and exported, and not written', async () => {
  const candidates = candidatesOf(3);
  await save(candidates);
  await own.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('paperkin', 20);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  const before = await dump();
  expect(await save(candidatesOf(1))).toMatchObject({
    ok: false,
    error: { code: 'storage-newer' },
  });
  const feed = await browser.open(FEED_ADDRESS);
  const badge = feed.locator(badgeOf(`arxiv:${feedPapers[0]?.id}`)).first();
  await badge.getByRole('button', { name: 'Save', exact: true }).click();
  await feed
    .getByTitle(/^A newer version of Paperkin/)
    .first()
    .waitFor();
  const popup = await browser.openExtensionPage('popup.html');
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  for (const { title } of candidates) await popup.getByText(title).first().waitFor();
  expect(await exportBackup(popup)).toContain(candidates[0]?.title);
  expect(await dump()).toEqual(before);
});

it('a click on a mark counts, though it is drawn anew between the press and the release', async () => {
  const id = key(`arxiv:${feedPapers[0]?.id}`);
  const badge = badgeOf(id);
  const feed = await browser.open(FEED_ADDRESS);
  await feed.bringToFront();
  await feed.locator(badge).getByRole('button', { name: 'Save', exact: true }).hover();
  await feed.mouse.down();
  await save([makeCandidate({ key: id })]);
  await feed.locator(`${badge}[data-state="saved"]`).waitFor();
  await sendMessage(own, 'library.remove', { opId: 'remove-of-test', ids: [id] });
  await feed.locator(`${badge}:not([data-state="saved"])`).waitFor();
  await feed.mouse.up();
  await feed.locator(`${badge}[data-state="saved"]`).waitFor();
});

it('R-23: a snapshot restored after everything was removed gives the library back', async () => {
  const candidates = candidatesOf(40);
  const ids = candidates.map((one) => one.key);
  await save(candidates);
  const edit = { note: 'Schön, 好', addTags: ['a'], status: 'read', starred: true } as const;
  await sendMessage(own, 'library.edit', { opId: 'edit-of-test', ids: ids.slice(0, 10), edit });
  const before = await savedWithoutStamps();
  await sendMessage(own, 'snapshots.take', {});
  await sendMessage(own, 'library.remove', { opId: 'remove-of-test', ids });
  await sendMessage(own, 'bin.empty', {});
  expect(await browser.readTable('library')).toEqual([]);
  const health = await browser.openExtensionPage('library.html#health');
  await health
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click();
  await health.getByText('Restored').first().waitFor();
  const after = await savedWithoutStamps();
  console.log(`R-23: ${before.length} saved, ${after.length} found`);
  expect(after).toEqual(before);
});

it('R-24: a backup brought into an empty profile is the library as it was', async () => {
  const candidates = candidatesOf(40);
  const ids = candidates.map((one) => one.key);
  await save(candidates);
  const edit = { note: 'Schön, 好', addTags: ['a', 'b'], addLists: ['Später'], starred: true };
  await sendMessage(own, 'library.edit', { opId: 'edit-of-test', ids: ids.slice(0, 10), edit });
  const before = await records();
  const popup = await browser.openExtensionPage('popup.html');
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  const backup = await exportBackup(popup);
  await browser.close();

  browser = await launchChromium();
  own = await browser.openExtensionPage('manifest.json');
  expect(await records()).toEqual([]);
  const page = await browser.openExtensionPage('library.html#import');
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Import 40 papers' }).click();
  await expect.poll(async () => (await records()).length, { timeout: 15_000 }).toBe(40);
  const after = await records();
  console.log(`R-24: ${before.length} exported, ${after.length} imported`);
  expect(after).toEqual(before);
});

async function dump() {
  return Promise.all(TABLES.map((name) => browser.readTable(name)));
}

async function savedWithoutStamps() {
  const entries = await browser.readTable('library');
  return entries.map(({ stamps: _stamps, ...entry }) => entry);
}

async function records() {
  const keys = await sendMessage(own, 'library.keys', { sort: 'added' });
  if (!keys.ok) throw new Error(keys.error.message);
  const reply = await sendMessage(own, 'library.records', { ids: keys.value });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.toSorted((a, b) => String(a.id).localeCompare(String(b.id)));
}

async function exportBackup(popup: Page): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'paperkin-backup-'));
  await popup
    .getByRole('checkbox', { name: /^Select: / })
    .first()
    .check();
  await popup.getByRole('button', { name: 'Export', exact: true }).click();
  await popup.getByRole('radio', { name: /^Everything/ }).check();
  await popup.getByRole('radio', { name: /backup/i }).check();
  const button = popup.getByRole('button', { name: 'Save as a file' });
  const text = readFileSync(await browser.download(dir, () => button.click()), 'utf8');
  rmSync(dir, { recursive: true });
  return text;
}
