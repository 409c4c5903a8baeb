import type { PaperKey } from '../core/paper';
import { openTitleIndex, type TitleIndex } from '../match/title-index';
import type { Background } from '../related/background';
import { openRelatedIndex } from '../related/block-related-index';
import type { RelatedIndex } from '../related/related-index';
import { openSearchIndex } from '../search/paper-index';
import type { SearchIndex } from '../search/search-index';
import { PaperkinDatabase } from '../store/database';
import type { Writer } from '../store/operation';
import { type FoundPaper, PaperRepository } from '../store/paper-repository';
import { SegmentStore } from '../store/segment-store';
import { SnapshotStore } from '../store/snapshot-store';
import { LiveIndex } from './live-index';
import { mayJoin } from './match-papers';
import { toRelatedDocument } from './relate';
import { toSearchDocument } from './to-search-document';

export interface LibraryOptions {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly now: () => number;
  readonly makeDeviceName: () => string;
  /** Word counts of the field at large, which small libraries are judged by. */
  readonly readBackground: () => Promise<Background>;
}

/** The stored library and the indexes over it. */
export interface Library {
  readonly writer: Writer;
  readonly repository: PaperRepository;
  readonly searchIndex: LiveIndex<SearchIndex>;
  readonly snapshots: SnapshotStore;
  /** Saved papers only: what rows of a listing are related to. */
  readonly savedIndex: LiveIndex<RelatedIndex>;
  /** Titles of saved papers: which of them a paper without a known identifier is. */
  readonly titleIndex: LiveIndex<TitleIndex>;
}

/** Nothing is read yet: the database and each index open on first use. */
export function openLibrary(options: LibraryOptions): Library {
  const db = new PaperkinDatabase(options);
  const segments = new SegmentStore(options);
  const repository = new PaperRepository(db);
  const { now, makeDeviceName } = options;
  return {
    writer: { db, now, makeDeviceName, mayJoin },
    repository,
    snapshots: new SnapshotStore(options),
    searchIndex: new LiveIndex({
      name: 'search',
      open: openSearchIndex,
      update: (index, papers, rev) => index.put(papers.map(toSearchDocument), rev),
      remove: (index, ids, rev) => index.remove(ids, rev),
      repository,
      segments,
    }),
    titleIndex: new LiveIndex({
      name: 'titles-saved',
      open: openTitleIndex,
      update: (index, papers, rev) => {
        const { saved, others } = splitSaved(papers);
        index.remove(others, rev);
        index.put(
          saved.map(({ paper: { id, title } }) => ({ id, title })),
          rev,
        );
      },
      remove: (index, ids, rev) => index.remove(ids, rev),
      repository,
      segments,
    }),
    savedIndex: new LiveIndex({
      name: 'related-saved',
      open: async (bytes) =>
        openRelatedIndex(bytes, { background: await options.readBackground() }),
      update: updateSaved,
      remove: (index, ids, rev) => index.remove(ids, rev),
      repository,
      segments,
    }),
  };
}

function updateSaved(index: RelatedIndex, papers: readonly FoundPaper[], rev: number): void {
  const { saved, others } = splitSaved(papers);
  index.remove(others, rev);
  index.put(
    saved.map(({ paper }) => toRelatedDocument(paper.id, paper.ids, paper)),
    rev,
  );
}

function splitSaved(papers: readonly FoundPaper[]) {
  const saved = papers.filter(({ entry }) => entry);
  const others = papers.filter(({ entry }) => !entry).map(({ paper }): PaperKey => paper.id);
  return { saved, others };
}
