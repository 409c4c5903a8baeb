import { Chromium } from '../../tests/support/chromium';
import type { PagesPlace } from './pages-place';
import { Steps } from './steps';

/** Without a display: opens each saved page and counts the controls on it. */
export async function visitPages(
  launch: { readonly program: string; readonly extensionDir: string },
  { pages, source }: PagesPlace,
): Promise<boolean> {
  const browser = await Chromium.launch(launch);
  const steps = new Steps();
  try {
    if (source) browser.web.add(source);
    for (const { address, file } of pages) {
      await steps.run(file, async () => {
        const page = await browser.open(address);
        await page.waitForLoadState();
        const count = await page.locator('paperkin-badge').count();
        await page.close();
        return `${count} controls`;
      });
    }
  } finally {
    await browser.close();
  }
  return steps.allWorked;
}
