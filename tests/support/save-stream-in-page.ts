/** The part of save-stream.ts that runs in a page of the extension. */
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
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

globalThis.paperkinStream = {
  start({ from, to, inFlight }: StreamOptions): void {
    let next = from;
    const work = async () => {
      while (next < to) await saveOne(next++);
    };
    Promise.all(Array.from({ length: inFlight }, work)).then(() => {
      isDone = true;
    });
  },
  state: (): StreamState => ({ acked, failed, isDone }),
};

async function saveOne(number: number): Promise<void> {
  const candidate = candidateOf(number);
  try {
    await send('papers.save', { opId: crypto.randomUUID(), candidates: [candidate] });
    acked.push(candidate.key);
  } catch (error) {
    failed.push(`${candidate.key}: ${error}`);
  }
}

/** Titles that share no words but the commonest, so that no two papers are taken for one. */
function candidateOf(number: number): PaperCandidate {
  const key = `arxiv:3102.${String(number).padStart(5, '0')}` as PaperKey;
  const word = (salt: number) => spell(number * 7919 + salt);
  return {
    key,
    ids: [key],
    source: 'arxiv',
    title: `On ${word(1)} and ${word(2)} in ${word(3)} ${word(4)}`,
    authors: [{ name: `Ada ${word(5)}` }, { name: `Bo ${word(6)}` }],
    abstract: `We study ${word(7)} under ${word(8)}.`,
    date: '2031-02-01',
  };
}

/** A number as a word that can be said: 42 as "kafa". */
function spell(number: number): string {
  return String(number).replace(/\d/g, (digit) => `${'bdfgklmnrt'.charAt(Number(digit))}a`);
}
