import { describe, expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { findDuplicates } from '../../../lib/match/find-duplicates';
import { findSame, type StoredRecord } from '../../../lib/match/find-same';
import { createMatcher } from '../../../lib/match/matcher';

const stored = (n: number, title: string, author: string): StoredRecord => ({
  id: `arxiv:3101.0000${n}` as PaperKey,
  title,
  authors: [author],
});

const roots = stored(1, 'Deep roots: growing trees from noisy gradients', 'Ada Oak');
const leaves = stored(2, 'Deep leaves: shedding noise in autumn', 'Bo Elm');
const partOne = stored(3, 'Bark and growth in dry summers I', 'Cy Ash');
const partTwo = stored(4, 'Bark and growth in dry summers II', 'Cy Ash');

describe('a row met on a page', () => {
  test('is the stored paper with its title and people', () => {
    const found = findSame({ title: roots.title.toUpperCase(), authors: ['A. Oak'] }, [
      leaves,
      roots,
    ]);
    expect(found).toMatchObject({ id: roots.id, verdict: 'same', reason: 'same-title' });
  });

  test('is the stored paper with its identifier, before any with its title', () => {
    const met = { title: leaves.title, authors: leaves.authors, ids: [roots.id] };
    const found = findSame(met, [leaves, { ...roots, ids: [roots.id] }]);
    expect(found).toMatchObject({ id: roots.id, reason: 'same-identifier' });
  });

  test('is none when nothing stored is like it', () => {
    expect(findSame({ title: 'Rivers of sand' }, [roots, leaves])).toBeNull();
    expect(findSame({ title: 'Rivers of sand' }, [])).toBeNull();
  });

  test('is its own part of a series', () => {
    const met = { title: partTwo.title, authors: ['Cy Ash'] };
    expect(findSame(met, [partOne, partTwo])).toMatchObject({ id: partTwo.id, verdict: 'same' });
  });

  test('is asked about when it may be either part of a series', () => {
    const met = { title: 'Bark and growth in dry summers…', authors: ['Cy Ash'] };
    expect(findSame(met, [partOne, partTwo])?.verdict).toBe('maybe');
  });
});

describe('a library', () => {
  test('shows its possible duplicates with the reason', () => {
    const double = stored(5, 'Deep roots: growing trees from noisy gradient', 'A. Oak');
    const found = findDuplicates(roots, [roots, leaves, double]);
    expect(found.map(({ id, reason }) => [id, reason])).toEqual([[double.id, 'similar-title']]);
  });

  test('does not take parts of a series for one paper', () => {
    const [found] = findDuplicates(partOne, [partTwo]);
    expect(found).toMatchObject({ verdict: 'maybe', reason: 'other-part' });
  });
});

describe('a matcher', () => {
  test('says which stored paper a record is, and nothing where it is not sure', () => {
    const matcher = createMatcher();
    matcher.add([roots, leaves, partOne]);
    matcher.add([partTwo, roots]);
    expect(
      matcher.match({ title: 'Deep leaves: sheding noise in autumn', authors: ['B Elm'] }),
    ).toBe(leaves.id);
    expect(
      matcher.match({ title: 'Bark and growth in dry summers III', authors: ['Cy Ash'] }),
    ).toBeNull();
  });
});
