import { NO_COUNTS } from '../core/library-query';
import type { PaperkinDatabase } from '../store/database';
import type { WriterState } from '../store/operation';
import type { LibraryMark, SecondCopy, SnapshotCopy } from '../store/second-copy';
import type { SnapshotStore } from '../store/snapshot-store';
import { changedSince } from './keep-tail';
import { takeSnapshot, withTail } from './snapshots';

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTES_10_MS = 10 * 60 * 1000;
/** Papers saved since the last snapshot that make the next one due. */
const MANY = 25;

/** The database is behind what was once written down of it. */
export interface Loss {
  readonly before: LibraryMark;
  /** Saved papers that are left. */
  readonly papers: number;
  /** The snapshot that stands in the ring again; null if none was ever made. */
  readonly copy: { readonly atMs: number; readonly papers: number } | null;
}

export interface CopyKeeperOptions {
  readonly db: PaperkinDatabase;
  readonly snapshots: SnapshotStore;
  readonly secondCopy: SecondCopy;
  readonly now: () => number;
  /** Tells the reader; runs again with the next start if it fails. */
  readonly announce: (loss: Loss) => Promise<void>;
}

/**
 * Keeps a copy of the library outside of the database, and notices when the database went back in
 * time or was emptied by anything but a person. Everything here may be repeated.
 */
export class CopyKeeper {
  readonly #options: CopyKeeperOptions;
  #check: Promise<void> | null = null;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: CopyKeeperOptions) {
    this.#options = options;
  }

  /**
   * Before any mark is written, and each time: Chromium throws a database away that met a full disk
   * while a background lives on. Those who ask at once share one look.
   */
  check(): Promise<void> {
    this.#check ??= this.#findLoss().finally(() => {
      this.#check = null;
    });
    return this.#check;
  }

  /** Keeps a snapshot outside of the databases. */
  async keep(copy: SnapshotCopy): Promise<void> {
    await this.check(); // or what is left would take the place of what was lost
    await this.#options.secondCopy.keep(copy);
    await this.#options.secondCopy.writeMark(await this.#state());
  }

  /** After changes: moves the mark along, and takes a snapshot when one is due. One at a time. */
  keepUp(): Promise<void> {
    const keepUp = () => this.#keepUp();
    this.#turn = this.#turn.then(keepUp, keepUp);
    return this.#turn;
  }

  async #findLoss(): Promise<void> {
    const { secondCopy, snapshots, announce } = this.#options;
    // In this order: a mark that is written meanwhile must not seem to be ahead of the database.
    const before = await secondCopy.readMark();
    const state = await this.#state();
    if (!before || (state.device === before.device && state.rev >= before.rev)) return;
    const copy = await this.#readCopy();
    if (copy) await snapshots.putBack(copy);
    const loss = { before, papers: state.papers, copy: copy && infoOf(copy) };
    // Papers that were only met come back by themselves; nobody needs to be called for them.
    if (before.papers > 0) await announce(loss);
    await secondCopy.writeMark(state);
  }

  async #keepUp(): Promise<void> {
    await this.check();
    const { db, secondCopy, snapshots, now } = this.#options;
    const [mark, head, state] = await Promise.all([
      secondCopy.readMark(),
      secondCopy.head(),
      this.#state(),
    ]);
    if (state.rev === mark?.rev && !isDue(head, state)) return;
    const lines = head && (await changedSince(db, head.atMs));
    const tail = lines && { atMs: state.atMs, sinceMs: head.atMs, lines };
    await secondCopy.writeMark(state, tail);
    const isLong = head !== null && tail === null && state.atMs - head.atMs >= MINUTES_10_MS;
    if (isLong || isDue(head, state)) await takeSnapshot(db, snapshots, now());
  }

  /** What is kept outside of the databases, as one snapshot. */
  async #readCopy(): Promise<SnapshotCopy | null> {
    const { secondCopy } = this.#options;
    const copy = await secondCopy.read();
    const tail = copy && (await secondCopy.readTail(copy));
    return copy && tail ? withTail(copy, tail) : copy;
  }

  async #state(): Promise<LibraryMark> {
    const row = await this.#options.db.meta.get('writer');
    const { rev = 0, device = '', counters } = (row?.value ?? {}) as Partial<WriterState>;
    const { unread, reading, read } = counters ?? NO_COUNTS;
    return { atMs: this.#options.now(), papers: unread + reading + read, rev, device };
  }
}

/** The first papers, the first change after a day, and many saved at once are copied soon. */
function isDue(last: { atMs: number; papers: number } | null, state: LibraryMark): boolean {
  if (!last || state.papers === 0) return state.papers > 0;
  const ageMs = state.atMs - last.atMs;
  const added = state.papers - last.papers;
  if (ageMs >= DAY_MS) return true;
  return added >= MANY && (ageMs >= MINUTES_10_MS || added * 2 >= last.papers);
}

function infoOf({ atMs, papers }: { atMs: number; papers: number }) {
  return { atMs, papers };
}
