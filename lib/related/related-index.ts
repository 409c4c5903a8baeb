import type { PaperKey } from '../core/paper';
import type { Reason } from '../core/reason';
import type { Segmented } from '../core/segments';
import type { Interest, Profile, Rankable, RankedPaper } from './profile';

/** What relatedness knows of one paper. */
export interface RelatedDocument {
  readonly id: PaperKey;
  readonly title: string;
  readonly abstract?: string;
  readonly authors: readonly string[];
  readonly categories?: readonly string[];
  /** All identifiers of the paper, so that one quoted in an abstract links the two. */
  readonly ids?: readonly PaperKey[];
  /** ISO 8601 to the precision known: `2031`, `2031-01` or `2031-01-05`. */
  readonly date?: string;
}

/** A paper of the index that is near to another. */
export interface CloseHit {
  readonly id: PaperKey;
  /** In [0, 1]; what the other hits say for it is in it: many that are near are no chance. */
  readonly score: number;
  /** Whether it is close without the others too, so that it may be counted; the best one always is. */
  readonly isClose: boolean;
}

export interface RelatedHit extends CloseHit {
  readonly reason: Reason;
}

/** A paper of an index, or one that need not be in it. */
export type SomePaper = PaperKey | RelatedDocument | Rankable;

/** An index over one set of papers. The extension keeps two: what is saved and what was seen. */
export interface RelatedIndex extends Segmented {
  readonly size: number;
  put(documents: readonly RelatedDocument[], rev: number): void;
  remove(ids: readonly PaperKey[], rev: number): void;
  /**
   * The closest papers of the index, best first, never the paper itself (by id).
   *
   * @param least only those scored at least so, in [0, 1]; the others are not explained
   */
  related(document: RelatedDocument, limit: number, least?: number): RelatedHit[];
  /** The same papers and scores without their reasons, for counting. */
  closest(document: RelatedDocument, limit: number, least?: number): CloseHit[];
  /** What a reader likes, learnt from papers; keys not in this index are passed over. */
  profile(interests: readonly Interest[]): Profile;
  /** A paper made ready for `rank`, which is most of the work; it is not put into the index. */
  place(document: RelatedDocument): Rankable;
  /** The papers ordered by a profile of this index, best first; keys not in it are left out. */
  rank(profile: Profile, papers: readonly SomePaper[]): RankedPaper[];
  /**
   * Hits of `related` scored at or above this make a badge; it follows the index's own score
   * distribution. Infinity while too few papers are in to say.
   */
  badgeThreshold(): number;
}
