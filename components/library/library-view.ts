import type { EditKind } from '../../lib/core/edit-kind';
import type { ErrorData } from '../../lib/core/errors';
import type { FieldPreview } from '../../lib/core/merge-preview';
import type { FactName, PaperKey, ReadingStatus } from '../../lib/core/paper';
import type { CardFacts } from '../card/card-view';
import type { PaperView } from '../paper-view';
import type { PlaceView } from '../popup/page-view';

/** Where in the library someone is; the page's address says the same. */
export type LibraryPlace =
  | { readonly kind: 'all' }
  | { readonly kind: 'starred' }
  | { readonly kind: 'status'; readonly status: ReadingStatus }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'search'; readonly name: string; readonly query: string }
  /** "Read next", in the user's own order. */
  | { readonly kind: 'next' }
  | { readonly kind: 'bin' }
  | { readonly kind: LibraryPage };

/** A place that its owner named. */
export type NamedPlace = Extract<LibraryPlace, { readonly name: string }>;

/** Pages that stand in place of the rows. */
export const LIBRARY_PAGES = [
  'map',
  'statistics',
  'history',
  'import',
  'settings',
  'health',
] as const;
export type LibraryPage = (typeof LIBRARY_PAGES)[number];

/** Something to go to, and how many papers are there. */
export interface NavEntry {
  readonly name: string;
  readonly count: number;
}

export interface NavView {
  readonly counts: Readonly<Record<'all' | 'starred' | 'next' | ReadingStatus | 'bin', number>>;
  readonly lists: readonly NavEntry[];
  readonly tags: readonly NavEntry[];
  readonly searches: readonly { readonly name: string; readonly query: string }[];
}

/** Something that happened to a paper. UTC, milliseconds. */
export interface HistoryEntry {
  readonly atMs: number;
  readonly what: 'seen' | 'saved' | 'opened' | 'read' | 'edited' | 'merged' | 'imported';
  /** Where it was seen, or the file it came from. */
  readonly where?: string;
  /** Of an edit: what it did, with the tags and lists that it put on and took off. */
  readonly edit?: EditKind;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly isUndone?: boolean;
}

/** One identifier under which the paper is known. */
export interface IdentifierView {
  /** "arXiv", "DOI". */
  readonly scheme: string;
  readonly value: string;
  readonly url?: string;
}

/** A record that may be of the same paper: what merging would keep of which. */
export interface DuplicateView {
  readonly paper: PaperView;
  readonly differences: readonly {
    readonly field: FieldPreview['field'];
    readonly kept: string;
    readonly other: string;
  }[];
}

export interface PaperDetail extends PaperView {
  readonly abstract?: string;
  readonly note: string;
  /** Texts that came with a merge and are not in the note. */
  readonly otherNotes: readonly string[];
  readonly lists: readonly string[];
  readonly citationKey?: string;
  readonly facts: CardFacts;
  readonly factsSeenAtMs?: Readonly<Partial<Record<FactName, number>>>;
  readonly places: readonly PlaceView[];
  readonly identifiers: readonly IdentifierView[];
  /** Latest first. */
  readonly history: readonly HistoryEntry[];
  /** Undefined while it is being looked for. */
  readonly related?: readonly PaperView[];
  readonly duplicates: readonly DuplicateView[];
}

export type DetailView =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly key: PaperKey }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'ready'; readonly paper: PaperDetail };

export interface DetailActions {
  /** Papers that are only seen; a tag, a list or a note saves them, too. */
  onSave(key: PaperKey): void;
  onStatus(key: PaperKey, status: ReadingStatus): void;
  onStar(key: PaperKey, starred: boolean): void;
  onQueue(key: PaperKey, isQueued: boolean): void;
  onTags(key: PaperKey, tags: readonly string[]): void;
  onLists(key: PaperKey, lists: readonly string[]): void;
  onNote(key: PaperKey, note: string): void;
  onRemove(key: PaperKey): void;
  onMerge(key: PaperKey, other: PaperKey): void;
  onNotSame(key: PaperKey, other: PaperKey): void;
}
