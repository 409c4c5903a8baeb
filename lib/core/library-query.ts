import type { PaperKey, ReadingStatus } from './paper';

/** How many papers stand how: kept beside the tables, since counting them takes long. */
export interface LibraryCounts {
  readonly unread: number;
  readonly reading: number;
  readonly read: number;
  readonly starred: number;
  /** Seen, not saved. */
  readonly seen: number;
}

export const NO_COUNTS: LibraryCounts = { unread: 0, reading: 0, read: 0, starred: 0, seen: 0 };

/** `queue` is "read next" and holds only what was put there; the others hold all that is saved. */
export const LIBRARY_SORTS = ['added', 'opened', 'published', 'title', 'queue'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** One stretch of the reading list. */
export interface ListQuery {
  readonly status?: ReadingStatus;
  readonly sort: LibrarySort;
  readonly offset: number;
  readonly limit: number;
}

/** A change to saved papers; only the parts that are there change. */
export interface EntryEdit {
  readonly status?: ReadingStatus;
  readonly starred?: boolean;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly addLists?: readonly string[];
  readonly removeLists?: readonly string[];
  readonly note?: string;
  readonly citationKey?: string;
  /** Takes the paper out of "read next". */
  readonly queueRank?: null;
}

/** Where in "read next" papers are put. */
export type QueuePlace = 'first' | 'last' | { readonly after: PaperKey };
