import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock, type Stamp, stampMs } from '../../../lib/core/hlc';
import * as library from '../../../lib/core/library-entry';
import {
  isKept,
  lastChange,
  mergeEntries,
  mergeRecords,
  restoreEntry,
} from '../../../lib/core/merge-entries';
import type { PaperKey } from '../../../lib/core/paper';
import { threeEntries } from '../../support/arbitrary-entries';

const { newEntry, setLists, setNote, setStarred, setStatus, setTags } = library;
const id = 'arxiv:3101.00001' as PaperKey;
const doi = 'doi:10.1000/a' as PaperKey;

let nowMs = 1_000;
const machine = (device: string) => createClock({ now: () => nowMs++, device });
const laptop = machine('laptop');
const desk = machine('desk');
const saved = newEntry(id, laptop.tick());
const notes = (entry: library.LibraryEntry) => [
  entry.note,
  ...entry.otherNotes.map(({ text }) => text),
];

describe('an entry', () => {
  test('starts unread, without star, tags, lists or note', () => {
    expect(saved).toMatchObject({
      status: 'unread',
      starred: false,
      tags: [],
      lists: [],
      note: '',
    });
    expect(saved.addedAtMs).toBe(1_000);
  });

  test('says when it was read for as long as it is read', () => {
    const stamp = laptop.tick();
    const read = setStatus(saved, 'read', stamp);
    expect(read.readAtMs).toBe(stampMs(stamp));
    expect('readAtMs' in setStatus(read, 'unread', laptop.tick())).toBe(false);
  });

  test('has its tags sorted, trimmed, once each, also those named as object properties are', () => {
    const tagged = setTags(saved, ['x', '__proto__', ' x', '', 'constructor'], laptop.tick());
    expect(tagged.tags).toEqual(['__proto__', 'constructor', 'x']);
  });

  test('does not stamp a tag anew that it already had', () => {
    const first = setTags(saved, ['x'], laptop.tick());
    const second = setTags(first, ['x', 'y'], laptop.tick());
    expect(second.stamps.tags[0]).toEqual(first.stamps.tags[0]);
  });
});

describe('two machines', () => {
  test('that put different tags on a paper keep both', () => {
    const merged = mergeEntries(
      setTags(saved, ['rl'], laptop.tick()),
      setTags(saved, ['vision'], desk.tick()),
    );
    expect(merged.tags).toEqual(['rl', 'vision']);
  });

  test('agree that a tag taken off later is gone, though the other still had it', () => {
    const both = setTags(saved, ['rl'], laptop.tick());
    const removed = setTags(both, [], desk.tick());
    expect(mergeEntries(setStarred(both, true, laptop.tick()), removed).tags).toEqual([]);
  });

  test('agree that a list joined again after leaving it is joined', () => {
    const left = setLists(setLists(saved, ['thesis'], laptop.tick()), [], laptop.tick());
    expect(mergeEntries(left, setLists(left, ['thesis'], desk.tick())).lists).toEqual(['thesis']);
  });

  test('that set the status keep the later one, with its date', () => {
    const reading = setStatus(saved, 'reading', laptop.tick());
    const read = setStatus(saved, 'read', desk.tick(), 77);
    expect(mergeEntries(read, reading)).toMatchObject({ status: 'read', readAtMs: 77 });
  });

  test('that wrote different notes keep the later as the note and the other beside it', () => {
    const mine = setNote(saved, 'mine', laptop.tick());
    const theirs = setNote(saved, 'theirs', desk.tick());
    expect(notes(mergeEntries(theirs, mine))).toEqual(['theirs', 'mine']);
  });

  test('do not bring back a note that was rewritten on purpose', () => {
    const draft = setNote(saved, 'draft', laptop.tick());
    const final = setNote(draft, 'final', desk.tick());
    expect(notes(mergeEntries(draft, final))).toEqual(['final']);
  });

  test('do not bring back another version that was dismissed', () => {
    const mine = setNote(saved, 'mine', laptop.tick());
    const both = mergeEntries(mine, setNote(saved, 'theirs', desk.tick()));
    const dismissed = library.dismissOtherNote(both, both.otherNotes[0]?.stamp as Stamp);
    expect(notes(mergeEntries(mine, dismissed))).toEqual(['theirs']);
  });

  test('that emptied and wrote a note at once keep what was written', () => {
    const written = setNote(saved, 'words', laptop.tick());
    const emptied = setNote(saved, '', desk.tick());
    expect(notes(mergeEntries(written, emptied))).toEqual(['', 'words']);
  });
});

describe('two papers that turn out to be one', () => {
  const other = setNote(newEntry(doi, laptop.tick()), 'on the publication', laptop.tick());
  const first = setNote(setTags(saved, ['rl'], laptop.tick()), 'on the preprint', laptop.tick());

  test('keep both notes, though one machine wrote them one after the other', () => {
    expect(notes(mergeEntries(other, first))).toEqual(['on the preprint', 'on the publication']);
  });

  test('keep the earliest date, the smaller id and what was said of either', () => {
    expect(mergeEntries(other, first)).toMatchObject({ id, addedAtMs: 1_000, tags: ['rl'] });
  });

  test('stay read when only one of them was ever marked', () => {
    const read = setStatus(first, 'read', laptop.tick());
    expect(mergeEntries(newEntry(doi, laptop.tick()), read).status).toBe('read');
  });
});

describe('a deleted paper', () => {
  const deleted = { id, entry: saved, deleted: desk.tick() };

  test('stays deleted when another machine still has it as it was', () => {
    expect(isKept(mergeRecords({ id, entry: saved }, deleted))).toBe(false);
  });

  test('comes back whole when it was edited after the deletion', () => {
    const edited = setTags(setNote(saved, 'keep', laptop.tick()), ['rl'], laptop.tick());
    const merged = mergeRecords({ id, deleted: deleted.deleted }, { id, entry: edited });
    expect(isKept(merged)).toBe(true);
    expect(merged.entry).toMatchObject({ note: 'keep', tags: ['rl'], addedAtMs: 1_000 });
  });

  test('that was brought back is not deleted again by the old deletion', () => {
    const restored = { ...deleted, entry: restoreEntry(saved, laptop.tick()) };
    expect(isKept(mergeRecords(restored, deleted))).toBe(true);
  });
});

describe('merging any entries', () => {
  const runs = { numRuns: 1_000 };

  test('gives the same in any order and grouping, and again changes nothing', () => {
    fc.assert(
      fc.property(threeEntries, ([a, b, c]) => {
        expect(mergeEntries(a, b)).toEqual(mergeEntries(b, a));
        expect(mergeEntries(mergeEntries(a, b), c)).toEqual(mergeEntries(a, mergeEntries(b, c)));
        for (const entry of [a, b, c]) expect(mergeEntries(entry, entry)).toEqual(entry);
      }),
      runs,
    );
  });

  test('keeps every note that the other side never read', () => {
    fc.assert(
      fc.property(threeEntries, ([a, b]) => {
        const merged = notes(mergeEntries(a, b));
        const unread = library
          .notesOf(a)
          .versions.filter(
            ({ text, paper, stamp }) =>
              text.trim() !== '' &&
              !b.stamps.noteRead.some(
                (read) =>
                  read.paper === paper &&
                  read.stamp.endsWith(stamp.slice(14)) &&
                  read.stamp >= stamp,
              ),
          );
        for (const { text } of unread) expect(merged).toContain(text);
      }),
      runs,
    );
  });

  test('keeps the time of the last change', () => {
    fc.assert(
      fc.property(threeEntries, ([a, b]) => {
        const later = [lastChange(a), lastChange(b)].sort().at(-1);
        expect(lastChange(mergeEntries(a, b))).toBe(later);
      }),
      runs,
    );
  });
});
