import { expect, it } from 'vitest';
import { launchChromium } from '../support/launch';
import { key, makeCandidate } from '../support/papers';

it('R-16: a stopped background that a message and the alarm wake at once does both, once', async () => {
  const browser = await launchChromium();
  try {
    const own = await browser.openExtensionPage('manifest.json');
    const id = key('arxiv:3111.00001');
    const candidates = [makeCandidate({ key: id, ids: [id] })];
    for (let wake = 0; wake < 5; wake++) {
      await browser.killWorker();
      const message = {
        type: 'papers.save',
        request: { opId: `save-of-wake-${wake}`, candidates },
      };
      const reply = await own.evaluate(async (it) => {
        await chrome.alarms.create('upkeep', { when: Date.now() });
        return chrome.runtime.sendMessage(it);
      }, message);
      expect(reply).toMatchObject({ ok: true });
    }
    expect(await browser.readTable('library')).toHaveLength(1);
    expect(await browser.readTable('journal')).toHaveLength(5);
    // Upkeep took its copy: once a day is enough, however often it was woken.
    const snapshots = () =>
      own.evaluate(() => chrome.runtime.sendMessage({ type: 'health.report', request: {} }));
    await expect.poll(async () => (await snapshots()).value.snapshots.length).toBeGreaterThan(0);
    expect(browser.extensionErrors).toEqual([]);
  } finally {
    await browser.close();
  }
});
