import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Chromium } from '../support/chromium';
import { launchChromium } from '../support/launch';
import { key, makeCandidate } from '../support/papers';
import { sendMessage } from '../support/send-message';

let browser: Chromium;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('an older change is taken back from the history, and what came later stays', async () => {
  const own = await browser.openExtensionPage('manifest.json');
  const [first, second] = [1, 2].map((n) =>
    makeCandidate({
      key: key(`arxiv:3109.0000${n}`),
      ids: [key(`arxiv:3109.0000${n}`)],
      title: `Lantern number ${n}`,
    }),
  );
  if (!first || !second) throw new Error('no papers');
  await sendMessage(own, 'papers.save', { opId: 'save-of-test', candidates: [first, second] });
  const remove = { opId: 'remove-of-test', ids: [first.key] };
  await sendMessage(own, 'library.remove', remove);
  const edit = { note: 'Later' };
  await sendMessage(own, 'library.edit', { opId: 'edit-of-test', ids: [second.key], edit });

  const page = await browser.openExtensionPage('library.html#history');
  await page.getByRole('button', { name: /^Undo: .*bin.* Lantern number 1$/ }).click();
  await page.getByText('Undone', { exact: true }).first().waitFor();
  const saved = await browser.readTable<{ id: string; note: string }>('library');
  expect(saved.map(({ id, note }) => [id, note])).toEqual([
    [first.key, ''],
    [second.key, 'Later'],
  ]);
  expect(browser.extensionErrors).toEqual([]);
});

it('many papers that stand on this computer alone are spoken of, until told later', async () => {
  const own = await browser.openExtensionPage('manifest.json');
  const numbers = Array.from({ length: 25 }, (_, i) => `arxiv:3110.000${i + 10}`);
  const candidates = numbers.map((id) =>
    makeCandidate({ key: key(id), ids: [key(id)], title: `Candle ${id.slice(-2)} of many` }),
  );
  const request = { opId: 'many-saves-of-test', candidates };
  expect(await sendMessage(own, 'papers.save', request)).toMatchObject({ ok: true });
  const page = await browser.openExtensionPage('library.html');
  await page.getByText(/\d+ papers were saved since the last export/).waitFor();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.reload();
  await page.getByText('Candle 34 of many').first().waitFor();
  expect(await page.getByText(/papers were saved since/).count()).toBe(0);
  expect(browser.extensionErrors).toEqual([]);
});
