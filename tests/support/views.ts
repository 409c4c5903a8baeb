import { vi } from 'vitest';
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

/** Everything that can be done to a paper of a list, watched. */
export function makeActions() {
  return {
    onOpen: vi.fn(),
    onDetails: vi.fn(),
    onSave: vi.fn(),
    onRemove: vi.fn(),
    onMarkRead: vi.fn(),
    onStar: vi.fn(),
    onNote: vi.fn(),
    onTag: vi.fn(),
    onQueue: vi.fn(),
    onCopy: vi.fn(),
  };
}
