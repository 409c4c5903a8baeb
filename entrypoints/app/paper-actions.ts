import type { PaperActions } from '../../components/paper-view';
import type { CopyFormat } from '../../components/popup/page-view';
import type { PaperKey } from '../../lib/core/paper';
import { doneText } from '../../lib/i18n/done-text';
import { editPapers, putNext, removePapers, showToast } from './changes';
import { send, t } from './connect';
import type { ReadingListModel } from './reading-list-model';

/** What differs from page to page; the rest of the actions is the same everywhere. */
export type OwnActions = Pick<PaperActions, 'onDetails' | 'onSave' | 'onNote' | 'onTag'> & {
  openAddress(url: string): void;
  /** The papers selected in the list, if any are. */
  chosen(): readonly PaperKey[];
};

/** What can be done to a paper of any list. */
export function paperActions({ openAddress, chosen, ...own }: OwnActions): PaperActions {
  return {
    ...own,
    onOpen: (key) => void openPaper(key, openAddress),
    onRemove: (key) => void removePapers([key]),
    onMarkRead: (key, isRead) => void editPapers([key], { status: isRead ? 'read' : 'unread' }),
    onStar: (key, starred) => void editPapers([key], { starred }),
    onQueue: (key, isQueued) => void setQueued([key], isQueued),
    onCopy: (key, format) => void copyAs(chosen().length > 0 ? chosen() : [key], format),
  };
}

async function openPaper(key: PaperKey, openAddress: (url: string) => void): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const url = stored?.paper.urls?.[0];
  if (url) openAddress(url);
}

/** Papers on the clipboard. The formats are loaded when they are first asked for. */
export async function copyAs(keys: readonly PaperKey[], format: CopyFormat): Promise<void> {
  const { copyPapers } = await import('./export-papers');
  await copyPapers(keys, format);
  showToast({ text: doneText(t, 'copied', keys.length) });
}

/** At the end of "read next", or out of it. */
export function setQueued(keys: readonly PaperKey[], isQueued: boolean): Promise<void> {
  return isQueued ? putNext(keys, 'last') : editPapers(keys, { queueRank: null });
}

/** Moves a row of "read next". */
export async function moveRow(list: ReadingListModel, from: number, to: number): Promise<void> {
  const paper = list.paperAt(from);
  const place = list.placeOf(from, to);
  if (!paper || !place) return;
  await putNext([paper.key], place, 'moved');
}

/** Takes tags or lists off that are no longer wanted, and puts on those that are new. */
export async function setLabels(
  key: PaperKey,
  kind: 'tags' | 'lists',
  wanted: readonly string[],
): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const gone = (stored?.entry?.[kind] ?? []).filter((name) => !wanted.includes(name));
  await editPapers(
    [key],
    kind === 'tags'
      ? { addTags: wanted, removeTags: gone }
      : { addLists: wanted, removeLists: gone },
  );
}
