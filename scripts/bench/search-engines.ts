import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch, { type Options } from 'minisearch';
import type { PaperKey } from '../../lib/core/paper';
import { openSearchIndex } from '../../lib/search/paper-index';
import { parseQuery } from '../../lib/search/query';
import type { SearchDocument, SearchIndex } from '../../lib/search/search-index';

/** One way to search papers. `search` gives the places of the best papers in the list that was indexed. */
export interface Engine<State = unknown> {
  readonly name: string;
  build(papers: readonly BenchPaper[]): State;
  search(state: State, text: string, limit: number): number[];
  /** What a cold start would read, in bytes; absent where that is the papers themselves. */
  storedBytes?(state: State): number;
}

export interface BenchPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
}

function engine<State>(definition: Engine<State>): Engine {
  return definition as Engine;
}

function toDocument(paper: BenchPaper, place: number, hasAbstract: boolean): SearchDocument {
  return {
    id: `arxiv:${place}` as PaperKey,
    title: paper.title,
    authors: paper.authors,
    ...(hasAbstract ? { abstract: paper.abstract } : {}),
    facets: ['is:unread'],
    year: 2020,
    atMs: place,
  };
}

function paperkin(name: string, hasAbstract: boolean): Engine {
  return engine<SearchIndex>({
    name,
    build(papers) {
      const index = openSearchIndex(new Map());
      index.put(
        papers.map((paper, place) => toDocument(paper, place, hasAbstract)),
        1,
      );
      return index;
    },
    search: (index, text, limit) =>
      index.search(parseQuery(text, 0).query, limit).map((hit) => Number(hit.id.slice(6))),
    storedBytes(index) {
      // A flush gives each buffer once, so a second index is not needed to weigh them.
      return [...index.flush().put.values()].reduce((sum, buffer) => sum + buffer.byteLength, 0);
    },
  });
}

const FUSE_KEYS = [
  { name: 'title', weight: 3 },
  { name: 'authors', weight: 2 },
  { name: 'abstract', weight: 1 },
];

function fuse(name: string, keys: typeof FUSE_KEYS): Engine {
  return engine<Fuse<BenchPaper>>({
    name,
    build: (papers) => new Fuse(papers, { keys, threshold: 0.4, ignoreLocation: true }),
    search: (state, text, limit) => state.search(text, { limit }).map((hit) => hit.refIndex),
  });
}

type Placed = BenchPaper & { readonly id: number };

function miniSearch(name: string, combineWith: 'AND' | 'OR'): Engine {
  const options: Options<Placed> = {
    fields: ['title', 'authors', 'abstract'],
    extractField: (paper, field) =>
      field === 'authors' ? paper.authors.join(' ') : String(paper[field as keyof Placed]),
    searchOptions: {
      boost: { title: 3, authors: 2 },
      prefix: true,
      fuzzy: 0.2,
      maxFuzzy: 2,
      combineWith,
    },
  };
  return engine<MiniSearch<Placed>>({
    name,
    build(papers) {
      const index = new MiniSearch(options);
      index.addAll(papers.map((paper, id) => ({ ...paper, id })));
      return index;
    },
    search: (index, text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map((hit) => Number(hit.id)),
    storedBytes: (index) => JSON.stringify(index).length,
  });
}

const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });

function micro(name: string, textOf: (paper: BenchPaper) => string): Engine {
  return engine<string[]>({
    name,
    build: (papers) => papers.map(textOf),
    search(texts, text, limit) {
      const [places, info, order] = fuzzy.search(texts, text, 5, 1000);
      if (!places) return [];
      const ranked = info && order ? order.map((i) => info.idx[i] as number) : places;
      return ranked.slice(0, limit);
    },
  });
}

const titleAndAuthors = (paper: BenchPaper) => `${paper.title} ${paper.authors.join(' ')}`;

export const ENGINES: readonly Engine[] = [
  paperkin('paperkin', true),
  paperkin('paperkin, titles and authors', false),
  fuse('Fuse.js naive', FUSE_KEYS),
  fuse('Fuse.js titles', FUSE_KEYS.slice(0, 1)),
  miniSearch('MiniSearch OR', 'OR'),
  miniSearch('MiniSearch AND', 'AND'),
  micro('uFuzzy', (paper) => `${titleAndAuthors(paper)} ${paper.abstract}`),
  micro('uFuzzy, titles and authors', titleAndAuthors),
  engine<readonly BenchPaper[]>({
    name: 'substring filter',
    build: (papers) => papers,
    search(papers, text, limit) {
      const words = text.toLowerCase().split(' ');
      const found: number[] = [];
      papers.forEach((paper, place) => {
        const fields = [paper.title, paper.authors.join(' '), paper.abstract].map((field) =>
          field.toLowerCase(),
        );
        if (words.every((word) => fields.some((field) => field.includes(word)))) found.push(place);
      });
      return found.slice(0, limit);
    },
  }),
];
