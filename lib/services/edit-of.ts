import type { EntryChange } from '../core/edit-kind';
import type { PaperKey } from '../core/paper';
import type { Change } from '../store/database';

/** How an operation changed an entry: that of a paper, or the first one that it changed. */
export function editOf(changes: readonly Change[], id?: PaperKey): EntryChange | undefined {
  for (const change of changes) {
    if (change.table !== 'library' || change.id !== (id ?? change.id)) continue;
    const { before, after } = change;
    if (before && after) return { before, after };
  }
  return undefined;
}
