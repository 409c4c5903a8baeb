import type { PaperKey, PaperState } from '../../lib/core/paper';

/** What a badge shows of one paper. */
export interface BadgeView {
  readonly state: PaperState;
  /** Saved papers close enough to say so; 0 hides the count. */
  readonly relatedCount: number;
  /** When it was first seen elsewhere; shown for state `seen`. UTC, milliseconds. */
  readonly seenAtMs?: number;
  /** While papers are chosen in place: whether this one is. Its bookmark is a box to tick then. */
  readonly chosen?: boolean;
  /** A change is under way: the bookmark does not answer. */
  readonly busy?: boolean;
  /** Why the last change failed and what to do, in the reader's language. */
  readonly failed?: string;
}

export type Theme = 'light' | 'dark';

/** How the card was asked for: by resting the pointer, or on purpose by click or key. */
export type OpenedBy = 'pointer' | 'command';

export interface BadgeHandlers {
  /** The bookmark of a paper that is not saved was pressed. */
  onSave(key: PaperKey, badge: Badge): void;
  onOpenCard(key: PaperKey, badge: Badge, by: OpenedBy): void;
  /** The box was ticked or cleared; with `range` for all since the last one. */
  onChoose?(key: PaperKey, badge: Badge, range: boolean): void;
  /** The pointer left, or never rested. */
  onLeave(key: PaperKey, badge: Badge): void;
}

export interface Badge {
  /** `<paperkin-badge data-paper="…">`, for the caller to put into the page and take out again. */
  readonly host: HTMLElement;
  readonly key: PaperKey;
  update(view: BadgeView): void;
  setTheme(theme: Theme): void;
  /** Focuses the part that opened the card. */
  focus(): void;
}
