import type { PaperView } from '../../components/paper-view';
import type { PaperKey } from '../../lib/core/paper';

/** A saved paper as lists show it, with what matters to the test changed. */
export function makePaperView(key: string, over: Partial<PaperView> = {}): PaperView {
  return {
    key: key as PaperKey,
    title: 'Folded attention',
    authors: [{ name: 'Ada Beispiel' }],
    state: 'saved',
    starred: false,
    hasNote: false,
    tags: [],
    isQueued: false,
    relatedCount: 0,
    ...over,
  };
}
