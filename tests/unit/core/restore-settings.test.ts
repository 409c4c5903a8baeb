import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECENCIES } from '../../../lib/core/recency';
import { restoreSettings, takeBackSettings } from '../../../lib/core/restore-settings';
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

  it('are taken back whole, whatever they were and whatever stood here', () => {
    const names = fc.array(fc.constantFrom('Thesis', 'Course', 'Sheep'));
    const settings = fc.record({
      seenLimit: fc.constantFrom(100_000, 7),
      showRelated: fc.boolean(),
      showInPages: fc.boolean(),
      recency: fc.constantFrom(...RECENCIES),
      libraryLook: fc.constant('table' as const),
      libraryColumns: fc.constant(DEFAULT_SETTINGS.libraryColumns),
      keyTemplate: fc.constantFrom(DEFAULT_SETTINGS.keyTemplate, '[auth]'),
      lists: names.map((all) => [...new Set(all)]),
      quietHosts: names.map((all) => [...new Set(all)]),
      searches: names.map((all) => [...new Set(all)].map((name) => ({ name, query: 'is:read' }))),
      keys: fc.dictionary(fc.constantFrom('next', 'save'), fc.constantFrom('n', 'x')),
    });
    fc.assert(
      fc.property(settings, settings, (mine, file) => {
        const after = { ...mine, ...restoreSettings(mine, file.lists, { ...file }) };
        expect(takeBackSettings(after, mine, after)).toEqual(mine);
      }),
    );
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
