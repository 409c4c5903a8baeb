import fc from 'fast-check';
import { createClock, type Stamp } from '../../lib/core/hlc';
import {
  dismissOtherNote,
  type LibraryEntry,
  newEntry,
  setAdded,
  setCitationKey,
  setLists,
  setNote,
  setOpened,
  setQueueRank,
  setStarred,
  setStatus,
  setTags,
} from '../../lib/core/library-entry';
import { mergeEntries } from '../../lib/core/merge-entries';
import { READING_STATUSES } from '../../lib/core/paper';
import { paperKey } from './arbitrary-papers';

/** Entries as three machines come to have them: each edits its own and now and then takes in another's. */

const label = fc.constantFrom('rl', 'RL', '__proto__', 'constructor', '读', ' x ');
const labels = fc.array(label, { maxLength: 3 });

type Edit = (entry: LibraryEntry, stamp: Stamp) => LibraryEntry;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...READING_STATUSES).map(
    (v): Edit =>
      (e, s) =>
        setStatus(e, v, s),
  ),
  fc.boolean().map(
    (v): Edit =>
      (e, s) =>
        setStarred(e, v, s),
  ),
  labels.map(
    (v): Edit =>
      (e, s) =>
        setTags(e, v, s),
  ),
  labels.map(
    (v): Edit =>
      (e, s) =>
        setLists(e, v, s),
  ),
  fc.constantFrom('', ' ', 'one', 'two').map(
    (v): Edit =>
      (e, s) =>
        setNote(e, v, s),
  ),
  fc.constant<Edit>((e) => dismissOtherNote(e, e.otherNotes[0]?.stamp ?? e.stamps.saved)),
  fc.constantFrom('oak31', undefined).map(
    (v): Edit =>
      (e, s) =>
        setCitationKey(e, v, s),
  ),
  fc.constantFrom(0, 1, undefined).map(
    (v): Edit =>
      (e, s) =>
        setQueueRank(e, v, s),
  ),
  fc.nat(9).map(
    (v): Edit =>
      (e) =>
        setOpened(e, v),
  ),
  fc.nat(9).map(
    (v): Edit =>
      (e) =>
        setAdded(e, v),
  ),
);

const step = fc.record({
  machine: fc.nat(2),
  act: fc.oneof(
    { weight: 4, arbitrary: edit.map((change) => ({ kind: 'edit', change }) as const) },
    { weight: 1, arbitrary: fc.nat(2).map((from) => ({ kind: 'merge', from }) as const) },
  ),
});

/** The three machines' entries, of one paper or of several that turned out to be one. */
export const threeEntries: fc.Arbitrary<readonly [LibraryEntry, LibraryEntry, LibraryEntry]> = fc
  .record({
    ids: fc.tuple(paperKey, paperKey, paperKey),
    steps: fc.array(step, { maxLength: 25 }),
  })
  .map(({ ids, steps }) => {
    let nowMs = 0;
    const now = () => nowMs;
    const clocks = ['a', 'b', 'c'].map((device) => createClock({ now, device }));
    const entries = ids.map((id, i) => newEntry(id, (clocks[i] as (typeof clocks)[0]).tick()));
    for (const { machine, act } of steps) {
      nowMs += 1;
      const clock = clocks[machine] as (typeof clocks)[0];
      const mine = entries[machine] as LibraryEntry;
      if (act.kind === 'edit') entries[machine] = act.change(mine, clock.tick());
      else {
        const from = clocks[act.from]?.last;
        if (from) clock.receive(from);
        entries[machine] = mergeEntries(mine, entries[act.from] as LibraryEntry);
      }
    }
    return entries as unknown as readonly [LibraryEntry, LibraryEntry, LibraryEntry];
  });
