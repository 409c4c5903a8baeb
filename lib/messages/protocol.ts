import type { ErrorData } from '../core/errors';
import type { ExchangePaper } from '../core/exchange';
import type {
  EntryEdit,
  LibraryCounts,
  LibrarySort,
  ListQuery,
  QueuePlace,
} from '../core/library-query';
import type { ListedPaper } from '../core/listed-paper';
import type { PaperCandidate, PaperKey, ReadingStatus } from '../core/paper';
import type { Settings } from '../core/settings';
import type { LibraryStatistics } from '../core/statistics';
import type { QueryProblem } from '../search/query';
import type {
  CardView,
  Done,
  Finding,
  HealthReport,
  HistoryItem,
  ImportJudgement,
  Labels,
  LibraryPage,
  MappedPaper,
  MapVectors,
  OperationId,
  OperationItem,
  PageRow,
  RankedKey,
  RelatedCount,
  RelatedPaper,
  StoredView,
  TabReading,
} from './payloads';

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
  /** All saved papers, in no order. */
  'map.papers': { request: Record<string, never>; reply: readonly MappedPaper[] };
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
