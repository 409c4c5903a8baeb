import type { PaperKey } from '../core/paper';
import type { Segmented } from '../core/segments';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import type { SegmentStore } from '../store/segment-store';
import { nextTurn } from './slices';

/** Papers read from the database at a time while an index catches up, and written at a time. */
const BATCH = 500;
/** Papers that go into an index between two pauses: some ten milliseconds of work. */
const SLICE = 100;
/** So many papers put pay for one step of merging; each paper is merged some four times. */
const PAPERS_A_MERGE_STEP = 25;
/** With more than this to read first, nobody is kept waiting for all of it. */
const FAR_BEHIND = 2000;

/** An index as an answer finds it. */
export interface AtHand<T> {
  readonly index: T;
  /** False while much that was committed before the question is not in it yet. */
  readonly isWhole: boolean;
}

/** What the database tells of changes. */
export type Changes = Pick<PaperRepository, 'latestRev' | 'changedSince' | 'removedSince'>;

export interface LiveIndexOptions<T extends Segmented> {
  /** Under which the segments are kept. */
  readonly name: string;
  readonly open: (segments: ReadonlyMap<string, ArrayBuffer>) => T | Promise<T>;
  /** Brings changed papers into the index, after which its `rev` is the given one. */
  readonly update: (index: T, papers: readonly FoundPaper[], rev: number) => void;
  readonly remove: (index: T, ids: readonly PaperKey[], rev: number) => void;
  /** Papers a slice, where the usual number is not right. */
  readonly slice?: number;
  readonly changes: Changes;
  readonly segments: SegmentStore;
}

/**
 * An index that is always as new as the database: opened on first use, brought up to date by the
 * revisions it has not read. The database is the truth; a background that died before an index was
 * written only leaves more to catch up with. Work is done in slices with pauses in between, so that
 * who asks for something else is answered; a slice that was written is not done again.
 */
export class LiveIndex<T extends Segmented> {
  readonly #options: LiveIndexOptions<T>;
  #opened: Promise<T> | null = null;
  #isStale = true;
  #turn: Promise<T> | null = null;
  /** The index while it is far behind and catches up. */
  #growing: T | null = null;
  /** Told as soon as the index is found to be far behind. */
  readonly #hopeful = new Set<(growing: T) => void>();

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

  /** The index at once where it is far behind: as far as it has got, while it goes on catching up. */
  async atHand(): Promise<AtHand<T>> {
    if (this.#growing) return { index: this.#growing, isWhole: false };
    const { promise: early, resolve } = Promise.withResolvers<AtHand<T>>();
    const giveUp = (index: T) => resolve({ index, isWhole: false });
    this.#hopeful.add(giveUp);
    try {
      const whole = this.current().then((index) => ({ index, isWhole: true }));
      return await Promise.race([whole, early]);
    } finally {
      this.#hopeful.delete(giveUp);
    }
  }

  /** The index, or null where it has so much to read first that asking the database is quicker. */
  async currentIfClose(): Promise<T | null> {
    const { index, isWhole } = await this.atHand();
    return isWhole ? index : null;
  }

  /** The index as it is kept, with everything in it that was committed before the call. */
  async written(): Promise<ReadonlyMap<string, ArrayBuffer>> {
    await this.current();
    return this.#options.segments.read(this.#options.name);
  }

  /** Merges segments thoroughly, a slice at a time, while `mayGoOn` says so. */
  async tidy(mayGoOn: () => boolean): Promise<void> {
    const index = await this.current();
    while (mayGoOn() && index.mergeStep(true)) await nextTurn();
    await this.#flush(index);
  }

  async #refresh(): Promise<T> {
    try {
      this.#opened ??= this.#open();
      const [opened, latestRev] = await Promise.all([
        this.#opened,
        this.#options.changes.latestRev(),
      ]);
      const index = opened.rev > latestRev ? await this.#openAgain(opened) : opened;
      if (index.rev !== latestRev) await this.#catchUp(index, latestRev);
      return index;
    } catch (error) {
      this.#isStale = true;
      throw error;
    } finally {
      this.#growing = null;
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

  /** An index that knows more than the database is of one that was lost: it starts empty. */
  async #openAgain(index: T): Promise<T> {
    const { name, changes, segments } = this.#options;
    if (index.rev <= (await changes.latestRev())) return index;
    await segments.clear(name);
    this.#opened = this.#open();
    return this.#opened;
  }

  async #catchUp(index: T, latestRev: number): Promise<void> {
    const { changes, remove } = this.#options;
    const startRev = index.rev;
    if (latestRev - startRev > FAR_BEHIND) {
      this.#growing = index;
      for (const giveUp of this.#hopeful) giveUp(index);
    }
    let papers = await changes.changedSince(startRev, BATCH);
    while (papers.length > 0) {
      await this.#putInSlices(index, papers);
      await this.#flush(index);
      if (papers.length < BATCH) break;
      papers = await changes.changedSince(index.rev, BATCH);
    }
    const removed = await changes.removedSince(startRev);
    if (removed.length === 0) return;
    const lastRev = Math.max(index.rev, ...removed.map(({ rev }) => rev));
    remove(
      index,
      removed.map(({ id }) => id),
      lastRev,
    );
    await this.#flush(index);
  }

  async #putInSlices(index: T, papers: readonly FoundPaper[]): Promise<void> {
    const { slice: length = SLICE } = this.#options;
    for (let from = 0; from < papers.length; from += length) {
      const slice = papers.slice(from, from + length);
      this.#options.update(index, slice, slice.at(-1)?.paper.rev ?? index.rev);
      for (let paid = PAPERS_A_MERGE_STEP; paid <= slice.length; paid += PAPERS_A_MERGE_STEP) {
        await nextTurn();
        if (!index.mergeStep()) break;
      }
    }
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
