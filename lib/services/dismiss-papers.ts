import type { PaperKey } from '../core/paper';
import { type OperationResult, runOperation, type Writer } from '../store/operation';

/** Papers that are not to be suggested again. Can be undone like any change. */
export function dismissPapers(
  writer: Writer,
  { opId, ids }: { opId: string; ids: readonly PaperKey[] },
): Promise<OperationResult> {
  return runOperation(writer, { opId, kind: 'dismiss' }, async (operation) => {
    await operation.dismiss(ids);
    return ids;
  });
}
