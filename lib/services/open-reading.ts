import { type LookupIndex, openLookupIndex } from '../lookup/lookup-index';
import { openSearchIndex } from '../search/paper-index';
import type { SearchIndex } from '../search/search-index';
import type { PaperRepository } from '../store/paper-repository';
import { SegmentStore } from '../store/segment-store';
import { StoredReader } from '../store/stored-reader';
import { type Changes, LiveIndex } from './live-index';
import { toLookupDocument } from './to-lookup-document';
import { toSearchDocument } from './to-search-document';

export interface ReadingPlaces {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  /** Runs Dexie, if it does not run yet: for all that the plain reader leaves to it. */
  readonly repository: () => Promise<PaperRepository>;
}

/** What the first answers need: a part of the library that opens without Dexie. */
export interface Reading {
  readonly reader: StoredReader;
  readonly segments: SegmentStore;
  readonly changes: Changes;
  /** All papers, saved and seen, by each of their keys. */
  readonly lookupIndex: LiveIndex<LookupIndex>;
  readonly searchIndex: LiveIndex<SearchIndex>;
  /** Opens both databases at once: the message that woke the background is still on its way. */
  open(): Promise<unknown>;
}

/** Nothing is read yet: the databases and each index open on first use. */
export function openReading(places: ReadingPlaces): Reading {
  const { repository } = places;
  const reader = new StoredReader(places);
  const segments = new SegmentStore(places);
  const changes: Changes = {
    latestRev: () => reader.latestRev(),
    changedSince: async (rev, limit) => (await repository()).changedSince(rev, limit),
    removedSince: async (rev) => (await repository()).removedSince(rev),
  };
  return {
    reader,
    segments,
    changes,
    lookupIndex: new LiveIndex<LookupIndex>({
      name: 'lookup',
      open: openLookupIndex,
      update: (index, papers, rev) => index.put(papers.map(toLookupDocument), rev),
      remove: (index, ids, rev) => index.remove(ids, rev),
      slice: 500, // Each put looks through all tables once: two milliseconds at any length.
      changes,
      segments,
    }),
    searchIndex: new LiveIndex<SearchIndex>({
      name: 'search',
      open: openSearchIndex,
      update: (index, papers, rev) => index.put(papers.map(toSearchDocument), rev),
      remove: (index, ids, rev) => index.remove(ids, rev),
      changes,
      segments,
    }),
    open: () => Promise.allSettled([reader.open(), segments.open()]),
  };
}
