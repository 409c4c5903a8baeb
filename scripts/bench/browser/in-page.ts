/**
 * Runs in a page of the extension, where it has the extension's own database, and is called from
 * outside through `globalThis.paperkinBench`.
 */
import type { PaperKey } from '../../../lib/core/paper';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';
import { openLookupIndex } from '../../../lib/lookup/lookup-index';
import { openBackground } from '../../../lib/related/background';
import { openLibrary } from '../../../lib/services/open-library';
import { openReading } from '../../../lib/services/open-reading';
import { recordPage } from '../../../lib/services/record-page';
import { savePapers } from '../../../lib/services/save-papers';
import { SegmentStore } from '../../../lib/store/segment-store';
import { benchKey, benchPapers } from '../bench-papers';
import { storeIndex } from './index-stored';
import { storeMiniSearch } from './minisearch-stored';

declare const chrome: {
  alarms: { create(name: string, when: { when: number }): Promise<void> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: {
    local: { get(name: string): Promise<Record<string, unknown>>; set(all: object): Promise<void> };
  };
};

const BATCH = 500;

const library = openLibrary({
  indexedDB,
  IDBKeyRange,
  now: Date.now,
  lackOfRoom: async () => null,
  makeDeviceName: () => 'bench',
  readBackground: async () => {
    const response = await fetch('/related-background.bin');
    return openBackground(await response.arrayBuffer());
  },
  // Snapshots are not what is measured here.
  keepCopy: async () => undefined,
  reading: openReading({
    indexedDB,
    IDBKeyRange,
    repository: async () => library.repository,
  }),
});
const { writer, repository } = library;
const { db } = writer;

async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeat(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < times; turn += 1) all.push(await clock(() => work(turn)));
  return all;
}

const bench = {
  /** The first papers saved, the others met on listings. */
  async fill({ saved, seen }: { saved: number; seen: number }): Promise<void> {
    for (let from = 0; from < saved; from += BATCH) {
      const candidates = benchPapers(from, Math.min(BATCH, saved - from));
      const edit = { addTags: [`topic ${(from / BATCH) % 12}`] };
      await savePapers(writer, { opId: `bench-fill-${from}`, candidates, edit });
    }
    for (let from = saved; from < saved + seen; from += BATCH) {
      const candidates = benchPapers(from, Math.min(BATCH, saved + seen - from));
      const url = `https://arxiv.org/list/cs.LG/pastweek?skip=${from}`;
      await recordPage(
        writer,
        { url, candidates },
        { settings: DEFAULT_SETTINGS, isPaperPage: false },
      );
    }
  },

  /** All indexes brought up to date, and merged. */
  async index(_nothing: null): Promise<void> {
    const { searchIndex, lookupIndex, titleIndex, savedIndex, allIndex } = library;
    for (const index of [lookupIndex, titleIndex, savedIndex, allIndex, searchIndex]) {
      await index.tidy(() => true);
    }
  },

  /** A copy of the library as it stands is kept, or the background would make one as it starts. */
  async copied(_nothing: null): Promise<void> {
    const reply = await chrome.runtime.sendMessage({ type: 'snapshots.take', request: {} });
    if (!(reply as { ok?: boolean }).ok) throw new Error(`no copy: ${JSON.stringify(reply)}`);
  },

  /**
   * Time until the background has answered, and what it said; no reply where none came in ten
   * seconds, since a message that meets a background as it is being stopped is lost.
   */
  async ask(message: unknown): Promise<{ ms: number; reply?: unknown }> {
    const start = performance.now();
    const lost = new Promise<undefined>((resolve) => setTimeout(resolve, 10_000));
    const reply = await Promise.race([chrome.runtime.sendMessage(message), lost]);
    return { ms: performance.now() - start, reply };
  },

  /** Milliseconds until a search is answered at all, and until one has searched every paper. */
  async searchUntilWhole(_nothing: null): Promise<{ first: number; whole: number }> {
    const message = { type: 'library.search', request: { text: 'model', limit: 50 } };
    const startMs = performance.now();
    let first = 0;
    for (let isWhole = false; !isWhole; ) {
      const reply = await chrome.runtime.sendMessage(message);
      first ||= performance.now() - startMs;
      ({ isWhole } = (reply as { value: { isWhole: boolean } }).value);
      await new Promise((done) => setTimeout(done, 100));
    }
    return { first, whole: performance.now() - startMs };
  },

  /** Asks for the marks of a listing again and again, for so long. */
  async lookFor({ ms, size }: { ms: number; size: number }): Promise<number[]> {
    const times: number[] = [];
    const url = 'https://arxiv.org/list/cs.LG/recent';
    const end = performance.now() + ms;
    for (let turn = 0; performance.now() < end; turn += 1) {
      const candidates = benchPapers((turn * 101) % (size - 100), 100);
      times.push((await bench.ask({ type: 'page.look', request: { url, candidates } })).ms);
      await new Promise((done) => setTimeout(done, 50));
    }
    return times;
  },

  /** What the background does once a day, with so many seen papers too many. */
  async startUpkeep({ seenLimit }: { seenLimit: number }): Promise<void> {
    await bench.ask({ type: 'settings.set', request: { settings: { seenLimit } } });
    await chrome.alarms.create('upkeep', { when: Date.now() });
  },

  /** As after a loss: every index is to be made anew. */
  loseIndexes(_nothing: null): Promise<unknown> {
    return settle(indexedDB.deleteDatabase('paperkin-index'));
  },

  /** How 2,000 papers stand, half of them known, each way as often as `times` says. */
  async lookUp({ size, times }: { size: number; times: number }) {
    const keysOf = (turn: number): PaperKey[] =>
      Array.from({ length: 2000 }, (_, i) => {
        const known = (turn * 7919 + i * 104_729) % size;
        return benchKey(i % 2 === 0 ? known : 900_000 + known);
      });
    const segments = new SegmentStore({ indexedDB, IDBKeyRange });
    const open = async () => openLookupIndex(await segments.read('lookup'));
    const warm = await open();
    const find = (index: typeof warm, keys: readonly PaperKey[]) =>
      keys.reduce((sum, key) => sum + (index.find(key) ? 1 : 0), 0);
    const found = find(warm, keysOf(0));
    if (found !== 1000) throw new Error(`look-up found ${found} of 1000`);
    return {
      inMemory: await repeat(times, async (turn) => find(warm, keysOf(turn))),
      readAndLook: await repeat(times, async (turn) => find(await open(), keysOf(turn))),
      makingKeys: await repeat(times, async (turn) => keysOf(turn)),
      anyOf: await repeat(times, (turn) => db.papers.where('id').anyOf(keysOf(turn)).primaryKeys()),
      bulkGet: await repeat(times, (turn) => db.papers.bulkGet(keysOf(turn))),
      records: await repeat(times, (turn) => repository.find(keysOf(turn))),
      rawGetKey: await repeat(times, (turn) => getKeys(keysOf(turn))),
    };
  },

  /** Megabytes that each index takes on disk. */
  async indexSizes(): Promise<Record<string, number>> {
    const segments = new SegmentStore({ indexedDB, IDBKeyRange });
    const sizes: Record<string, number> = {};
    for (const name of ['search', 'lookup', 'titles-saved', 'related-saved', 'related-all']) {
      const buffers = [...(await segments.read(name)).values()];
      sizes[name] = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
    }
    return sizes;
  },

  /** As the extension with MiniSearch in its worker reads it (cold-references.ts). */
  storeMiniSearch: ({ size }: { size: number }) => storeMiniSearch(size),

  /** As the extension that only reads finds it (cold-references.ts). */
  storeIndex: (of: { size: number; megabytes: number }) => storeIndex(of),

  /** PaperMemory keeps one object of all papers and writes it whole. */
  async storeAsOneObject({ size }: { size: number }): Promise<void> {
    const papers: Record<string, unknown> = {};
    for (let from = 0; from < size; from += BATCH) {
      for (const paper of benchPapers(from, Math.min(BATCH, size - from))) {
        papers[paper.key] = { ...paper, id: paper.key, count: 1, tags: [], note: '' };
      }
    }
    await chrome.storage.local.set({ papers });
  },

  changeOneObject({ times }: { times: number }): Promise<number[]> {
    return repeat(times, async (turn) => {
      const { papers } = (await chrome.storage.local.get('papers')) as {
        papers: Record<string, unknown>;
      };
      const [paper] = benchPapers(150_000 + turn, 1);
      if (paper) papers[paper.key] = { ...paper, id: paper.key, count: 1, tags: [], note: '' };
      await chrome.storage.local.set({ papers });
    });
  },

  /** One record put into an object store, with nothing around it. */
  async rawPuts({ times }: { times: number }): Promise<number[]> {
    const opening = indexedDB.open('bench-raw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('papers', { keyPath: 'key' });
    const raw = await settle(opening);
    const papers = benchPapers(160_000, times);
    return repeat(times, (turn) => {
      const transaction = raw.transaction('papers', 'readwrite', { durability: 'strict' });
      transaction.objectStore('papers').put(papers[turn]);
      return new Promise((done, fail) => {
        transaction.oncomplete = done;
        transaction.onerror = fail;
      });
    });
  },
};

async function getKeys(keys: readonly PaperKey[]): Promise<unknown[]> {
  const store = db.backendDB().transaction('papers').objectStore('papers');
  return Promise.all(keys.map((key) => settle(store.getKey(key))));
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

export type InPageBench = typeof bench;
(globalThis as { paperkinBench?: InPageBench }).paperkinBench = bench;
