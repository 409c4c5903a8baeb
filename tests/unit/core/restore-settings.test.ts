import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreSettings, withoutRestored } from '../../../lib/core/restore-settings';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings';

const MINE = {
  ...DEFAULT_SETTINGS,
  seenLimit: 50,
  lists: ['Thesis'],
  searches: [{ name: 'New', query: 'added:<7d' }],
  keys: { next: 'n' },
};

describe('the settings of a backup', () => {
  it('come back whole on a fresh machine', () => {
    const restored = restoreSettings(DEFAULT_SETTINGS, MINE.lists, { ...MINE });
    expect({ ...DEFAULT_SETTINGS, ...restored }).toEqual(MINE);
  });

  it('add to what is set here and replace none of it', () => {
    const restored = restoreSettings(MINE, ['Course'], {
      seenLimit: 7,
      showRelated: false,
      searches: [
        { name: 'New', query: 'is:unread' },
        { name: 'Old', query: 'year:..2020' },
      ],
      keys: { next: 'x', star: 'f' },
    });
    expect(restored).toEqual({
      lists: ['Thesis', 'Course'],
      searches: [
        { name: 'New', query: 'added:<7d' },
        { name: 'Old', query: 'year:..2020' },
      ],
      quietHosts: [],
      keys: { next: 'n', star: 'f' },
      showRelated: false,
    });
  });

  it('are ignored where they are no settings, whatever stands there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (file) => {
        const { lists = [], searches = [] } = restoreSettings(MINE, [], file);
        expect(lists.every((name) => typeof name === 'string')).toBe(true);
        expect(searches[0]).toEqual(MINE.searches[0]);
      }),
    );
    const broken = { seenLimit: -1, lists: 'no', searches: [{ name: 3 }, null], keys: [1] };
    expect(restoreSettings(DEFAULT_SETTINGS, [], broken)).toEqual({
      lists: [],
      searches: [],
      quietHosts: [],
      keys: {},
    });
  });
});

describe('taking restored settings back', () => {
  const file = { lists: ['Course'], searches: [{ name: 'Old', query: 'x' }], keys: { star: 'f' } };
  const after = { ...MINE, ...restoreSettings(MINE, [], { ...file, showRelated: false }) };

  it('leaves what stood before', () => {
    expect(withoutRestored(after, { before: MINE, after })).toEqual(MINE);
  });

  it('keeps what was changed since', () => {
    const now = { ...after, seenLimit: 9, lists: [...after.lists, 'Mine'], showRelated: true };
    expect(withoutRestored(now, { before: MINE, after })).toEqual({
      ...MINE,
      seenLimit: 9,
      lists: ['Thesis', 'Mine'],
      showRelated: true,
    });
  });
});
