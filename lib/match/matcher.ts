import type { PaperKey } from '../core/paper';
import type { PaperRecord } from '../core/same-paper';
import { CANDIDATES, type Found, findSame, type StoredRecord } from './find-same';
import { openTitleIndex } from './title-index';

/** The title index with its papers in memory: for imports, benchmarks and tests. */
export interface Matcher {
  /** Papers whose id is known already are ignored. */
  add(papers: readonly StoredRecord[]): void;
  /** The stored paper that this record is; null where that is not certain. */
  match(record: PaperRecord): PaperKey | null;
  /** The stored paper that this record is or may be, with the reason. */
  find(record: PaperRecord): Found | null;
  /** All that another matcher needs to go on from here. */
  keep(): KeptMatcher;
}

export interface KeptMatcher {
  readonly papers: readonly StoredRecord[];
  /** Of the title index, by name. */
  readonly segments: Readonly<Record<string, ArrayBuffer>>;
}

export function createMatcher(kept: KeptMatcher = { papers: [], segments: {} }): Matcher {
  const papers = new Map(kept.papers.map((paper) => [paper.id, paper]));
  const segments = new Map(Object.entries(kept.segments));
  const index = openTitleIndex(segments);

  function find(record: PaperRecord): Found | null {
    const ids = index.candidates(record.title, CANDIDATES);
    return findSame(
      record,
      ids.flatMap((id) => papers.get(id) ?? []),
    );
  }

  return {
    add(added) {
      const fresh = added.filter(({ id }) => !papers.has(id));
      for (const paper of fresh) papers.set(paper.id, paper);
      index.put(fresh, papers.size);
      while (index.mergeStep());
    },
    find,
    match(record) {
      const found = find(record);
      return found?.verdict === 'same' ? found.id : null;
    },
    keep() {
      const { put, remove } = index.flush();
      for (const [name, bytes] of put) segments.set(name, bytes);
      for (const name of remove) segments.delete(name);
      return { papers: [...papers.values()], segments: Object.fromEntries(segments) };
    },
  };
}
