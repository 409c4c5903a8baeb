import { laterStamp, type Stamp } from './hlc';
import {
  type ElementStamp,
  type EntryStamps,
  type LibraryEntry,
  notesOf,
  sortElements,
  withNotes,
} from './library-entry';
import { smallerKey } from './merge-facts';
import { mergeNotes, NO_NOTES } from './note-versions';
import type { PaperKey } from './paper';

/**
 * One entry from two: of one paper edited on two machines, or of two papers that turned out to be
 * one (then the smaller id stays). Commutative, associative, idempotent:
 *
 * - status, star, citation key and place in the queue: the one set last;
 * - each tag and list by itself: put in or taken out, whichever was last;
 * - the note written last, with what it did not replace in `otherNotes`;
 * - added at the earliest, opened at the latest time.
 */
export function mergeEntries(a: LibraryEntry, b: LibraryEntry): LibraryEntry {
  const tags = mergeElements(a, b, 'tags');
  const lists = mergeElements(a, b, 'lists');
  const opened = [a.openedAtMs, b.openedAtMs].filter((atMs) => atMs !== undefined);
  const merged: LibraryEntry = {
    id: smallerKey(a.id, b.id),
    addedAtMs: Math.min(a.addedAtMs, b.addedAtMs),
    ...(opened.length > 0 && { openedAtMs: Math.max(...opened) }),
    ...statusOf(lastSet(a, b, 'status', statusOf)),
    ...starOf(lastSet(a, b, 'starred', starOf)),
    ...keyOf(lastSet(a, b, 'citationKey', keyOf)),
    ...rankOf(lastSet(a, b, 'queueRank', rankOf)),
    tags: tags.members,
    lists: lists.members,
    note: '',
    otherNotes: [],
    stamps: { ...mergeStamps(a.stamps, b.stamps), tags: tags.stamps, lists: lists.stamps },
  };
  return withNotes(merged, mergeNotes(notesOf(a), notesOf(b)));
}

/** When the user last did anything to an entry. */
export function lastChange({ stamps }: LibraryEntry): Stamp {
  const { saved, status, starred, citationKey, queueRank, noteRead, tags, lists } = stamps;
  const elements = [...tags, ...lists].map(([, stamp]) => stamp);
  const notes = noteRead.map(({ stamp }) => stamp);
  const given = [status, starred, citationKey, queueRank, ...elements, ...notes];
  return given.reduce<Stamp>((latest, stamp) => laterStamp(latest, stamp), saved);
}

type Register = 'status' | 'starred' | 'citationKey' | 'queueRank';

const statusOf = ({ status, readAtMs }: LibraryEntry) => ({
  status,
  ...(readAtMs !== undefined && { readAtMs }),
});
const starOf = ({ starred }: LibraryEntry) => ({ starred });
const keyOf = ({ citationKey }: LibraryEntry) => citationKey !== undefined && { citationKey };
const rankOf = ({ queueRank }: LibraryEntry) => queueRank !== undefined && { queueRank };

/** The entry whose field was set last; among equals the greater value, so that order never counts. */
function lastSet(
  a: LibraryEntry,
  b: LibraryEntry,
  field: Register,
  read: (entry: LibraryEntry) => unknown,
): LibraryEntry {
  const [x, y] = [a, b].map(
    (entry) => `${entry.stamps[field] ?? ''} ${JSON.stringify(read(entry))}`,
  );
  return (x as string) >= (y as string) ? a : b;
}

function mergeStamps(a: EntryStamps, b: EntryStamps): EntryStamps {
  const later = (field: Register) => {
    const stamp = laterStamp(a[field], b[field]);
    return stamp && { [field]: stamp };
  };
  return {
    saved: laterStamp(a.saved, b.saved),
    ...later('status'),
    ...later('starred'),
    ...later('citationKey'),
    ...later('queueRank'),
    noteRead: NO_NOTES.read,
    tags: [],
    lists: [],
  };
}

function mergeElements(
  a: LibraryEntry,
  b: LibraryEntry,
  field: 'tags' | 'lists',
): { members: string[]; stamps: ElementStamp[] } {
  const latest = new Map<string, Stamp>();
  for (const [element, stamp] of [...a.stamps[field], ...b.stamps[field]]) {
    latest.set(element, laterStamp(stamp, latest.get(element)));
  }
  // At equal stamps, being in wins.
  const members = new Set<string>();
  for (const entry of [a, b]) {
    const stamps = new Map(entry.stamps[field]);
    for (const element of entry[field]) {
      if (stamps.get(element) === latest.get(element)) members.add(element);
    }
  }
  return { members: [...members].sort(), stamps: sortElements(latest) };
}

/**
 * All that a machine knows of one paper on the reading list, the deletion included. A deletion
 * never removes what it deletes, so an edit made elsewhere meanwhile brings the paper back whole.
 * The row stands in the library while `isKept`, else in the bin; once the bin is emptied only
 * `deleted` is left, for ever.
 */
export interface EntryRecord {
  readonly id: PaperKey;
  readonly entry?: LibraryEntry;
  readonly deleted?: Stamp;
}

/** True where the paper was saved or edited after it was last deleted. To undo a deletion, set
 *  `stamps.saved` anew (`restoreEntry`), so that other machines follow. */
export function isKept({ entry, deleted }: EntryRecord): boolean {
  return entry !== undefined && (deleted === undefined || lastChange(entry) > deleted);
}

export function restoreEntry(entry: LibraryEntry, stamp: Stamp): LibraryEntry {
  return { ...entry, stamps: { ...entry.stamps, saved: laterStamp(entry.stamps.saved, stamp) } };
}

/** Commutative, associative, idempotent. */
export function mergeRecords(a: EntryRecord, b: EntryRecord): EntryRecord {
  const entry = a.entry && b.entry ? mergeEntries(a.entry, b.entry) : (a.entry ?? b.entry);
  const deleted = laterStamp(a.deleted, b.deleted);
  return {
    id: smallerKey(a.id, b.id),
    ...(entry && { entry }),
    ...(deleted && { deleted }),
  };
}
