import type { Page } from 'playwright';
import type { Chromium } from '../../../tests/support/chromium';
import type { BenchContext, BenchPart, Measurement } from '../bench-part';
import { openEmpty, openSeeded, timeCold, timeMessage } from '../seeded-browser';

const COLD_RUNS = 9;
const WARM_RUNS = 40;
const SEARCH = { type: 'library.search', request: { text: 'kafa bana', limit: 50 } };
const EMPTY_PING = 'empty worker, killed → answer';

/** From a killed background to its first answers, and warm saves and searches, at each size. */
export const messages: BenchPart = {
  name: 'messages',
  async run(context) {
    const empty = await openEmpty(context);
    const ping = await inPage(empty, (page) => repeat(COLD_RUNS, () => timeCold(empty, page, {})));
    const measured: Measurement[] = [{ what: EMPTY_PING, unit: 'ms', samples: ping }];
    for (const size of context.sizes) measured.push(...(await measureAt(size, context)));
    return measured;
  },
};

async function measureAt(size: number, context: BenchContext): Promise<Measurement[]> {
  const browser = await openSeeded(context, size);
  return await inPage(browser, async (page) => {
    await timeMessage(page, SEARCH); // the index is written before it is measured cold
    const cold = await repeat(COLD_RUNS, () => timeCold(browser, page, SEARCH));
    const warm = await repeat(WARM_RUNS, () => timeMessage(page, SEARCH));
    const save = await repeat(WARM_RUNS, (run) => timeMessage(page, saveOf(run)));
    const common = { size, unit: 'ms' } as const;
    return [
      { ...common, what: 'killed → first search', samples: cold, against: EMPTY_PING },
      { ...common, what: 'search, warm', samples: warm },
      { ...common, what: 'one save, acknowledged', samples: save },
    ];
  });
}

async function inPage<T>(browser: Chromium, work: (page: Page) => Promise<T>): Promise<T> {
  try {
    return await work(await browser.openExtensionPage('manifest.json'));
  } finally {
    await browser.close();
  }
}

async function repeat(runs: number, once: (run: number) => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) samples.push(await once(run));
  return samples;
}

function saveOf(run: number): object {
  const key = `arxiv:3104.${String(run + 1).padStart(5, '0')}`;
  const title = `A paper saved in run number ${run} of the bench`;
  const candidate = { key, ids: [key], source: 'arxiv', title, authors: [{ name: 'A. B. Ench' }] };
  return {
    type: 'papers.save',
    request: { opId: crypto.randomUUID(), candidates: [candidate] },
  };
}
