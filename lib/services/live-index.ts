import type { PaperKey } from '../core/paper';
import type { Segmented } from '../core/segments';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import type { SegmentStore } from '../store/segment-store';

/** Papers read from the database at a time while an index catches up. */
const BATCH = 500;

export interface LiveIndexOptions<T extends Segmented> {
  /** Under which the segments are kept. */
  readonly name: string;
  readonly open: (segments: ReadonlyMap<string, ArrayBuffer>) => T | Promise<T>;
  /** Brings changed papers into the index, after which its `rev` is the given one. */
  readonly update: (index: T, papers: readonly FoundPaper[], rev: number) => void;
  readonly remove: (index: T, ids: readonly PaperKey[], rev: number) => void;
  readonly repository: PaperRepository;
  readonly segments: SegmentStore;
}

/**
 * An index that is always as new as the database: opened on first use, brought up to date by the
 * revisions it has not read. The database is the truth; a background that died before an index was
 * written only leaves more to catch up with.
 */
export class LiveIndex<T extends Segmented> {
  readonly #options: LiveIndexOptions<T>;
  #opened: Promise<T> | null = null;
  #isStale = true;
  #turn: Promise<T> | null = null;

  constructor(options: LiveIndexOptions<T>) {
    this.#options = options;
  }

  /** Something was committed: what stands in memory is no longer the newest. */
  markStale(): void {
    this.#isStale = true;
  }

  /** The index, with everything in it that was committed before the call. */
  current(): Promise<T> {
    if (this.#turn && !this.#isStale) return this.#turn;
    this.#isStale = false;
    const refresh = () => this.#refresh();
    this.#turn = this.#turn ? this.#turn.then(refresh, refresh) : refresh();
    return this.#turn;
  }

  /** Merges small segments, a slice at a time, while `mayGoOn` says so. */
  async tidy(mayGoOn: () => boolean): Promise<void> {
    const index = await this.current();
    while (mayGoOn() && index.mergeStep()) await pause();
    await this.#flush(index);
  }

  async #refresh(): Promise<T> {
    try {
      this.#opened ??= this.#open();
      const index = await this.#opened;
      await this.#catchUp(index);
      return index;
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
  }

  async #open(): Promise<T> {
    const { name, open, segments } = this.#options;
    try {
      return await open(await segments.read(name));
    } catch (error) {
      this.#opened = null;
      throw error;
    }
  }

  async #catchUp(index: T): Promise<void> {
    const { repository, update, remove } = this.#options;
    const startRev = index.rev;
    let papers = await repository.changedSince(index.rev, BATCH);
    while (papers.length > 0) {
      update(index, papers, papers.at(-1)?.paper.rev ?? index.rev);
      await this.#flush(index);
      if (papers.length < BATCH) break;
      papers = await repository.changedSince(index.rev, BATCH);
    }
    const removed = await repository.removedSince(startRev);
    if (removed.length === 0) return;
    const lastRev = Math.max(index.rev, ...removed.map(({ rev }) => rev));
    remove(
      index,
      removed.map(({ id }) => id),
      lastRev,
    );
    await this.#flush(index);
  }

  /** After a failure the index is read from disk again: what did not get there must not be believed. */
  async #flush(index: T): Promise<void> {
    try {
      await this.#options.segments.apply(this.#options.name, index.flush());
    } catch (error) {
      this.#opened = null;
      throw error;
    }
  }
}

/** Lets messages through between two slices. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
