/**
 * How an index lives on disk: a few named binary buffers ("segments") in a database of their own.
 * A change writes small new segments and removes old ones, never a big one for one paper.
 */

/** What one flush writes and removes. Applied in one transaction or not at all. */
export interface SegmentChange {
  readonly put: ReadonlyMap<string, ArrayBuffer>;
  readonly remove: readonly string[];
}

/**
 * An index over papers that is kept as segments. Everything in it can be rebuilt from the tables
 * `papers` and `library`: a reader that finds its segments missing or of another format starts
 * empty and asks for all papers again.
 */
export interface Segmented {
  /** Papers changed up to this revision (`PaperRow.rev`) are in; 0 for an empty index. */
  readonly rev: number;
  /** What changed since the last flush; both parts empty when nothing did. */
  flush(): SegmentChange;
  /**
   * One slice (at most about 10 ms of work) of merging small segments. True while work is left.
   * Its result shows up in the next flush; stopping between slices loses nothing. `isThorough`
   * also merges what need not be merged yet, where there is time for it.
   */
  mergeStep(isThorough?: boolean): boolean;
}
