import type { LibraryEntry } from './library-entry';
import type { ReadingStatus } from './paper';

/** What an edit did to one entry; `edited` where it has no single name. */
export type EditKind =
  | ReadingStatus
  | 'starred'
  | 'unstarred'
  | 'noted'
  | 'queued'
  | 'unqueued'
  | 'moved'
  | 'tagged'
  | 'listed'
  | 'labelled'
  | 'edited';

/** One entry on both sides of an edit. */
export interface EntryChange {
  readonly before: LibraryEntry;
  readonly after: LibraryEntry;
}

export function editKind({ before, after }: EntryChange): EditKind {
  const kinds: EditKind[] = [];
  if (before.status !== after.status) kinds.push(after.status);
  if (before.starred !== after.starred) kinds.push(after.starred ? 'starred' : 'unstarred');
  if (before.note !== after.note) kinds.push('noted');
  if (before.queueRank !== after.queueRank) kinds.push(queueKind(before, after));
  const [areTags, areLists] = [
    isOther(before.tags, after.tags),
    isOther(before.lists, after.lists),
  ];
  if (areTags && areLists) kinds.push('labelled');
  else if (areTags || areLists) kinds.push(areTags ? 'tagged' : 'listed');
  const [only, another] = kinds;
  return only && !another ? only : 'edited';
}

/** The members of `all` that are not among `others`. */
export function without(all: readonly string[] = [], others: readonly string[] = []): string[] {
  return all.filter((one) => !others.includes(one));
}

function queueKind(before: LibraryEntry, after: LibraryEntry): EditKind {
  if (after.queueRank === undefined) return 'unqueued';
  return before.queueRank === undefined ? 'queued' : 'moved';
}

function isOther(before: readonly string[], after: readonly string[]): boolean {
  return before.length !== after.length || without(after, before).length > 0;
}
