import { fromBase64, toBase64 } from '../core/base64';
import type { PaperKey } from '../core/paper';
import type { StoredEntry, StoredPaper } from './database';

/** The part of `browser.storage.local` that is used. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** How far the library had come, written down outside of the database. */
export interface LibraryMark {
  readonly atMs: number;
  /** Saved papers. */
  readonly papers: number;
  /** The database's last revision; it only ever grows. */
  readonly rev: number;
  /** Which database it was: each makes itself a name. '' before its first write. */
  readonly device: string;
}

/** One snapshot, whole. */
export interface SnapshotCopy {
  readonly atMs: number;
  readonly papers: number;
  /** Gzip, as in the ring of snapshots. */
  readonly bytes: ArrayBuffer;
}

/** A saved paper as it stands; without an entry it is saved no more. */
export interface TailLine {
  readonly id: PaperKey;
  readonly paper: StoredPaper | null;
  readonly entry: StoredEntry | null;
}

/** The papers that were changed after the snapshot that is kept. */
export interface Tail {
  readonly atMs: number;
  /** Which snapshot it follows. */
  readonly sinceMs: number;
  readonly lines: readonly TailLine[];
}

interface Head {
  readonly atMs: number;
  readonly papers: number;
  readonly size: number;
}

const MARK = 'library-mark';
const HEAD = 'snapshot-copy';
const TAIL = 'snapshot-tail';
/** Bytes to a chunk: a multiple of 3, so that chunks of base64 carry no padding but the last. */
const CHUNK_BYTES = 768 * 1024;

/**
 * The newest snapshot, what was changed after it, and a mark of how far the library had come, in `storage.local`. Chromium
 * throws away all databases of an extension together when one of them is damaged, the ring of
 * snapshots included; this is kept in files of its own.
 */
export class SecondCopy {
  readonly #area: StorageArea;

  constructor(area: StorageArea) {
    this.#area = area;
  }

  async readMark(): Promise<LibraryMark | null> {
    return ((await this.#area.get(MARK))[MARK] as LibraryMark | undefined) ?? null;
  }

  /** With what was changed since the snapshot, in one write: no mark is behind its own tail. */
  writeMark(mark: LibraryMark, tail: Tail | null = null): Promise<void> {
    return this.#area.set({ [MARK]: mark, ...(tail && { [TAIL]: tail }) });
  }

  /** For one who means to begin with an empty database. */
  forgetMark(): Promise<void> {
    return this.#area.remove([MARK]);
  }

  /** What is kept, without its bytes. */
  async head(): Promise<{ atMs: number; papers: number } | null> {
    return ((await this.#area.get(HEAD))[HEAD] as Head | undefined) ?? null;
  }

  /**
   * Takes the place of what was kept, but an empty library that of none with papers in it. The old
   * one goes only when the new one is whole.
   */
  async keep({ atMs, papers, bytes }: SnapshotCopy): Promise<void> {
    const old = (await this.#area.get(HEAD))[HEAD] as Head | undefined;
    if (old && (old.atMs === atMs || (papers === 0 && old.papers > 0))) return;
    const head: Head = { atMs, papers, size: bytes.byteLength };
    const view = new Uint8Array(bytes);
    for (const [i, key] of chunkKeys(head).entries()) {
      await this.#area.set({
        [key]: toBase64(view.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES)),
      });
    }
    await this.#area.set({ [HEAD]: head });
    if (old) await this.#area.remove(chunkKeys(old));
  }

  /** What was changed after that snapshot; null when nothing was kept of it. */
  async readTail({ atMs }: { readonly atMs: number }): Promise<Tail | null> {
    const tail = (await this.#area.get(TAIL))[TAIL] as Tail | undefined;
    return tail?.sinceMs === atMs ? tail : null;
  }

  /** null when there is none, or part of it is missing. */
  async read(): Promise<SnapshotCopy | null> {
    const head = (await this.#area.get(HEAD))[HEAD] as Head | undefined;
    if (!head) return null;
    const bytes = new Uint8Array(head.size);
    for (const [i, key] of chunkKeys(head).entries()) {
      const chunk = (await this.#area.get(key))[key];
      if (typeof chunk !== 'string') return null;
      bytes.set(fromBase64(chunk), i * CHUNK_BYTES);
    }
    const { atMs, papers } = head;
    return { atMs, papers, bytes: bytes.buffer };
  }
}

function chunkKeys({ atMs, size }: Head): string[] {
  const count = Math.ceil(size / CHUNK_BYTES);
  return Array.from({ length: count }, (_, i) => `${HEAD}:${atMs}:${i}`);
}
