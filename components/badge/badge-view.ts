import type { PageBadge } from '../../lib/core/badge-view';
import type { PaperKey } from '../../lib/core/paper';

/** How the card was asked for: by resting the pointer, or on purpose by click or key. */
export type OpenedBy = 'pointer' | 'command';

export interface BadgeHandlers {
  /** The bookmark of a paper that is not saved was pressed. */
  onSave(key: PaperKey, badge: Badge): void;
  onOpenCard(key: PaperKey, badge: Badge, by: OpenedBy): void;
  /** Are there more papers to choose among on the page? */
  canChoose?(): boolean;
  /** The box was ticked or cleared; with `range` for all since the last one. */
  onChoose?(key: PaperKey, badge: Badge, range: boolean): void;
  /** The pointer left, or never rested. */
  onLeave(key: PaperKey, badge: Badge): void;
}

/** `host` is `<paperkin-badge data-paper="…">`, for the caller to put into the page and take out. */
export interface Badge extends PageBadge {
  readonly key: PaperKey;
  /** Focuses the part that opened the card. */
  focus(): void;
}
