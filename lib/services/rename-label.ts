import type { OperationResult, Writer } from '../store/operation';
import { editLibrary } from './edit-library';
import { inBatches, type OnProgress } from './in-batches';

export interface LabelChange {
  readonly opId: string;
  readonly kind: 'tags' | 'lists';
  readonly from: string;
  readonly to: string | null;
}

/**
 * Renames a tag or list on every paper that carries it; a name in use means the two become one,
 * null takes it off. Nothing happens where no paper carries it.
 */
export async function renameLabel(
  writer: Writer,
  { opId, kind, from, to }: LabelChange,
  onProgress: OnProgress,
): Promise<OperationResult> {
  const ids = await writer.db.library.where(kind).equals(from).primaryKeys();
  if (ids.length === 0 || from === to) return { ids: [], isReplay: false };
  const [added, removed] = [to === null ? [] : [to], [from]];
  const edit =
    kind === 'tags'
      ? { addTags: added, removeTags: removed }
      : { addLists: added, removeLists: removed };
  return inBatches({ opId, ids }, (part) => editLibrary(writer, { ...part, edit }), onProgress);
}
