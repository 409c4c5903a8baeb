import type { PaperActions } from '../../components/paper-view';
import type { PaperKey } from '../../lib/core/paper';
import { editPapers, putNext, removePapers } from './changes';
import { send } from './connect';
import { copyAs } from './copy-as';
import type { ReadingListModel } from './reading-list-model';

/** What differs from page to page; the rest of the actions is the same everywhere. */
export type OwnActions = Pick<PaperActions, 'onDetails' | 'onSave' | 'onNote' | 'onTag'> & {
  openAddress(url: string): void;
  /** What is copied: those chosen, or this one. */
  chosen(key: PaperKey): readonly PaperKey[];
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
    onCopy: (key, format) => void copyAs(chosen(key), format),
  };
}

async function openPaper(key: PaperKey, openAddress: (url: string) => void): Promise<void> {
  const [stored] = await send('papers.view', { keys: [key] });
  const url = stored?.paper.urls?.[0];
  if (url) openAddress(url);
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
