import type { EntryChange } from '../core/edit-kind';
import type { LibraryEntry } from '../core/library-entry';
import type { LibraryCounts } from '../core/library-query';
import type { ListedPaper } from '../core/listed-paper';
import type { PaperCandidate, PaperKey, PaperRow, PaperState } from '../core/paper';
import type { PaperLink } from '../core/paper-links';
import type { Reason } from '../core/reason';
import type { PageKind } from '../sites/site-adapter';
import type { SnapshotInfo } from '../store/snapshot-store';

/** Made by the sender, once for each thing a person did; a retry sends the same one again. */
export type OperationId = string;

/** How one paper of a page stands with the user. Light: a listing asks for 2,000 of them. */
export interface PageRow {
  /** The key under which the page names the paper. */
  readonly key: PaperKey;
  readonly state: PaperState;
  /** First seen on an earlier occasion (UTC, milliseconds); only where `state` is `seen`. */
  readonly seenAtMs?: number;
}

/** How many saved papers a row is close to; rows that are close to none are left out. */
export interface RelatedCount {
  readonly key: PaperKey;
  /** 1 and up. */
  readonly count: number;
}

/** How much a row is to the reader's liking; compares only with others of one answer. */
export interface RankedKey {
  readonly key: PaperKey;
  /** In [0, 1]. */
  readonly score: number;
}

/** All that is stored of a paper. `entry` is there when it is saved; pages never get it. */
export interface StoredView {
  readonly paper: PaperRow;
  readonly state: PaperState;
  readonly entry?: LibraryEntry;
}

/** A related paper in a list; its reason is there. */
export type RelatedPaper = ListedPaper & { readonly score: number; readonly reason: Reason };

/** What the card in the page shows: never notes, tags or list names. */
export interface CardView {
  /** What is stored of the paper; absent while it was never recorded. */
  readonly view?: StoredView;
  readonly related: readonly RelatedPaper[];
  readonly relatedCount: number;
  /** Where else it can be opened. */
  readonly links: readonly PaperLink[];
}

export interface LibraryPage {
  readonly rows: readonly ListedPaper[];
  /** How many there are in all under this filter. */
  readonly total: number;
}

/** What a change did: the operation to undo, and how the papers stand now. */
export interface Done {
  readonly opId: OperationId;
  readonly changed: readonly {
    readonly ids: readonly PaperKey[];
    readonly state: PaperState;
  }[];
}

/** Tags and lists in use, sorted by name. */
export interface Labels {
  readonly tags: readonly LabelCount[];
  readonly lists: readonly LabelCount[];
}

export interface LabelCount {
  readonly name: string;
  readonly count: number;
}

/** One operation as a history shows it; `id` is what `operations.undo` takes. */
export interface OperationItem {
  readonly id: OperationId;
  readonly kind: 'save' | 'edit' | 'remove' | 'merge' | 'import' | 'dismiss' | 'undo' | 'restore';
  readonly atMs: number;
  /** How many it touched, and the title of the first. */
  readonly papers: number;
  readonly title: string;
  /** Of an edit: what it did to the first paper. */
  readonly edit?: EntryChange;
  readonly isUndone: boolean;
}

export interface HistoryItem {
  readonly atMs: number;
  readonly what: 'seen' | 'saved' | 'opened' | 'read' | 'edited' | 'merged' | 'imported';
  /** Where it was seen. */
  readonly where?: string;
  /** Of an edit: what it did. */
  readonly edit?: EntryChange;
  readonly isUndone?: boolean;
}

export interface HealthReport {
  readonly counts: LibraryCounts;
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[];
  readonly lastExportAtMs?: number;
  /** Papers saved since the library last left as a file, or since the reader put that off. */
  readonly savedSinceExport: number;
  readonly lastError?: { readonly atMs: number; readonly message: string };
}

/** A point of the map, as light as one of many thousands should be. */
export interface MappedPaper {
  readonly id: PaperKey;
  /** Folded and cut (`sortTitle`): enough to name a neighbourhood by. */
  readonly sortTitle: string;
  readonly state: PaperState;
  readonly lists: readonly string[];
}

/** What each saved paper is about, as a direction. */
export interface MapVectors {
  /** All saved papers, the last added first. */
  readonly ids: readonly PaperKey[];
  readonly dimensions: number;
  /** Base64 of `dimensions` signed bytes of each paper in turn. */
  readonly values: string;
}

/** What is wrong with the tables: ids, never texts. */
export interface Finding {
  readonly kind: 'entry-without-paper' | 'alias-without-paper' | 'id-without-alias' | 'counts';
  readonly id: PaperKey | '';
}

/** What importing a record would do; `maybe`: save what may be a double of a saved paper. */
export type ImportOutcome = 'new' | 'changed' | 'known' | 'maybe';

export interface ImportJudgement {
  readonly outcome: ImportOutcome;
  /** The stored paper that the record is for certain, though none of its identifiers says so. */
  readonly sameAs?: PaperKey;
}

/** The papers of one tab. */
export interface TabReading {
  readonly url: string;
  readonly title: string;
  /** null where no paper was found. */
  readonly kind: PageKind;
  readonly candidates: readonly PaperCandidate[];
}
