import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TopHits } from '../../../lib/search/top-hits';

const few = fc.integer({ min: 0, max: 5 });
const offers = fc.array(fc.record({ score: few, time: few }), { maxLength: 80 });

/** One for all, as an index has one for all searches. */
const top = new TopHits();

test('keeps the best of all that is offered; of equals the later, then the one offered first', () => {
  fc.assert(
    fc.property(offers, fc.nat({ max: 12 }), (all, limit) => {
      top.clear(limit);
      for (const [doc, { score, time }] of all.entries()) {
        if (score >= top.threshold) top.offer(0, doc, score, time);
      }
      const best = all
        .map(({ score, time }, doc) => ({ segment: 0, doc, score, time }))
        .sort((a, b) => b.score - a.score || b.time - a.time)
        .slice(0, limit)
        .map(({ time: _, ...hit }) => hit);
      expect(top.toArray()).toEqual(best);
    }),
  );
});
