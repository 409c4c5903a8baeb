import { setLists, setTags } from '../core/library-entry';
import { type OperationResult, runOperation, type Writer } from '../store/operation';

/**
 * Renames a tag or list on every paper that carries it; a name in use means the two become one,
 * null takes it off.
 */
export function renameLabel(
  writer: Writer,
  request: { opId: string; kind: 'tags' | 'lists'; from: string; to: string | null },
): Promise<OperationResult> {
  const { opId, kind, from, to } = request;
  const set = kind === 'tags' ? setTags : setLists;
  return runOperation(writer, { opId, kind: 'edit' }, async (operation) => {
    const { db } = operation;
    const entries = await db.library.where(kind).equals(from).toArray();
    const papers = await db.papers.bulkGet(entries.map(({ id }) => id));
    const stamp = operation.stamp();
    const writes = entries.flatMap((before, i) => {
      const paper = papers[i];
      const kept = before[kind].filter((name) => name !== from);
      const after = set(before, to === null ? kept : [...kept, to], stamp);
      return paper ? [{ before, after, paper }] : [];
    });
    await operation.putEntries(writes);
    return entries.map(({ id }) => id);
  });
}
