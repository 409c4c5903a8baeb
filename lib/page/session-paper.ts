import type { PaperCandidate, PaperKey, PaperState } from '../core/paper';
import type { OperationId } from '../messages/protocol';
import type { Sighting } from '../sites/site-adapter';
import type { Theme } from './page-theme';

/** What a control shows. */
export interface BadgeView {
  readonly state: PaperState;
  readonly relatedCount: number;
  readonly seenAtMs?: number;
  /** While papers are chosen in place: whether this one is. */
  readonly chosen?: boolean;
  /** A change is under way. */
  readonly busy?: boolean;
  /** Why the last change failed and what to do, in the reader's language. */
  readonly failed?: string;
}

/** One control in the page. */
export interface PageBadge {
  readonly host: HTMLElement;
  update(view: BadgeView): void;
  setTheme(theme: Theme): void;
  setPlace(place: BadgePlace): void;
}

/** How a control fits into the row it stands in. */
export interface BadgePlace {
  /** What a flexible row puts between its children, as a CSS length: given back to the row. */
  readonly gap: string;
  /** How far it is drawn to the right of where it would stand, in CSS px; below 0 to the left. */
  readonly shiftPx: number;
}

/** One place on the page where a paper is named. */
export interface SessionRow {
  readonly sighting: Sighting;
  readonly paper: SessionPaper;
  badge: PageBadge | null;
  place: BadgePlace;
}

/** All that is known of one paper of the page; its rows all show the same. */
export interface SessionPaper {
  readonly key: PaperKey;
  /** Read from the page when first asked for. */
  readonly candidate: PaperCandidate;
  readonly rows: Set<SessionRow>;
  view: BadgeView;
  /** Best score against the library, in [0, 1]; 0 while unknown. */
  closeness: number;
  /** Settles once it is known how the paper relates to the library; absent while not asked. */
  related?: Promise<void>;
  /** The last change made from here, while it can be undone in place. */
  undoable?: OperationId;
}

/** Is it on the reading list? */
export function isKept({ view: { state } }: SessionPaper): boolean {
  return state !== 'new' && state !== 'seen';
}
