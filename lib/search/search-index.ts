import type { PaperKey } from '../core/paper';
import type { SegmentChange, Segmented } from '../core/segments';

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
  readonly score: number;
}

/** A query as query.ts parses it from the box. */
export interface SearchQuery {
  readonly text: string;
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
export type { SegmentChange };
