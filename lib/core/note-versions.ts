import { laterStamp, type Stamp, stampDevice } from './hlc';
import type { PaperKey } from './paper';

/**
 * A note written on several machines: the latest text is the note, and a text that nobody
 * replaced knowingly is kept beside it. This is an observed-remove set (Bieniusa et al. 2012): a
 * machine's entry holds the texts it has, and says up to which stamp of each machine it has read;
 * a text that is read but no longer held was replaced or dismissed by the user.
 */

/** One text, when it was written and on the entry of which paper (two papers may become one). */
export interface NoteVersion {
  readonly text: string;
  readonly stamp: Stamp;
  readonly paper: PaperKey;
}

/** The latest stamp read of one machine's texts on one paper. */
export type NoteRead = Omit<NoteVersion, 'text'>;

export interface Notes {
  /** Latest first. The first one is the note; the others are never blank. */
  readonly versions: readonly NoteVersion[];
  /** One for each paper and machine, sorted. */
  readonly read: readonly NoteRead[];
}

export const NO_NOTES: Notes = { versions: [], read: [] };

/** A new text in place of the first; the others stay until dismissed. */
export function writeNote(notes: Notes, version: NoteVersion): Notes {
  return makeNotes([version, ...notes.versions.slice(1)], [...notes.read, version]);
}

/** The user has seen another version and does not need it. */
export function dismissNote(notes: Notes, stamp: Stamp): Notes {
  const kept = notes.versions.filter((version, i) => i === 0 || version.stamp !== stamp);
  return makeNotes(kept, notes.read);
}

/** Commutative, associative, idempotent. */
export function mergeNotes(a: Notes, b: Notes): Notes {
  const kept = [...unreplaced(a, b), ...unreplaced(b, a)];
  return makeNotes(kept, [...a.read, ...b.read]);
}

/** Texts of `mine` that the other side still has or has never read. */
function unreplaced(mine: Notes, other: Notes): NoteVersion[] {
  return mine.versions.filter(
    (version) =>
      other.versions.some((theirs) => compareVersions(version, theirs) === 0) ||
      !other.read.some((read) => sameWriter(read, version) && read.stamp >= version.stamp),
  );
}

function makeNotes(versions: readonly NoteVersion[], read: readonly NoteRead[]): Notes {
  const sorted = [...versions]
    .sort((a, b) => -compareVersions(a, b))
    .filter(
      (version, i, all) => i === 0 || compareVersions(version, all[i - 1] as NoteVersion) !== 0,
    );
  return {
    versions: sorted.filter(({ text }, i) => i === 0 || text.trim() !== ''),
    read: latestReads(read),
  };
}

function latestReads(reads: readonly NoteRead[]): NoteRead[] {
  const latest = new Map<string, NoteRead>();
  for (const { paper, stamp } of reads) {
    const writer = `${stampDevice(stamp)} ${paper}`;
    latest.set(writer, { paper, stamp: laterStamp(stamp, latest.get(writer)?.stamp) });
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
}

function sameWriter(a: NoteRead, b: NoteRead): boolean {
  return a.paper === b.paper && stampDevice(a.stamp) === stampDevice(b.stamp);
}

function compareVersions(a: NoteVersion, b: NoteVersion): number {
  const [x, y] = [a, b].map(({ stamp, paper, text }) => `${stamp} ${paper} ${text}`) as [
    string,
    string,
  ];
  return x < y ? -1 : Number(x > y);
}
