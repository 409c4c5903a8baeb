import type { Author, PaperKey, PaperState } from './paper';
import type { Reason } from './reason';

/** A stretch of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export type TextRange = readonly [start: number, end: number];

/** One paper as lists show it: light enough to send hundreds of them. */
export interface ListedPaper {
  readonly key: PaperKey;
  /** As it reads in one line (readable-text.ts); '' while only an identifier is known, then the key
   *  stands in its place. */
  readonly title: string;
  readonly authors: readonly Pick<Author, 'name' | 'family'>[];
  readonly authorCount?: number;
  /** ISO 8601 to the precision known. */
  readonly date?: string;
  readonly venue?: string;
  readonly state: PaperState;
  readonly starred: boolean;
  readonly hasNote: boolean;
  readonly tags: readonly string[];
  /** It stands in "read next". */
  readonly isQueued: boolean;
  /** UTC, milliseconds; absent where it is not saved. */
  readonly addedAtMs?: number;
  /** Saved papers close to it; shown where it is not saved itself. */
  readonly relatedCount: number;
  /** Why it is offered; only in lists of related papers. */
  readonly reason?: Reason;
  /** Where the title matches the query, in order, not overlapping. */
  readonly titleMatches?: readonly TextRange[];
  /** Its best page, http(s). */
  readonly url?: string;
}
