/** MiniSearch's index as its users keep it: one text in IndexedDB. */
import MiniSearch, { type Options } from 'minisearch';
import { benchPapers } from '../bench-papers';

interface Indexed {
  readonly id: number;
  readonly title: string;
  readonly authors: string;
  readonly abstract: string;
}

export const MINISEARCH_OPTIONS: Options<Indexed> = {
  fields: ['title', 'authors', 'abstract'],
  searchOptions: {
    boost: { title: 3, authors: 2 },
    prefix: true,
    fuzzy: 0.2,
    maxFuzzy: 2,
    combineWith: 'OR',
  },
};

export async function storeMiniSearch(size: number): Promise<void> {
  const index = new MiniSearch(MINISEARCH_OPTIONS);
  const papers = benchPapers(0, size).map(({ title, authors, abstract = '' }, id) => ({
    id,
    title,
    authors: authors.map(({ name }) => name).join(' '),
    abstract,
  }));
  index.addAll(papers);
  const table = (await open()).transaction('texts', 'readwrite').objectStore('texts');
  await settle(table.put(JSON.stringify(index), 'minisearch'));
}

export async function readStored(): Promise<string> {
  const table = (await open()).transaction('texts').objectStore('texts');
  return settle(table.get('minisearch'));
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open('minisearch', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
  return settle(opening);
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
