import { type LibraryEntry, newEntry } from '../core/library-entry';
import type { EntryEdit } from '../core/library-query';
import { mergeEntries, restoreEntry } from '../core/merge-entries';
import { pageAddress } from '../core/page-address';
import type { PaperCandidate, PaperKey } from '../core/paper';
import {
  type Operation,
  type OperationResult,
  runOperation,
  type Writer,
} from '../store/operation';
import { PaperBatch } from '../store/paper-batch';
import { applyEdit } from './apply-edit';

export interface SaveRequest {
  readonly opId: string;
  readonly candidates: readonly PaperCandidate[];
  /** Made in the same breath: tags, a note, a status. */
  readonly edit?: EntryEdit;
  /** The page they were saved from. */
  readonly url?: string;
}

/**
 * Puts papers on the reading list, or brings those that are there up to date. A paper that lies in
 * the bin comes back as it was. Resolves when all of it is on disk.
 */
export function savePapers(writer: Writer, request: SaveRequest): Promise<OperationResult> {
  const { opId, candidates, edit, url } = request;
  return runOperation(writer, { opId, kind: 'save' }, async (operation) => {
    const meeting = { atMs: operation.now(), feed: url ? pageAddress(url) : '' };
    const ids = await storeCandidates(operation, candidates, meeting);
    await enlist(operation, ids, edit);
    return ids;
  });
}

/** Stores what candidates say; answers the papers they are, each once, in their order. */
export async function storeCandidates(
  operation: Operation,
  candidates: readonly PaperCandidate[],
  meeting: { atMs: number; feed: string },
): Promise<PaperKey[]> {
  const batch = new PaperBatch(operation.db, operation.writer.mayJoin);
  await batch.load(candidates);
  for (const candidate of candidates) batch.add(candidate, meeting);
  const { added } = await batch.write(operation.nextRev);
  operation.countSeen(added);
  for (const join of batch.joins) await operation.followJoin(join, mergeEntries);
  const ids = candidates.map(({ key }) => batch.rowOf(key)?.id);
  return [...new Set(ids)].filter((id) => id !== undefined);
}

async function enlist(
  operation: Operation,
  ids: readonly PaperKey[],
  edit: EntryEdit = {},
): Promise<void> {
  const [papers, entries, binned] = await Promise.all([
    operation.db.papers.bulkGet([...ids]),
    operation.db.library.bulkGet([...ids]),
    operation.db.bin.bulkGet([...ids]),
  ]);
  const writes = ids.flatMap((id, i) => {
    const paper = papers[i];
    if (!paper) return [];
    const before = entries[i] ?? null;
    const stamp = operation.stamp();
    const start: LibraryEntry =
      before ?? (binned[i] ? restoreEntry(binned[i].entry, stamp) : newEntry(id, stamp));
    const after = applyEdit(start, edit, stamp);
    return after === before ? [] : [{ before, after, paper }];
  });
  await operation.putEntries(writes);
  await operation.db.bin.bulkDelete([...ids]);
}
