import { type Stamp, stampMs } from './hlc';
import {
  dismissNote,
  type NoteRead,
  type Notes,
  type NoteVersion,
  writeNote,
} from './note-versions';
import type { PaperKey, ReadingStatus } from './paper';

/**
 * What a reader made of one saved paper. Plain fields are read directly; `stamps` beside them says
 * when each was last set and on which machine, so that entries edited apart can be merged field by
 * field. Change an entry with the functions here only: they keep both in step.
 */
export interface LibraryEntry {
  readonly id: PaperKey;
  readonly status: ReadingStatus;
  readonly starred: boolean;
  /** Sorted, without doubles. */
  readonly tags: readonly string[];
  /** Sorted, without doubles. */
  readonly lists: readonly string[];
  /** Markdown; '' for none. */
  readonly note: string;
  /** Texts written elsewhere at the same time, which `note` did not replace; latest first. */
  readonly otherNotes: readonly NoteVersion[];
  readonly citationKey?: string;
  /** Place in "read next", smallest first. */
  readonly queueRank?: number;
  /** UTC, milliseconds. When it was first saved, on whichever machine. */
  readonly addedAtMs: number;
  /** UTC, milliseconds. When it was last opened. */
  readonly openedAtMs?: number;
  /** UTC, milliseconds. There exactly while `status` is `read`. */
  readonly readAtMs?: number;
  readonly stamps: EntryStamps;
}

/** A field that was never set has no stamp and gives way to any that was. */
export interface EntryStamps {
  /** When it was saved, or brought back from the bin. */
  readonly saved: Stamp;
  readonly status?: Stamp;
  readonly starred?: Stamp;
  readonly citationKey?: Stamp;
  readonly queueRank?: Stamp;
  /** With the paper on whose entry it was written: two entries may become one. */
  readonly note?: NoteRead;
  readonly noteRead: readonly NoteRead[];
  readonly tags: readonly ElementStamp[];
  readonly lists: readonly ElementStamp[];
}

/** When an element was last put in or taken out; those taken out are remembered. Sorted by element.
 *  Pairs and not an object, since a tag may be called `__proto__`. */
export type ElementStamp = readonly [element: string, stamp: Stamp];

export function newEntry(id: PaperKey, stamp: Stamp): LibraryEntry {
  return {
    id,
    status: 'unread',
    starred: false,
    tags: [],
    lists: [],
    note: '',
    otherNotes: [],
    addedAtMs: stampMs(stamp),
    stamps: { saved: stamp, noteRead: [], tags: [], lists: [] },
  };
}

/** The time of reading is `atMs`, or that of the stamp (an import knows better). */
export function setStatus(
  entry: LibraryEntry,
  status: ReadingStatus,
  stamp: Stamp,
  atMs: number = stampMs(stamp),
): LibraryEntry {
  const { readAtMs: _, ...rest } = entry;
  const stamps = { ...entry.stamps, status: stamp };
  return { ...rest, status, ...(status === 'read' && { readAtMs: atMs }), stamps };
}

export function setStarred(entry: LibraryEntry, starred: boolean, stamp: Stamp): LibraryEntry {
  return { ...entry, starred, stamps: { ...entry.stamps, starred: stamp } };
}

/** `undefined` gives the key back to the exporters' own choice. */
export function setCitationKey(
  entry: LibraryEntry,
  citationKey: string | undefined,
  stamp: Stamp,
): LibraryEntry {
  const { citationKey: _, ...rest } = entry;
  const stamps = { ...entry.stamps, citationKey: stamp };
  return { ...rest, ...(citationKey !== undefined && { citationKey }), stamps };
}

/** `undefined` takes the paper out of "read next". */
export function setQueueRank(
  entry: LibraryEntry,
  queueRank: number | undefined,
  stamp: Stamp,
): LibraryEntry {
  const { queueRank: _, ...rest } = entry;
  const stamps = { ...entry.stamps, queueRank: stamp };
  return { ...rest, ...(queueRank !== undefined && { queueRank }), stamps };
}

export function setTags(entry: LibraryEntry, tags: readonly string[], stamp: Stamp): LibraryEntry {
  return withElements(entry, 'tags', tags, stamp);
}

export function setLists(
  entry: LibraryEntry,
  lists: readonly string[],
  stamp: Stamp,
): LibraryEntry {
  return withElements(entry, 'lists', lists, stamp);
}

export function setNote(entry: LibraryEntry, note: string, stamp: Stamp): LibraryEntry {
  return withNotes(entry, writeNote(notesOf(entry), { text: note, stamp, paper: entry.id }));
}

/** Drops one of `otherNotes`, which the user has seen. */
export function dismissOtherNote(entry: LibraryEntry, stamp: Stamp): LibraryEntry {
  return withNotes(entry, dismissNote(notesOf(entry), stamp));
}

/** Never goes back. */
export function setOpened(entry: LibraryEntry, atMs: number): LibraryEntry {
  return { ...entry, openedAtMs: Math.max(atMs, entry.openedAtMs ?? atMs) };
}

/** An import may know an earlier date; a later one changes nothing. */
export function setAdded(entry: LibraryEntry, atMs: number): LibraryEntry {
  return { ...entry, addedAtMs: Math.min(atMs, entry.addedAtMs) };
}

/** The note and its other versions as note-versions.ts takes them. */
export function notesOf({ note, otherNotes, stamps }: LibraryEntry): Notes {
  const first = stamps.note ? [{ text: note, ...stamps.note }] : [];
  return { versions: [...first, ...otherNotes], read: stamps.noteRead };
}

export function withNotes(entry: LibraryEntry, { versions, read }: Notes): LibraryEntry {
  const [first, ...otherNotes] = versions;
  if (!first) return { ...entry, stamps: { ...entry.stamps, noteRead: read } };
  const { text: note, ...written } = first;
  return { ...entry, note, otherNotes, stamps: { ...entry.stamps, note: written, noteRead: read } };
}

function withElements(
  entry: LibraryEntry,
  field: 'tags' | 'lists',
  elements: readonly string[],
  stamp: Stamp,
): LibraryEntry {
  const given = elements.map((element) => element.trim().normalize('NFC'));
  const wanted = new Set(given.filter((element) => element !== ''));
  const had = new Set(entry[field]);
  const changed = new Map(entry.stamps[field]);
  for (const element of [...wanted, ...had]) {
    if (wanted.has(element) !== had.has(element)) changed.set(element, stamp);
  }
  return {
    ...entry,
    [field]: [...wanted].sort(),
    stamps: { ...entry.stamps, [field]: sortElements(changed) },
  };
}

export function sortElements(stamps: ReadonlyMap<string, Stamp>): ElementStamp[] {
  return [...stamps].sort(([a], [b]) => (a < b ? -1 : 1));
}
