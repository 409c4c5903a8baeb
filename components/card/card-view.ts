import type {
  FactName,
  PaperFacts,
  PaperKey,
  PaperState,
  ReadingStatus,
} from '../../lib/core/paper';
import type { Reason, RelatedSummary } from '../reason';

/** A saved paper that the page's paper is close to. */
export interface RelatedPaperView {
  readonly key: PaperKey;
  readonly title: string;
  readonly state: PaperState;
  readonly reason: Reason;
  /** Its best page, http(s); the title is plain text without one. */
  readonly url?: string;
}

/** The same paper elsewhere: "arXiv", "PDF", "OpenReview". */
export interface CopyView {
  readonly site: string;
  readonly url: string;
}

/** What the record knows of the paper; notes and list names never stand in a site's page. */
export interface CardFacts extends Partial<Omit<PaperFacts, 'title' | 'abstract'>> {
  readonly doi?: string;
}

export interface CardView {
  readonly key: PaperKey;
  readonly title: string;
  readonly state: PaperState;
  readonly seenAtMs?: number;
  /** Absent where nothing saved is close enough. */
  readonly summary?: RelatedSummary;
  /** Closest first; three at most are shown. */
  readonly related: readonly RelatedPaperView[];
  readonly facts: CardFacts;
  /** When each fact that ages (votes, comments, stars) was seen. UTC, milliseconds. */
  readonly factsSeenAtMs?: Readonly<Partial<Record<FactName, number>>>;
  readonly copies: readonly CopyView[];
  readonly busy?: boolean;
  /** Why the last change failed and what to do, in the reader's language. */
  readonly failed?: string;
  /** The last change can be undone: what it was ("Saved"), in the reader's language. */
  readonly undoable?: string;
}

export interface CardHandlers {
  onSave(key: PaperKey): void;
  onStatus(key: PaperKey, status: ReadingStatus): void;
  onUndo(key: PaperKey): void;
  /** Notes, tags and lists: in the extension's own page. */
  onDetails(key: PaperKey): void;
  onClose(): void;
}
