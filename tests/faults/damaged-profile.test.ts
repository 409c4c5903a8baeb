import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CHROMIUM_ID } from '../../scripts/browsers/test-extension';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { pick, randomInt, seededRandom } from '../support/random';
import { startStream, streamEnd } from '../support/save-stream';
import { asChromiumTest } from '../support/test-browser';

const SEEDS = Number(process.env.PAPERKIN_SEEDS ?? 10);
const FIRST_SEED = Number(process.env.PAPERKIN_FIRST_SEED ?? 1);
/** Of these the last three come after the snapshot. */
const SAVED = 33;
const FINE = ['whole', 'announced, and restored', 'said that it does not open'];
const DATABASE = join(
  'Default',
  'IndexedDB',
  `chrome-extension_${CHROMIUM_ID}_0.indexeddb.leveldb`,
);

let dir: string;
const pristine = () => join(dir, 'pristine');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'paperkin-damage-'));
  const browser = asChromiumTest(await launchChromium({ profileDir: pristine() }));
  const tab = await browser.openExtensionPage('manifest.json');
  await startStream(tab, { what: 'saves', from: 1, to: SAVED - 2, inFlight: 5 });
  await streamEnd(tab);
  const message = { type: 'snapshots.take', request: {} };
  await tab.evaluate((it) => chrome.runtime.sendMessage(it), message);
  await startStream(tab, { what: 'saves', from: SAVED - 2, to: SAVED + 1, inFlight: 1 });
  await streamEnd(tab);
  await vi.waitFor(async () => expect(await tab.evaluate(countInTail, null)).toBe(3));
  await browser.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('R-14: opens whole when nothing was damaged', async () => {
  expect(await startOn(pristine())).toBe('whole');
});

it(`R-14: nothing is silently gone from a damaged database, ${SEEDS} ways`, async () => {
  const outcomes = new Map<string, number>();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const profileDir = join(dir, `seed-${seed}`);
    cpSync(pristine(), profileDir, { recursive: true });
    damage(join(profileDir, DATABASE), seed);
    const outcome = await startOn(profileDir).catch((error) => `seed ${seed}: ${error}`);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    rmSync(profileDir, { recursive: true, force: true });
  }
  console.log(
    `R-14: ${SEEDS} damaged profiles of ${SAVED} papers, from seed ${FIRST_SEED}:`,
    Object.fromEntries(outcomes),
  );
  expect([...outcomes.keys()].filter((outcome) => !FINE.includes(outcome))).toEqual([]);
});

/** Cuts one of the database's files short, or flips 64 of its bytes. */
function damage(database: string, seed: number): void {
  const random = seededRandom(seed);
  const files = readdirSync(database).filter((name) => name !== 'LOCK' && !name.startsWith('LOG'));
  const path = join(database, pick(random, files));
  const bytes = readFileSync(path);
  if (random() < 0.5) {
    writeFileSync(path, bytes.subarray(0, randomInt(random, bytes.length)));
    return;
  }
  for (let flip = 0; flip < 64; flip++) {
    const at = randomInt(random, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  writeFileSync(path, bytes);
}

async function countInTail(): Promise<number> {
  const { 'snapshot-tail': tail } = await chrome.storage.local.get('snapshot-tail');
  return (tail as { lines: unknown[] } | undefined)?.lines.length ?? 0;
}

/** What a person comes to: their list, or words about what is gone and a way to get it back. */
async function startOn(profileDir: string): Promise<string> {
  const browser = await launchChromium({ profileDir });
  try {
    const popup = await browser.openExtensionPage('popup.html');
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    const refusal = popup.getByRole('alert').first();
    const empty = popup.getByText('Your reading list is empty');
    await popup.getByRole('listitem').first().or(refusal).or(empty).first().waitFor();
    const left = await countSaved(popup);
    if (left === null) return (await refusal.isVisible()) ? 'said that it does not open' : 'mute';
    if (left === SAVED) return 'whole';
    return await restoreFrom(browser);
  } finally {
    await browser.close();
  }
}

async function restoreFrom(browser: Chromium): Promise<string> {
  const health = await vi.waitFor(() => openPage(browser, 'library.html#health'), 30_000);
  await health.getByText('Papers were lost').waitFor();
  // What is left may have been copied too by then.
  const copy = health.getByRole('listitem').filter({ hasText: `${SAVED} papers` });
  await copy.getByRole('button', { name: /^Restore/ }).click();
  await expect.poll(() => countSaved(health), { timeout: 15_000 }).toBe(SAVED);
  return 'announced, and restored';
}

function openPage(browser: Chromium, path: string): Page {
  const page = browser.context.pages().find((it) => it.url() === browser.addressOf(path));
  if (!page) throw new Error(`No tab shows ${path}`);
  return page;
}

/** null when the library does not open. */
async function countSaved(page: Page): Promise<number | null> {
  const reply = await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'library.counts', request: {} }),
  );
  return reply.ok ? reply.value.unread : null;
}
