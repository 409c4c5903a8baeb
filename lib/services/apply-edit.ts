import type { Stamp } from '../core/hlc';
import {
  type LibraryEntry,
  setCitationKey,
  setLists,
  setNote,
  setQueueRank,
  setStarred,
  setStatus,
  setTags,
} from '../core/library-entry';
import type { EntryEdit } from '../core/library-query';

/** The entry after an edit; each part that is there is set under one stamp. */
export function applyEdit(entry: LibraryEntry, edit: EntryEdit, stamp: Stamp): LibraryEntry {
  let next = entry;
  if (edit.status !== undefined) next = setStatus(next, edit.status, stamp);
  if (edit.starred !== undefined) next = setStarred(next, edit.starred, stamp);
  if (edit.note !== undefined) next = setNote(next, edit.note, stamp);
  if (edit.citationKey !== undefined) next = setCitationKey(next, edit.citationKey, stamp);
  if (edit.queueRank === null) next = setQueueRank(next, undefined, stamp);
  const tags = change(next.tags, edit.addTags, edit.removeTags);
  if (tags !== next.tags) next = setTags(next, tags, stamp);
  const lists = change(next.lists, edit.addLists, edit.removeLists);
  if (lists !== next.lists) next = setLists(next, lists, stamp);
  return next;
}

function change(
  all: readonly string[],
  added: readonly string[] = [],
  removed: readonly string[] = [],
): readonly string[] {
  if (added.length === 0 && removed.length === 0) return all;
  return [...all, ...added].filter((one) => !removed.includes(one));
}
