import type { PaperKey } from '../core/paper';
import { openTitleIndex, type TitleIndex } from '../match/title-index';
import type { Background } from '../related/background';
import { openRelatedIndex } from '../related/block-related-index';
import type { RelatedIndex } from '../related/related-index';
import { PaperkinDatabase } from '../store/database';
import type { Writer } from '../store/operation';
import { type FoundPaper, PaperRepository } from '../store/paper-repository';
import type { SnapshotCopy } from '../store/second-copy';
import { SnapshotStore } from '../store/snapshot-store';
import { LiveIndex } from './live-index';
import { mayJoin } from './match-papers';
import type { Reading } from './open-reading';
import { toRelatedDocument } from './to-related-document';

export interface LibraryOptions {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly now: () => number;
  readonly makeDeviceName: () => string;
  readonly lackOfRoom: Writer['lackOfRoom'];
  /** Word counts of the field at large, which small libraries are judged by. */
  readonly readBackground: () => Promise<Background>;
  /** Keeps each snapshot outside of the databases too. */
  readonly keepCopy: (copy: SnapshotCopy) => Promise<void>;
  /** The part that answers first, and is open already. */
  readonly reading: Reading;
}

/** The stored library and the indexes over it. */
export interface Library {
  readonly writer: Writer;
  readonly repository: PaperRepository;
  readonly snapshots: SnapshotStore;
  readonly lookupIndex: Reading['lookupIndex'];
  readonly searchIndex: Reading['searchIndex'];
  /** Saved papers only: what rows of a listing are related to. */
  readonly savedIndex: LiveIndex<RelatedIndex>;
  /** All papers, saved and seen: what an open paper is related to. */
  readonly allIndex: LiveIndex<RelatedIndex>;
  /** Titles of saved papers: which of them a paper without a known identifier is. */
  readonly titleIndex: LiveIndex<TitleIndex>;
  /** Something was committed: each index reads it before it next answers. */
  markStale(): void;
  /** Brings indexes up to date before anybody waits; the largest, over all papers, is not opened unasked. */
  catchUp(): Promise<void>;
}

/** Nothing is read yet: the database and each index open on first use. */
export function openLibrary(options: LibraryOptions): Library {
  const db = new PaperkinDatabase(options);
  const repository = new PaperRepository(db);
  const { now, makeDeviceName, lackOfRoom, reading } = options;
  const { lookupIndex, searchIndex } = reading;
  const indexes = { lookupIndex, searchIndex, ...openWholeIndexes(reading, options) };
  return {
    writer: { db, now, makeDeviceName, mayJoin, lackOfRoom },
    repository,
    snapshots: new SnapshotStore({ ...options, onAdded: options.keepCopy }),
    ...indexes,
    markStale() {
      for (const index of Object.values(indexes)) index.markStale();
    },
    async catchUp() {
      // In the order in which they are missed: by a page, a search, a save, a row.
      const { titleIndex, savedIndex } = indexes;
      for (const index of [lookupIndex, searchIndex, titleIndex, savedIndex]) await index.current();
    },
  };
}

/** The indexes that only the whole background asks. */
function openWholeIndexes(
  { changes, segments }: Reading,
  { readBackground }: Pick<LibraryOptions, 'readBackground'>,
) {
  const shared = {
    remove: (index: Removable, ids: readonly PaperKey[], rev: number) => index.remove(ids, rev),
    changes,
    segments,
  };
  return {
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
    allIndex: new LiveIndex<RelatedIndex>({
      ...shared,
      name: 'related-all',
      open: async (bytes) => openRelatedIndex(bytes, { background: await readBackground() }),
      update: (index, papers, rev) =>
        index.put(
          papers.map(({ paper }) => toRelatedDocument(paper.id, paper.ids, paper)),
          rev,
        ),
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
