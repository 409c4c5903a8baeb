import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/both-browsers';
import { FakeZotero } from '../support/fake-zotero';
import { launchFirefox } from '../support/launch';
import { launchGranted } from '../support/launch-granted';
import { bringIn } from '../support/library-page';
import {
  asChromiumTest,
  asFirefoxTest,
  type BrowserName,
  type TestBrowser,
  type TestTab,
} from '../support/test-browser';

const PAPERS = `
@misc{toy, title={Toy Models}, author={van der Beispiel, Bo}, year={2031}, eprint={3101.00042}, archivePrefix={arXiv}}
@article{sheep, title={Annals of Sheep}, author={{The Sheep Collaboration}}, journal={Sheep}, year={2030}, doi={10.5555/sheep}}`;

/** A browser in which leave to talk to this computer was given. */
async function launchAllowed(name: BrowserName): Promise<TestBrowser> {
  if (name === 'Chromium') {
    const { browser, close } = await launchGranted('http://127.0.0.1/*', { isLive: true });
    return { ...asChromiumTest(browser), close };
  }
  // Answers the browser's own question with yes.
  const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
  return asFirefoxTest(await launchFirefox({ prefs }));
}

for (const { name, isMissing } of BROWSERS) {
  describe.skipIf(isMissing)(`sending to Zotero, in ${name}`, () => {
    let browser: TestBrowser;
    let zotero: FakeZotero;
    let tab: TestTab;

    beforeAll(async () => {
      browser = await launchAllowed(name);
      await bringIn(browser, PAPERS);
    });
    afterAll(() => browser?.close());
    beforeEach(async () => {
      zotero = await FakeZotero.start();
      tab = await browser.openExtensionPage('library.html');
      await tab.press('Export', '.rows-head');
      await tab.waitFor('.modal');
    });
    afterEach(async () => {
      await tab.close();
      await zotero.stop();
    });

    it('asks nothing before the click, then sends all as Zotero takes them', async () => {
      expect(zotero.requests).toEqual([]);
      await tab.press('Send to Zotero', '.modal');
      await tab.waitForText('Sent 2 papers to Zotero.');
      const [request, ...others] = zotero.requests;
      expect(others).toEqual([]);
      expect(request).toMatchObject({ method: 'POST', path: '/connector/saveItems', version: '3' });
      expect(request?.items.map(({ title }) => title).sort()).toEqual([
        'Annals of Sheep',
        'Toy Models',
      ]);
      expect(request?.items.find(({ title }) => title === 'Toy Models')).toMatchObject({
        itemType: 'preprint',
        archiveID: 'arXiv:3101.00042',
        creators: [{ lastName: 'van der Beispiel', firstName: 'Bo', creatorType: 'author' }],
        extra: 'arXiv:3101.00042\nCitation Key: toy',
      });
    });

    it.each([
      [500, 'Zotero could not save the papers.'],
      [409, 'Zotero could not save the papers.'],
      [412, 'Update Zotero'],
    ])('says what to do where Zotero answers %i, and sends again', async (status, text) => {
      zotero.status = status;
      await tab.press('Send to Zotero', '.modal');
      await tab.waitForText(text);
      zotero.status = 201;
      await tab.press('Send to Zotero', '.modal');
      await tab.waitForText('Sent 2 papers to Zotero.');
      expect(zotero.requests).toHaveLength(2);
    });

    it('says that Zotero does not run', async () => {
      await zotero.stop();
      await tab.press('Send to Zotero', '.modal');
      await tab.waitForText('Zotero does not answer.');
    });
  });
}
