/** The part of save-stream.ts that runs in a page of the extension. */
import type { ExchangePaper } from '../../lib/core/exchange';
import type { PaperKey } from '../../lib/core/paper';
import { createClient } from '../../lib/messages/client';
import type { StreamOptions, StreamState } from './save-stream';

const send = createClient({
  sendRaw: (message) => chrome.runtime.sendMessage(message),
  isAlive: () => true,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const acked: string[] = [];
const failed: string[] = [];
let isDone = false;
/** Called when one more is acknowledged or has failed, and at the end. */
let tell = (): void => undefined;

globalThis.paperkinStream = {
  start({ what, from, to, inFlight, abstractLength = 100 }: StreamOptions): void {
    let next = from;
    const step = async (number: number) => {
      const name = what === 'saves' ? keyOf(number) : `batch ${number}`;
      try {
        if (what === 'saves') await savePaper(number, abstractLength);
        else await importBatch(number);
        acked.push(name);
      } catch (error) {
        failed.push(`${name}: ${error}`);
      }
      tell();
    };
    const work = async () => {
      while (next < to) await step(next++);
    };
    Promise.all(Array.from({ length: inFlight }, work)).then(() => {
      isDone = true;
      tell();
    });
  },
  async ackedAtLeast(count: number): Promise<StreamState> {
    while (acked.length < count && !isDone) {
      await new Promise<void>((done) => {
        tell = done;
      });
    }
    return { acked, failed };
  },
};

async function savePaper(number: number, abstractLength: number): Promise<void> {
  const { id: key, ids, ...facts } = paperOf(number, abstractLength);
  const candidate = { ...facts, key, ids, source: 'arxiv' as const };
  await send('papers.save', { opId: crypto.randomUUID(), candidates: [candidate] });
}

/** A hundred papers; the same number is the same operation, so that it may be sent again. */
async function importBatch(number: number): Promise<void> {
  const records = Array.from({ length: 100 }, (_, at) => paperOf(number * 100 + at + 1, 100));
  const opId = `import-batch-${number}`;
  await send('import.apply', { opId, groupId: 'import-of-the-test', records });
}

function keyOf(number: number): PaperKey {
  return `arxiv:3102.${String(number).padStart(5, '0')}` as PaperKey;
}

/** Titles that share no words but the commonest, so that no two papers are taken for one. */
function paperOf(
  number: number,
  abstractLength: number,
): ExchangePaper & { id: PaperKey; ids: PaperKey[] } {
  const word = (salt: number) => spell(number * 7919 + salt);
  const abstract = Array.from({ length: abstractLength / 10 }, (_, at) => word(at + 7)).join(' ');
  return {
    id: keyOf(number),
    ids: [keyOf(number)],
    title: `On ${word(1)} and ${word(2)} in ${word(3)} ${word(4)}`,
    authors: [{ name: `Ada ${word(5)}` }, { name: `Bo ${word(6)}` }],
    abstract: abstract.slice(0, abstractLength),
    date: '2031-02-01',
  };
}

/** A number as a word that can be said: 42 as "kafa". */
function spell(number: number): string {
  return String(number).replace(/\d/g, (digit) => `${'bdfgklmnrt'.charAt(Number(digit))}a`);
}
