import type { ErrorData } from '../core/errors';
import type { ExchangePaper } from '../core/exchange';
import type { LibraryEntry } from '../core/library-entry';
import type {
  EntryEdit,
  LibraryCounts,
  LibrarySort,
  ListQuery,
  QueuePlace,
} from '../core/library-query';
import type { ListedPaper } from '../core/listed-paper';
import type { PaperCandidate, PaperKey, PaperRow, PaperState, ReadingStatus } from '../core/paper';
import type { PaperLink } from '../core/paper-links';
import type { Reason } from '../core/reason';
import type { Settings } from '../core/settings';
import type { LibraryStatistics } from '../core/statistics';
import type { QueryProblem } from '../search/query';
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
  readonly isUndone: boolean;
}

export interface HistoryItem {
  readonly atMs: number;
  readonly what: 'seen' | 'saved' | 'opened' | 'read' | 'edited' | 'merged' | 'imported';
  /** Where it was seen. */
  readonly where?: string;
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

/** A point of the map. */
export interface MappedPaper {
  readonly id: PaperKey;
  readonly title: string;
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

/** Every message. Those in PAGE_MESSAGES may come from a content script. */
export interface Protocol {
  /**
   * The papers of a page, seen now. One trip for the whole page. `others` stand far from the view
   * and do not count as seen; their rows follow those of the candidates, without the new ones.
   */
  'page.look': {
    request: {
      url: string;
      candidates: readonly PaperCandidate[];
      others?: readonly PaperKey[];
    };
    reply: { rows: readonly PageRow[]; settings: Settings };
  };
  /**
   * How many saved papers each is related to, and which of those unknown by identifier are saved
   * papers all the same, by title and authors. Asked for what is in view, a batch at a time.
   */
  'page.relate': {
    request: { candidates: readonly PaperCandidate[] };
    reply: { counts: readonly RelatedCount[]; rows: readonly PageRow[] };
  };
  /** A listing's papers by what the reader saved, read, starred and dismissed, for its order. */
  'page.rank': {
    request: { candidates: readonly PaperCandidate[] };
    reply: readonly RankedKey[];
  };
  /** Puts the tools of a listing into the page that asks. */
  'page.loadTools': { request: Record<string, never>; reply: null };
  /** Opens our own page at a paper of the user's, where notes and tags may be shown. */
  'page.openDetails': { request: { key: PaperKey }; reply: null };
  /** Opens our own page with the question in which format these papers shall leave. */
  'page.openExport': { request: { keys: readonly PaperKey[] }; reply: null };
  'paper.card': { request: { candidate: PaperCandidate }; reply: CardView };
  /** Save or update. Safe to send twice: same operation, same rows. */
  'papers.save': {
    request: {
      opId: OperationId;
      candidates: readonly PaperCandidate[];
      edit?: EntryEdit;
      url?: string;
    };
    reply: Done;
  };
  /** What the user did in the last 30 days, the latest first. */
  'operations.list': { request: { limit: number }; reply: readonly OperationItem[] };
  'operations.undo': { request: { opId: OperationId; undoOf: OperationId }; reply: Done };
  'library.setStatus': {
    request: { opId: OperationId; ids: readonly PaperKey[]; status: ReadingStatus };
    reply: Done;
  };

  'tab.read': { request: { tabId: number }; reply: TabReading };
  'library.edit': {
    request: { opId: OperationId; ids: readonly PaperKey[]; edit: EntryEdit };
    reply: Done;
  };
  /** Puts saved papers into "read next", or to another place in it. */
  'queue.put': {
    request: { opId: OperationId; ids: readonly PaperKey[]; place: QueuePlace };
    reply: Done;
  };
  'library.remove': { request: { opId: OperationId; ids: readonly PaperKey[] }; reply: Done };
  'library.counts': {
    request: Record<string, never>;
    /** `queued`: how many stand in "read next". */
    reply: LibraryCounts & { readonly queued: number };
  };
  'library.list': {
    request: ListQuery;
    reply: LibraryPage;
  };
  'library.search': {
    /** The best come first unless there is a `sort`. `within`: see `LibrarySearch`. */
    request: {
      text: string;
      within?: string;
      sort?: LibrarySort;
      offset?: number;
      limit: number;
    };
    /** `isWhole`: whether all papers were searched; ask again a moment later where they were not. */
    reply: LibraryPage & { problems: readonly QueryProblem[]; isWhole: boolean };
  };
  'library.statistics': { request: Record<string, never>; reply: LibraryStatistics };
  'library.labels': { request: Record<string, never>; reply: Labels };
  /** Renames a tag or list everywhere (into one that is there: merges), or takes it off (null). */
  'labels.rename': {
    request: { opId: OperationId; kind: 'tags' | 'lists'; from: string; to: string | null };
    reply: Done;
  };
  'bin.list': { request: Record<string, never>; reply: readonly ListedPaper[] };
  'bin.restore': { request: { opId: OperationId; ids: readonly PaperKey[] }; reply: Done };
  /** For good: nothing brings these back but a snapshot or an export. */
  'bin.empty': { request: Record<string, never>; reply: null };
  'papers.merge': {
    request: { opId: OperationId; from: PaperKey; into: PaperKey };
    reply: Done;
  };
  /** Saved papers that this one may double, the surest first. */
  'papers.duplicates': { request: { key: PaperKey }; reply: readonly StoredView[] };
  /** Two that look alike are two: not offered for merging again. */
  'papers.notSame': { request: { a: PaperKey; b: PaperKey }; reply: null };
  /** What happened to a paper, latest first. */
  'papers.history': { request: { key: PaperKey }; reply: readonly HistoryItem[] };
  'snapshots.take': { request: Record<string, never>; reply: null };
  'snapshots.restore': { request: { opId: OperationId; atMs: number }; reply: Done };
  'health.report': { request: Record<string, never>; reply: HealthReport };
  'health.check': { request: Record<string, never>; reply: readonly Finding[] };
  'health.repair': { request: Record<string, never>; reply: readonly Finding[] };
  /** Forgets all that was seen and not saved. */
  'seen.clear': { request: Record<string, never>; reply: null };
  /** Not now: the reminder to export starts anew. */
  'library.remindLater': { request: Record<string, never>; reply: null };
  /** The library left as a file: the reminder to do so starts anew. */
  'library.exported': { request: Record<string, never>; reply: null };
  /**
   * All papers of a reading list, in its order: those that `text` finds, or all of a status. Without
   * `sort` what was found comes best first, what is listed last added first.
   */
  'library.keys': {
    request: { text?: string; within?: string; status?: ReadingStatus; sort?: LibrarySort };
    reply: readonly PaperKey[];
  };
  /** The papers as files carry them, in the order asked for. One batch: a message has its limits. */
  'library.records': {
    request: { ids: readonly PaperKey[] };
    reply: readonly ExchangePaper[];
  };
  'map.vectors': { request: Record<string, never>; reply: MapVectors };
  /** Papers as light as a map of thousands needs them, in the order asked for; those known. */
  'map.papers': { request: { ids: readonly PaperKey[] }; reply: readonly MappedPaper[] };
  'papers.view': { request: { keys: readonly PaperKey[] }; reply: readonly StoredView[] };
  /** Papers close to this one, saved and seen, best first; new ones first as the user set it. */
  'related.toPaper': {
    request: { candidate: PaperCandidate; limit: number };
    reply: readonly RelatedPaper[];
  };
  /** Seen, not saved, and close to the library: "you may have missed". */
  'related.missed': { request: { limit: number }; reply: readonly RelatedPaper[] };
  'related.dismiss': { request: { opId: OperationId; ids: readonly PaperKey[] }; reply: Done };
  /** What importing each record would do, in their order. */
  'import.preview': {
    request: { records: readonly ExchangePaper[] };
    reply: readonly ImportJudgement[];
  };
  /**
   * One batch of a file; the batches of one group are one undo. Papers are told by identifier
   * alone: a record with the identifier that its preview gave does what the preview said.
   */
  'import.apply': {
    request: {
      opId: OperationId;
      groupId: OperationId;
      records: readonly ExchangePaper[];
      /** What a backup's settings change. */
      settings?: Partial<Settings>;
    };
    reply: Done;
  };
  'settings.get': { request: Record<string, never>; reply: Settings };
  'settings.set': { request: { settings: Partial<Settings> }; reply: Settings };
}

export type MessageType = keyof Protocol;
export type Request<T extends MessageType> = Protocol[T]['request'];
export type ReplyOf<T extends MessageType> = Protocol[T]['reply'];

/** What a content script may ask. Everything else is for the extension's own pages. */
export const PAGE_MESSAGES: ReadonlySet<MessageType> = new Set<MessageType>([
  'page.look',
  'page.relate',
  'page.rank',
  'page.loadTools',
  'paper.card',
  'page.openDetails',
  'page.openExport',
  'papers.save',
  'operations.undo',
  'library.setStatus',
]);

/** Errors cross as plain data: class and stack do not survive a message. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ErrorData };
