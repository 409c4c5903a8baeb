import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { openLookupIndex } from '../../../lib/lookup/lookup-index';
import { hashFeed, type LookupDocument } from '../../../lib/lookup/slot';
import { SegmentStore } from '../../support/segment-store';

const MINUTE_MS = 60_000;

function paper(n: number, more: Partial<LookupDocument> = {}): LookupDocument {
  const id = `arxiv:3101.${String(n).padStart(5, '0')}` as PaperKey;
  return {
    id,
    ids: [id],
    state: 'seen',
    seenAgain: false,
    firstSeenAtMs: 0,
    firstSeenOn: 'arxiv.org/list/cs.LG/new',
    ...more,
  };
}

const papers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => paper(from + i));

function total(buffers: ReadonlyMap<string, ArrayBuffer>): number {
  return [...buffers.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

describe('looking papers up', () => {
  it('knows a paper by each of its keys, and no other key', () => {
    const index = openLookupIndex(new Map());
    const ids = ['arxiv:3101.00001', 'doi:10.1000/sheep'] as PaperKey[];
    const firstSeenAtMs = 32_000_000 * MINUTE_MS + 59_999;
    index.put([paper(1, { ids, state: 'reading', seenAgain: true, firstSeenAtMs })], 7);
    for (const key of ids) {
      expect(index.find(key)).toEqual({
        state: 'reading',
        seenAgain: true,
        firstSeenAtMs: 32_000_000 * MINUTE_MS,
        firstSeenOn: hashFeed('arxiv.org/list/cs.LG/new'),
      });
    }
    expect(index.find('arxiv:3101.00002' as PaperKey)).toBeNull();
    expect(index.rev).toBe(7);
  });

  it('leaves a key with the paper that has it now, when the one that had it goes', () => {
    const index = openLookupIndex(new Map());
    index.put([paper(1), paper(2)], 2);
    const both = [paper(1).id, paper(2).id];
    index.put([paper(2, { ids: both, state: 'saved' })], 3);
    index.remove([paper(1).id], 4);
    expect(both.map((key) => index.find(key)?.state)).toEqual(['saved', 'saved']);
  });

  it('forgets the keys that a paper has no longer', () => {
    const index = openLookupIndex(new Map());
    const other = 'doi:10.1000/sheep' as PaperKey;
    index.put([paper(1, { ids: [paper(1).id, other] })], 1);
    index.put([paper(1)], 2);
    expect(index.find(other)).toBeNull();
    expect(index.size).toBe(1);
  });

  it('says after any changes, flushes and restarts what a plain map would say', () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ put: fc.array(document(), { maxLength: 12 }) }) },
      { weight: 3, arbitrary: fc.record({ remove: fc.array(fc.nat(60), { maxLength: 8 }) }) },
      { weight: 2, arbitrary: fc.constant('flush' as const) },
      { weight: 1, arbitrary: fc.constant('restart' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const store = new SegmentStore();
        let index = openLookupIndex(store.segments);
        const plain = new Map<PaperKey, LookupDocument>();
        const forget = (ids: ReadonlySet<PaperKey>) => {
          for (const [key, { id }] of plain) if (ids.has(id)) plain.delete(key);
        };
        for (const [i, one] of steps.entries()) {
          if (one === 'flush' || one === 'restart') store.apply(index.flush());
          if (one === 'restart') index = openLookupIndex(copyOf(store.segments));
          if (typeof one === 'string') continue;
          if ('put' in one) {
            index.put(one.put, i);
            forget(new Set(one.put.map(({ id }) => id)));
            for (const each of one.put) for (const key of each.ids) plain.set(key, each);
          } else {
            const ids = one.remove.map((n) => paper(n).id);
            index.remove(ids, i);
            forget(new Set(ids));
          }
        }
        expect(index.size).toBe(plain.size);
        for (const [key, { state, seenAgain }] of plain)
          expect(index.find(key)).toMatchObject({ state, seenAgain });
      }),
    );
  });
});

describe('keeping it on disk', () => {
  it('opens with what was flushed', () => {
    const store = new SegmentStore();
    const index = openLookupIndex(new Map());
    for (let n = 0; n < 20_000; n += 500) {
      index.put(papers(n, n + 500), n + 500);
      store.apply(index.flush());
    }
    index.remove([paper(77).id], 20_001);
    store.apply(index.flush());
    const opened = openLookupIndex(copyOf(store.segments));
    expect([opened.rev, opened.size]).toEqual([20_001, 19_999]);
    expect(opened.find(paper(77).id)).toBeNull();
    expect(papers(100, 20_000).every(({ id }) => opened.find(id))).toBe(true);
  });

  it('never writes more than a megabyte because of one paper', () => {
    const index = openLookupIndex(new Map());
    for (let n = 0; n < 120_000; n += 6_000) {
      index.put(papers(n, n + 6_000), n + 6_000);
      index.flush();
    }
    for (let n = 0; n < 50; n += 1) {
      index.put([paper(n, { state: 'saved' })], 120_001 + n);
      expect(total(index.flush().put)).toBeLessThan(1_000_000);
    }
  });

  it('writes nothing when nothing changed', () => {
    const index = openLookupIndex(new Map());
    index.put(papers(0, 10), 10);
    index.flush();
    expect(index.flush()).toEqual({ put: new Map(), remove: [] });
  });

  it.each([
    ['log', 'is missing', undefined],
    ['log', 'is cut short', new ArrayBuffer(4)],
    ['table-3', 'is missing', undefined],
    ['table-3', 'is of another kind', new Uint8Array(1200).fill(7).buffer],
  ])('starts empty and cleans up when %s %s', (name, _what, buffer) => {
    const store = new SegmentStore();
    const index = openLookupIndex(new Map());
    for (let n = 0; n < 10_000; n += 500) {
      index.put(papers(n, n + 500), n + 500);
      store.apply(index.flush());
    }
    store.segments.delete(name);
    if (buffer) store.segments.set(name, buffer);
    const opened = openLookupIndex(copyOf(store.segments));
    expect([opened.rev, opened.size]).toEqual([0, 0]);
    opened.put([paper(1)], 1);
    store.apply(opened.flush());
    expect([...store.segments.keys()]).toEqual(['log']);
    expect(openLookupIndex(copyOf(store.segments)).size).toBe(1);
  });
});

function copyOf(segments: ReadonlyMap<string, ArrayBuffer>): Map<string, ArrayBuffer> {
  return new Map([...segments].map(([name, buffer]) => [name, buffer.slice(0)]));
}

/** Papers of a small world, whose keys now and then move from one to another. */
function document(): fc.Arbitrary<LookupDocument> {
  return fc
    .record({
      n: fc.nat(60),
      other: fc.option(fc.nat(60)),
      state: fc.constantFrom('seen', 'saved', 'reading', 'read'),
      seenAgain: fc.boolean(),
    })
    .map(({ n, other, state, seenAgain }) => {
      const { id } = paper(n);
      const ids = other === null || other === n ? [id] : [id, paper(other).id];
      return paper(n, { ids, state, seenAgain });
    });
}
