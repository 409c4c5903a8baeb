import { expect, it } from 'vitest';
import { evictSightings } from '../../../lib/services/evict-seen';
import type { Sighting } from '../../../lib/store/database';
import { testLibrary } from '../../support/database';
import { key } from '../../support/papers';

it('of too many meetings the oldest go, and no more than that', async () => {
  const { db } = testLibrary().writer;
  const met = (atMs: number): Sighting => ({
    paperId: key('arxiv:3101.00001'),
    feed: `page ${atMs}`,
    day: '2031-01-05',
    atMs,
    rank: 0,
  });
  await db.sightings.bulkPut(Array.from({ length: 2500 }, (_, i) => met(2500 - i)));
  expect(await evictSightings(db, 2500)).toBe(0);
  expect(await evictSightings(db, 100)).toBe(2400);
  const left = await db.sightings.orderBy('atMs').toArray();
  expect(left.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 100 }, (_, i) => 2401 + i));
});
