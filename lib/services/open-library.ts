import type { PaperKey } from '../core/paper';
import { type LookupIndex, openLookupIndex } from '../lookup/lookup-index';
import { openTitleIndex, type TitleIndex } from '../match/title-index';
import type { Background } from '../related/background';
import { openRelatedIndex } from '../related/block-related-index';
import type { RelatedIndex } from '../related/related-index';
import { openSearchIndex } from '../search/paper-index';
import type { SearchIndex } from '../search/search-index';
import { PaperkinDatabase } from '../store/database';
import type { Writer } from '../store/operation';
import { type FoundPaper, PaperRepository } from '../store/paper-repository';
import type { SnapshotCopy } from '../store/second-copy';
import { SegmentStore } from '../store/segment-store';
import { SnapshotStore } from '../store/snapshot-store';
import { LiveIndex } from './live-index';
import { mayJoin } from './match-papers';
import { toRelatedDocument } from './relate';
import { toLookupDocument } from './to-lookup-document';
import { toSearchDocument } from './to-search-document';

export interface LibraryOptions {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly now: () => number;
  readonly makeDeviceName: () => string;
  /** Word counts of the field at large, which small libraries are judged by. */
  readonly readBackground: () => Promise<Background>;
  /** Keeps each snapshot outside of the databases too. */
  readonly keepCopy: (copy: SnapshotCopy) => Promise<void>;
}

/** The stored library and the indexes over it. */
export interface Library {
  readonly writer: Writer;
  readonly repository: PaperRepository;
  readonly searchIndex: LiveIndex<SearchIndex>;
  readonly snapshots: SnapshotStore;
  /** All papers, saved and seen, by each of their keys. */
  readonly lookupIndex: LiveIndex<LookupIndex>;
  /** Saved papers only: what rows of a listing are related to. */
  readonly savedIndex: LiveIndex<RelatedIndex>;
  /** Titles of saved papers: which of them a paper without a known identifier is. */
  readonly titleIndex: LiveIndex<TitleIndex>;
  /** Opens both databases at once: the message that woke the background is still on its way. */
  open(): Promise<unknown>;
  /** Something was committed: each index reads it before it next answers. */
  markStale(): void;
}

/** Nothing is read yet: the database and each index open on first use. */
export function openLibrary(options: LibraryOptions): Library {
  const db = new PaperkinDatabase(options);
  const repository = new PaperRepository(db);
  const { now, makeDeviceName, readBackground } = options;
  const segments = new SegmentStore(options);
  const indexes = openIndexes(repository, segments, readBackground);
  return {
    writer: { db, now, makeDeviceName, mayJoin },
    repository,
    snapshots: new SnapshotStore({ ...options, onAdded: options.keepCopy }),
    ...indexes,
    open: () => Promise.all([db.open(), segments.open()]),
    markStale() {
      for (const index of Object.values(indexes)) index.markStale();
    },
  };
}

function openIndexes(
  repository: PaperRepository,
  segments: SegmentStore,
  readBackground: LibraryOptions['readBackground'],
) {
  const shared = {
    remove: (index: Removable, ids: readonly PaperKey[], rev: number) => index.remove(ids, rev),
    repository,
    segments,
  };
  return {
    searchIndex: new LiveIndex<SearchIndex>({
      ...shared,
      name: 'search',
      open: openSearchIndex,
      update: (index, papers, rev) => index.put(papers.map(toSearchDocument), rev),
    }),
    lookupIndex: new LiveIndex<LookupIndex>({
      ...shared,
      name: 'lookup',
      open: openLookupIndex,
      update: (index, papers, rev) => index.put(papers.map(toLookupDocument), rev),
    }),
    titleIndex: new LiveIndex<TitleIndex>({
      ...shared,
      name: 'titles-saved',
      open: openTitleIndex,
      update: (index, papers, rev) => {
        const saved = keepSaved(index, papers, rev);
        index.put(
          saved.map(({ paper: { id, title } }) => ({ id, title })),
          rev,
        );
      },
    }),
    savedIndex: new LiveIndex<RelatedIndex>({
      ...shared,
      name: 'related-saved',
      open: async (bytes) => openRelatedIndex(bytes, { background: await readBackground() }),
      update: (index, papers, rev) => {
        const saved = keepSaved(index, papers, rev);
        index.put(
          saved.map(({ paper }) => toRelatedDocument(paper.id, paper.ids, paper)),
          rev,
        );
      },
    }),
  };
}

interface Removable {
  remove(ids: readonly PaperKey[], rev: number): void;
}

/** The saved ones of the papers; the others are taken out of the index. */
function keepSaved(index: Removable, papers: readonly FoundPaper[], rev: number): FoundPaper[] {
  const others = papers.filter(({ entry }) => !entry);
  index.remove(
    others.map(({ paper }) => paper.id),
    rev,
  );
  return papers.filter(({ entry }) => entry);
}
