import type { PaperKey } from '../core/paper';
import type { Segmented } from '../core/segments';
import type { SearchQuery } from './query';

/** What search knows of one paper. Texts are raw; folding is the index's own business. */
export interface SearchDocument {
  readonly id: PaperKey;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract?: string;
  readonly venue?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  /** Identifiers as people type them ("1706.03762", "10.1038/nature14539"). */
  readonly ids?: readonly string[];
  /** Exact marks that operators ask for: `is:unread`, `tag:rl`, `list:Thesis`, `cat:cs.LG`, `has:note`. */
  readonly facets: readonly string[];
  readonly year?: number;
  /** When it was saved or first seen (UTC, milliseconds). */
  readonly atMs: number;
}

export interface SearchHit {
  readonly id: PaperKey;
  /** Comparable within one answer only; 0 where the query has no words. */
  readonly score: number;
  /**
   * The index knows the order of words in titles and authors only. True where a phrase of the query
   * may stand in the abstract, a tag or the note: the caller, who has the text, asks
   * `hasPhrases` (phrases.ts).
   */
  readonly isUnverified?: true;
}

export interface SearchIndex extends Segmented {
  readonly size: number;
  /** Adds the documents, replacing those with the same id; then `rev` is the given one. */
  put(documents: readonly SearchDocument[], rev: number): void;
  remove(ids: readonly PaperKey[], rev: number): void;
  /** The best `limit` papers, best first; newest first where the query has no words. */
  search(query: SearchQuery, limit: number): SearchHit[];
}

/** Opens an index from its segments; an empty map opens an empty one. */
export type OpenSearchIndex = (segments: ReadonlyMap<string, ArrayBuffer>) => SearchIndex;
