import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/both-browsers';
import { readLibraryState } from '../support/library-state';
import { KILLS, saveAndKill } from '../support/save-and-kill';
import { ackedAtLeast, startStream } from '../support/save-stream';
import { launchBrowser, type TestBrowser, type TestTab } from '../support/test-browser';

/** Faults by the numbers that the list of reliability cases gives them (R-01 and on). */
/** A thousand are for the long faults. */
const SAVES = 200;

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`what was acknowledged is kept, in ${name}`, () => {
    let browser: TestBrowser;

    beforeAll(async () => {
      browser = await launchBrowser(name);
    });
    afterEach(() => browser.reset());
    afterAll(() => browser?.close());

    it(`R-01: ${SAVES} saves, the background killed ${KILLS} times among them`, async () => {
      await saveAndKill(browser, SAVES, 5);
    });

    it('R-02: the browser killed in a stream of saves, and started again', async () => {
      const tab = await browser.openExtensionPage('manifest.json');
      await startStream(tab, { what: 'saves', from: 1, to: 5000, inFlight: 10 });
      const { acked } = await ackedAtLeast(tab, 60);
      await browser.killBrowser();
      await browser.relaunch();
      const { savedIds, halves } = await readLibraryState(browser);
      const found = new Set(savedIds);
      const lost = acked.filter((key) => !found.has(key));
      console.log(`R-02 ${name}: ${acked.length} acknowledged, ${lost.length} lost`);
      expect(lost).toEqual([]);
      expect(found.size).toBe(savedIds.length);
      expect(halves).toEqual([]);
    });

    it('R-05: the answer to a save is lost, and the same operation sent again', async () => {
      const tab = await browser.openExtensionPage('manifest.json');
      const message = saveMessage('the-same-operation');
      const first = await tab.evaluate((it) => chrome.runtime.sendMessage(it), message);
      await browser.killWorker();
      const second = await tab.evaluate((it) => chrome.runtime.sendMessage(it), message);
      expect(first).toMatchObject({ ok: true });
      expect(second).toEqual(first);
      expect((await readLibraryState(browser)).savedIds).toEqual(['arxiv:3103.00001']);
      expect(await browser.readTable('journal')).toHaveLength(1);
    });

    it('R-06: one paper saved from ten tabs at once', async () => {
      const tabs: TestTab[] = [];
      for (let count = 0; count < 10; count++) {
        tabs.push(await browser.openExtensionPage('manifest.json'));
      }
      const replies = await Promise.all(
        tabs.map((tab, at) =>
          tab.evaluate((it) => chrome.runtime.sendMessage(it), saveMessage(`tab-${at}-operation`)),
        ),
      );
      for (const reply of replies) expect(reply).toMatchObject({ ok: true });
      const { savedIds, halves } = await readLibraryState(browser);
      expect(savedIds).toEqual(['arxiv:3103.00001']);
      expect(halves).toEqual([]);
    });
  });
}

function saveMessage(opId: string) {
  const key = 'arxiv:3103.00001';
  return {
    type: 'papers.save',
    request: {
      opId,
      candidates: [{ key, ids: [key], source: 'arxiv', title: 'Once', authors: [{ name: 'A B' }] }],
    },
  };
}
