import type { ExchangePaper } from '../../lib/core/exchange';
import { generatePapers } from './generate-papers';
import type { TestBrowser } from './test-browser';

const BATCH = 500;

/** Saves these papers, and invented ones up to so many; without abstracts, which take long to send. */
export async function fillLibrary(
  browser: TestBrowser,
  count: number,
  own: readonly ExchangePaper[],
): Promise<void> {
  const invented = generatePapers(count - own.length).map(({ title, authors, date }, i) => ({
    ...{ title, authors, ids: [`arxiv:2001.${10_000 + i}`] },
    ...(date && { date }),
  }));
  const records: ExchangePaper[] = [...own, ...invented];
  const tab = await browser.openExtensionPage('manifest.json');
  for (let start = 0; start < count; start += BATCH) {
    const batch = records.slice(start, start + BATCH);
    const isDone = await tab.evaluate(
      async ({ records, opId }) => {
        const request = { opId, groupId: 'group-of-invented', records };
        const reply = await chrome.runtime.sendMessage({ type: 'import.apply', request });
        return (reply as { ok: boolean }).ok;
      },
      { records: batch, opId: `operation-${start}` },
    );
    if (!isDone) throw new Error(`papers from ${start} on were not saved`);
  }
  await tab.close();
}
