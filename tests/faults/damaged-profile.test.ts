import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM_ID } from '../../scripts/browsers/test-extension';
import { launchChromium } from '../support/launch';
import { pick, randomInt, seededRandom } from '../support/random';
import { startStream, streamEnd } from '../support/save-stream';
import { asChromiumTest } from '../support/test-browser';

const SEEDS = Number(process.env.PAPERKIN_SEEDS ?? 10);
const SAVED = 30;
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
  await startStream(tab, { what: 'saves', from: 1, to: SAVED + 1, inFlight: 5 });
  await streamEnd(tab);
  await browser.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('R-14: opens whole when nothing was damaged', async () => {
  expect(await startOn(pristine())).toBe('whole');
});

it(`R-14: starts and says how it stands with a damaged database, ${SEEDS} ways`, async () => {
  const outcomes = new Map<string, number>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const profileDir = join(dir, `seed-${seed}`);
    cpSync(pristine(), profileDir, { recursive: true });
    damage(join(profileDir, DATABASE), seed);
    const outcome = await startOn(profileDir);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    rmSync(profileDir, { recursive: true, force: true });
  }
  console.log('R-14:', Object.fromEntries(outcomes));
  expect([...outcomes.values()].reduce((total, count) => total + count, 0)).toBe(SEEDS);
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

/** What a person sees: their list, a list cut short, none, or that it does not open. */
async function startOn(profileDir: string): Promise<string> {
  const browser = await launchChromium({ profileDir });
  try {
    const popup = await browser.openExtensionPage('popup.html');
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    const reply = await popup.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'library.counts', request: {} }),
    );
    const refusal = popup.getByRole('alert').first();
    const empty = popup.getByText('Your reading list is empty');
    await popup.getByRole('listitem').first().or(refusal).or(empty).first().waitFor();
    if (!reply.ok) return 'said that it does not open';
    if (reply.value.unread === 0) return 'empty: the browser threw the database away';
    return reply.value.unread === SAVED ? 'whole' : 'cut short';
  } finally {
    await browser.close();
  }
}
