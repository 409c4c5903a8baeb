import { signal } from '@preact/signals';
import type { ProgressState } from '../../components/controls/notices';
import { toErrorData } from '../../lib/core/errors';
import type { EntryEdit, QueuePlace } from '../../lib/core/library-query';
import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { type Done, doneText } from '../../lib/i18n/done-text';
import { errorText } from '../../lib/i18n/error-text';
import type { Done as Reply } from '../../lib/messages/payloads';
import { makeOperationId, send, t } from './connect';

/** The one line at the bottom: what was done last, and what would take it back. */
export interface ToastState {
  readonly text: string;
  readonly undoOf?: string;
  /** How many papers an undo would change, if that is known. */
  readonly papers?: number;
}

export const toast = signal<ToastState | null>(null);
/** How far the change of many papers is that goes on, whoever asked for it. */
export const progress = signal<ProgressState | null>(null);

let hiding: ReturnType<typeof setTimeout> | undefined;
/** Long enough to read it and decide. */
const TOAST_MS = 10_000;
/** A change of more papers than these has its bar at once, before the first of it is done. */
const MANY = 500;

export function showToast(state: ToastState): void {
  clearTimeout(hiding);
  progress.value = null;
  toast.value = state;
  hiding = setTimeout(() => {
    toast.value = null;
  }, TOAST_MS);
}

let stalled: ReturnType<typeof setTimeout> | undefined;

/** A change that stopped half-way, asked for by a page that is closed, tells nobody: its bar goes. */
export function showProgress(done: number, total: number): void {
  clearTimeout(stalled);
  progress.value = done < total ? { done, total } : null;
  stalled = setTimeout(() => {
    progress.value = null;
  }, TOAST_MS);
}

/** Runs a change and says what came of it; a failure is shown where the success would be. */
export async function runChange(
  what: Done,
  run: (opId: string) => Promise<Reply>,
  papers = 1,
): Promise<void> {
  const opId = makeOperationId();
  if (papers > MANY) showProgress(0, papers);
  try {
    const { changed } = await run(opId);
    const text = doneText(t, what, Math.max(1, changed.length));
    showToast({ text, undoOf: opId, papers: changed.length });
  } catch (error) {
    showToast({ text: errorText(t, toErrorData(error)) });
  }
}

export function savePapers(candidates: readonly PaperCandidate[], edit?: EntryEdit, url?: string) {
  return runChange('saved', (opId) =>
    send('papers.save', { opId, candidates, ...(edit && { edit }), ...(url && { url }) }),
  );
}

export function editPapers(ids: readonly PaperKey[], edit: EntryEdit) {
  const run = (opId: string) => send('library.edit', { opId, ids, edit });
  return runChange(doneBy(edit), run, ids.length);
}

/** What an edit is called once it is made. */
function doneBy(edit: EntryEdit): Done {
  if (edit.status !== undefined) return edit.status;
  if (edit.starred !== undefined) return edit.starred ? 'starred' : 'unstarred';
  if (edit.note !== undefined) return 'noted';
  if (edit.queueRank === null) return 'unqueued';
  const names = (...lists: (readonly string[] | undefined)[]) => lists.some((one) => one?.length);
  const isTagged = names(edit.addTags, edit.removeTags);
  if (!names(edit.addLists, edit.removeLists)) return 'tagged';
  return isTagged ? 'labelled' : 'listed';
}

/** Puts papers into "read next", or moves them there. */
export function putNext(
  ids: readonly PaperKey[],
  place: QueuePlace,
  what: 'queued' | 'moved' = 'queued',
): Promise<void> {
  return runChange(what, (opId) => send('queue.put', { opId, ids, place }), ids.length);
}

export function removePapers(ids: readonly PaperKey[]) {
  return runChange('removed', (opId) => send('library.remove', { opId, ids }), ids.length);
}

export function dismissPapers(ids: readonly PaperKey[]) {
  return runChange('dismissed', (opId) => send('related.dismiss', { opId, ids }));
}

export async function undoLast(): Promise<void> {
  const { undoOf, papers = 1 } = toast.value ?? {};
  if (!undoOf) return;
  if (papers > MANY) showProgress(0, papers);
  try {
    const { changed } = await send('operations.undo', { opId: makeOperationId(), undoOf });
    showToast({ text: doneText(t, 'undone', Math.max(1, changed.length)) });
  } catch (error) {
    showToast({ text: errorText(t, toErrorData(error)) });
  }
}
