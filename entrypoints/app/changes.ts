import { signal } from '@preact/signals';
import { toErrorData } from '../../lib/core/errors';
import type { EntryEdit } from '../../lib/core/library-query';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { errorText } from '../../lib/i18n/error-text';
import type { MessageName } from '../../lib/i18n/translate';
import type { Done } from '../../lib/messages/protocol';
import { makeOperationId, send, t } from './connect';

/** The one line at the bottom: what was done last, and what would take it back. */
export interface ToastState {
  readonly text: string;
  readonly undoOf?: string;
}

export const toast = signal<ToastState | null>(null);

let hiding: ReturnType<typeof setTimeout> | undefined;
/** Long enough to read it and decide. */
const TOAST_MS = 10_000;

export function showToast(state: ToastState): void {
  clearTimeout(hiding);
  toast.value = state;
  hiding = setTimeout(() => {
    toast.value = null;
  }, TOAST_MS);
}

/** Runs a change and says what came of it; a failure is shown where the success would be. */
export async function runChange(
  done: MessageName,
  run: (opId: string) => Promise<Done>,
): Promise<void> {
  const opId = makeOperationId();
  try {
    await run(opId);
    showToast({ text: t(done), undoOf: opId });
  } catch (error) {
    showToast({ text: errorText(t, toErrorData(error)) });
  }
}

export function savePapers(candidates: readonly PaperCandidate[], edit?: EntryEdit, url?: string) {
  return runChange('savedDone', (opId) =>
    send('papers.save', { opId, candidates, ...(edit && { edit }), ...(url && { url }) }),
  );
}

export function editPapers(ids: readonly PaperKey[], edit: EntryEdit) {
  return runChange('changedDone', (opId) => send('library.edit', { opId, ids, edit }));
}

export function removePapers(ids: readonly PaperKey[]) {
  return runChange('removedDone', (opId) => send('library.remove', { opId, ids }));
}

export function dismissPapers(ids: readonly PaperKey[]) {
  return runChange('dismissedDone', (opId) => send('related.dismiss', { opId, ids }));
}

export async function undoLast(): Promise<void> {
  const undoOf = toast.value?.undoOf;
  if (!undoOf) return;
  try {
    await send('operations.undo', { opId: makeOperationId(), undoOf });
    showToast({ text: t('undoneDone') });
  } catch (error) {
    showToast({ text: errorText(t, toErrorData(error)) });
  }
}
