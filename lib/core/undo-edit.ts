import type { Stamp } from './hlc';
import {
  type LibraryEntry,
  setCitationKey,
  setLists,
  setNote,
  setQueueRank,
  setStarred,
  setStatus,
  setTags,
} from './library-entry';

/**
 * Takes the change from `before` to `after` back. A field that was edited again since then keeps
 * the later edit; tags and lists lose what the change added and regain what it took away.
 */
export function undoEdit(
  now: LibraryEntry,
  { before, after, stamp }: { before: LibraryEntry; after: LibraryEntry; stamp: Stamp },
): LibraryEntry {
  const isOurs = (field: 'status' | 'starred' | 'note' | 'citationKey' | 'queueRank') =>
    before[field] !== after[field] && now[field] === after[field];
  let next = now;
  if (isOurs('status')) next = setStatus(next, before.status, stamp, before.readAtMs);
  if (isOurs('starred')) next = setStarred(next, before.starred, stamp);
  if (isOurs('note')) next = setNote(next, before.note, stamp);
  if (isOurs('citationKey')) next = setCitationKey(next, before.citationKey, stamp);
  if (isOurs('queueRank')) next = setQueueRank(next, before.queueRank, stamp);
  next = setTags(next, takeBack(next.tags, before.tags, after.tags), stamp);
  return setLists(next, takeBack(next.lists, before.lists, after.lists), stamp);
}

function takeBack(
  now: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const lost = before.filter((one) => !after.includes(one));
  const kept = now.filter((one) => before.includes(one) || !after.includes(one));
  return [...kept, ...lost];
}
