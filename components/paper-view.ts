import type { ListedPaper } from '../lib/core/listed-paper';
import type { PaperKey } from '../lib/core/paper';
import type { CopyFormat } from './copy-formats';

export type { ListedPaper as PaperView, TextRange } from '../lib/core/listed-paper';

/** What can be done to one paper of a list. */
export interface PaperActions {
  onOpen(key: PaperKey): void;
  onDetails(key: PaperKey): void;
  onSave(key: PaperKey): void;
  onRemove(key: PaperKey): void;
  onMarkRead(key: PaperKey, isRead: boolean): void;
  onStar(key: PaperKey, starred: boolean): void;
  onNote(key: PaperKey): void;
  onTag(key: PaperKey): void;
  /** Into "read next", or out of it. */
  onQueue(key: PaperKey, isQueued: boolean): void;
  onCopy(key: PaperKey, format: CopyFormat): void;
}

export function isSaved({ state }: Pick<ListedPaper, 'state'>): boolean {
  return state !== 'new' && state !== 'seen';
}
