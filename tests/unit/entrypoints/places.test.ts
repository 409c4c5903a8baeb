import { expect, it, test } from 'vitest';
import type { LibraryPlace } from '../../../components/library/library-view';
import { hashOf, readHash } from '../../../entrypoints/library/places';

const places: LibraryPlace[] = [
  { kind: 'all' },
  { kind: 'next' },
  { kind: 'starred' },
  { kind: 'bin' },
  { kind: 'settings' },
  { kind: 'status', status: 'reading' },
  { kind: 'list', name: 'Thesis, 50 % / chapter #3' },
  { kind: 'tag', name: '检索' },
  { kind: 'search', name: 'a/b', query: 'is:unread tag:"to cite"' },
];

test.each(places)('a place is found again by its address: %o', (place) => {
  expect(readHash(hashOf(place))).toEqual({ place });
});

it('opens a paper, or its note, or the question how papers shall leave', () => {
  const place = { kind: 'all' };
  const paper = 'doi:10.1000/x/y';
  expect(readHash(`#${encodeURIComponent(paper)}`)).toEqual({ place, paper });
  expect(readHash(`#note/${encodeURIComponent(paper)}`)).toEqual({ place, paper, isNoting: true });
  expect(readHash('#export=arxiv:3101.00042,doi:10.1000%2Fx')).toEqual({
    place,
    exported: ['arxiv:3101.00042', 'doi:10.1000/x'],
  });
});

test.each(['', '#', '#nowhere', '#tag/', '#%E0%A4%A'])('%o is the whole list', (hash) => {
  expect(readHash(hash)).toEqual({ place: { kind: 'all' } });
});
