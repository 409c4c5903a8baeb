import { browser } from '@wxt-dev/browser';
import type { PaperKey } from '../../lib/core/paper';
import { toReadableText } from '../../lib/core/readable-text';
import type { Reading } from '../../lib/services/open-reading';
import { searchLibrary } from '../../lib/services/search-library';

const SUGGESTIONS = 6;
/** Chrome reads suggestions as XML; Firefox shows them as they are. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `pk` and a few words in the address bar: finds saved papers, Enter opens one. */
export function onOmnibox(reading: Reading): void {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    find(reading, text).then(
      (found) =>
        suggest(
          found.map(({ id, title }) => ({
            content: id,
            description: describe(toReadableText(title) || id),
          })),
        ),
      (error: unknown) => console.warn('Paperkin: searching from the address bar failed', error),
    );
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    open(reading, text).catch((error: unknown) =>
      console.warn('Paperkin: opening from the address bar failed', error),
    );
  });
}

async function find({ searchIndex, reader }: Reading, text: string) {
  const { index } = await searchIndex.atHand();
  const request = { text, within: 'is:saved', limit: SUGGESTIONS };
  const sources = { index, reader, nowMs: Date.now() };
  return (await searchLibrary(request, sources)).papers.map(({ paper }) => paper);
}

/** What was chosen is a key; what was only typed opens the best match. */
async function open(reading: Reading, text: string): Promise<void> {
  const [chosen] = await reading.reader.get([text as PaperKey]);
  const paper = chosen?.paper ?? (await find(reading, text))[0];
  const url = paper?.urls?.[0];
  if (url) await browser.tabs.update({ url });
  else await browser.tabs.create({ url: '/library.html' });
}

function describe(title: string): string {
  if (!import.meta.env.CHROME) return title;
  return title.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}
