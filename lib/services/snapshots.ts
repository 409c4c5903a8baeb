import { AppError } from '../core/errors';
import { gunzipLines, gzipLines } from '../core/gzip';
import type { PaperKey } from '../core/paper';
import type { PaperkinDatabase, StoredEntry, StoredPaper } from '../store/database';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import type { SnapshotCopy, Tail } from '../store/second-copy';
import type { SnapshotStore } from '../store/snapshot-store';

const FORMAT = 'paperkin-snapshot';
const VERSION = 1;
/** Papers read from or written to the database at a time. */
const BATCH = 500;
/** Papers copied at a time: requests of a listing wait behind no more than these. */
const COPIED = 50;
/** 100,000 papers with abstracts and notes; more is no snapshot of ours. */
const MAX_BYTES = 1_000_000_000;

interface Header {
  readonly format: string;
  readonly version: number;
  readonly papers: number;
}

interface Line {
  readonly paper: StoredPaper;
  readonly entry: StoredEntry;
}

/**
 * Copies every saved paper, whole, into the ring of snapshots; the one of `keeping` stays in it.
 * Answers how many papers it holds.
 */
export async function takeSnapshot(
  db: PaperkinDatabase,
  store: SnapshotStore,
  atMs: number,
  keeping?: number,
): Promise<number> {
  const ids = await db.library.toCollection().primaryKeys();
  const bytes = await gzipLines(snapshotLines(db, ids));
  await store.add({ atMs, papers: ids.length, bytes }, keeping);
  return ids.length;
}

/** A snapshot with what was changed after it. Throws `bad-input` as reading it does. */
export async function withTail(copy: SnapshotCopy, tail: Tail): Promise<SnapshotCopy> {
  const lines = await readSnapshot(copy.bytes);
  const all = new Map(lines.map((line) => [line.paper.id, line]));
  for (const { id, paper, entry } of tail.lines) {
    if (paper && entry) all.set(id, { paper, entry });
    else all.delete(id);
  }
  const bytes = await gzipLines(linesOf([...all.values()]));
  return { atMs: tail.atMs, papers: all.size, bytes };
}

async function* linesOf(lines: readonly Line[]) {
  yield headerLine(lines.length);
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}

function headerLine(papers: number): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, papers } satisfies Header)}\n`;
}

async function* snapshotLines(db: PaperkinDatabase, ids: readonly PaperKey[]) {
  yield headerLine(ids.length);
  for (let start = 0; start < ids.length; start += COPIED) {
    const batch = ids.slice(start, start + COPIED);
    const [papers, entries] = await Promise.all([
      db.papers.bulkGet(batch),
      db.library.bulkGet(batch),
    ]);
    for (const [i, paper] of papers.entries()) {
      const entry = entries[i];
      if (paper && entry) yield `${JSON.stringify({ paper, entry } satisfies Line)}\n`;
    }
  }
}

/**
 * Makes the library what it was: the papers of the snapshot as they stood in it, all others into
 * the bin. One operation, so one undo. Reads and checks the whole snapshot before it writes.
 */
export async function restoreSnapshot(
  writer: Writer,
  store: SnapshotStore,
  { opId, atMs }: { opId: string; atMs: number },
): Promise<OperationResult> {
  const bytes = await store.read(atMs);
  if (!bytes) throw new AppError('not-found', `no snapshot of ${new Date(atMs).toISOString()}`);
  const lines = await readSnapshot(bytes);
  return runOperation(writer, { opId, kind: 'restore' }, async (operation) => {
    await removeOthers(operation, lines);
    for (let start = 0; start < lines.length; start += BATCH) {
      await putBack(operation, lines.slice(start, start + BATCH));
    }
    return lines.map(({ paper }) => paper.id);
  });
}

/** Throws `bad-input` for a snapshot that is damaged or of a newer version. */
async function readSnapshot(bytes: ArrayBuffer): Promise<Line[]> {
  const lines: Line[] = [];
  let header: Header | null = null;
  for await (const text of gunzipLines(bytes, MAX_BYTES)) {
    if (header) lines.push(JSON.parse(text) as Line);
    else header = JSON.parse(text) as Header;
  }
  if (header?.format !== FORMAT || header.version > VERSION || header.papers !== lines.length) {
    throw new AppError('bad-input', 'this snapshot is damaged or from a newer version', {
      fault: 'damaged-copy',
    });
  }
  return lines;
}

async function removeOthers(operation: Operation, lines: readonly Line[]): Promise<void> {
  const kept = new Set(lines.map(({ entry }) => entry.id));
  const all = await operation.db.library.toArray();
  await operation.removeEntries(all.filter(({ id }) => !kept.has(id)));
}

/** The papers' facts come back where they are gone; the entries come back as they were. */
async function putBack(operation: Operation, lines: readonly Line[]): Promise<void> {
  const { db } = operation;
  const ids = lines.map(({ paper }) => paper.id);
  const [papers, entries] = await Promise.all([db.papers.bulkGet(ids), db.library.bulkGet(ids)]);
  const missing = lines.filter((_, i) => !papers[i]).map(({ paper }) => paper);
  await db.papers.bulkPut(missing.map((paper) => ({ ...paper, rev: operation.nextRev() })));
  await db.aliases.bulkPut(
    missing.flatMap(({ id, ids: keys }) => keys.map((key) => ({ key, paperId: id }))),
  );
  operation.countSeen(missing.length);
  const stamp = operation.stamp();
  await operation.putEntries(
    lines.map(({ paper, entry }, i) => ({
      before: entries[i] ?? null,
      after: { ...entry, stamps: { ...entry.stamps, saved: stamp } },
      paper: papers[i] ?? paper,
    })),
  );
  await db.bin.bulkDelete(ids);
}
