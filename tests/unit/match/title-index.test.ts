import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { openTitleIndex, type TitleIndex } from '../../../lib/match/title-index';

const key = (n: number) => `arxiv:3101.${String(n).padStart(5, '0')}` as PaperKey;

const WORDS =
  'oak elm ash birch growth deep noisy root leaf bark sparse graph quantum visual'.split(' ');

/** Titles that differ in some words each. */
function titleOf(n: number): string {
  return [n % 14, (n * 5 + 3) % 13, (n * 7 + 1) % 11, (n * 3) % 14]
    .map((i) => WORDS[i])
    .concat(`v${n.toString(36)}th`)
    .join(' ');
}

function documents(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) => ({
    id: key(from + i),
    title: titleOf(from + i),
  }));
}

/** What a database does with a flush. */
function store(index: TitleIndex, segments: Map<string, ArrayBuffer>): void {
  const { put, remove } = index.flush();
  for (const name of remove) segments.delete(name);
  for (const [name, buffer] of put) segments.set(name, structuredClone(buffer));
}

describe('the title index', () => {
  test('finds a paper by its title, by a misprint and by the beginning', () => {
    const index = openTitleIndex(new Map());
    index.put(documents(0, 500), 1);
    index.put([{ id: key(900), title: 'Photosynthesis under noisy light' }], 2);
    const first = (title: string) => index.candidates(title, 3)[0];
    expect(first('Photosynthesis under noisy light')).toBe(key(900));
    expect(first('Photosintesis undernoisy ligth')).toBe(key(900));
    expect(first('Photosynthesis under no…')).toBe(key(900));
  });

  test('answers the same whatever was asked of it, or of a larger one, before', () => {
    const small = openTitleIndex(new Map());
    small.put(documents(0, 60), 1);
    const large = openTitleIndex(new Map());
    large.put(documents(0, 500), 1);
    const ask = (index: TitleIndex) => [3, 40, 59].map((n) => index.candidates(titleOf(n), 5));
    const first = ask(small);
    expect(first.map(([best]) => best)).toEqual([key(3), key(40), key(59)]);
    ask(large);
    expect(ask(small)).toEqual(first);
  });

  test('names a title that is the head of the other, and none that has only words in common', () => {
    const index = openTitleIndex(new Map());
    const long = 'Query and extract: refining event extraction as type-oriented binary decoding';
    index.put([{ id: key(1), title: long }, ...documents(10, 500)], 1);
    expect(index.candidates('Query and extract', 8)).toContain(key(1));
    const another = 'Event cameras for the extraction of roads from satellite pictures';
    expect(index.candidates(another, 8)).not.toContain(key(1));
  });

  test('is the same after the worker was killed and its segments are read again', () => {
    const segments = new Map<string, ArrayBuffer>();
    const index = openTitleIndex(segments);
    for (let n = 0; n < 40; n++) {
      index.put(documents(n, n + 1), n + 1);
      store(index, segments);
    }
    index.remove([key(3)], 41);
    store(index, segments);
    const reopened = openTitleIndex(segments);
    expect([reopened.rev, reopened.size]).toEqual([41, 39]);
    expect(reopened.candidates(titleOf(7), 5)).toEqual(index.candidates(titleOf(7), 5));
    expect(reopened.candidates(titleOf(3), 40)).not.toContain(key(3));
  });

  test('answers alike before and after its parts are merged, and then has few', () => {
    const segments = new Map<string, ArrayBuffer>();
    const index = openTitleIndex(segments);
    for (let n = 0; n < 100; n++) index.put(documents(n, n + 1), n + 1);
    const before = index.candidates(titleOf(31), 5);
    while (index.mergeStep()) store(index, segments);
    store(index, segments);
    expect(index.candidates(titleOf(31), 5)).toEqual(before);
    expect(segments.size).toBeLessThan(25);
    expect(openTitleIndex(segments).candidates(titleOf(31), 5)).toEqual(before);
  });

  test('a retitled paper is found by its new title only, and stands once', () => {
    const index = openTitleIndex(new Map());
    index.put([{ id: key(1), title: 'Photosynthesis under noisy light' }], 1);
    index.put([{ id: key(1), title: 'Roots in the dark' }], 2);
    expect(index.size).toBe(1);
    expect(index.candidates('Roots in the dark', 5)).toEqual([key(1)]);
  });

  test('forgets only the paper that was deleted of two with one title', () => {
    const index = openTitleIndex(new Map());
    index.put(
      [1, 2].map((n) => ({ id: key(n), title: 'Photosynthesis under noisy light' })),
      1,
    );
    index.remove([key(1)], 2);
    expect(index.candidates('Photosynthesis under noisy light', 5)).toEqual([key(2)]);
  });

  test('starts empty and clears away what it cannot read', () => {
    const segments = new Map<string, ArrayBuffer>();
    const index = openTitleIndex(segments);
    index.put(documents(0, 10), 10);
    store(index, segments);
    segments.set('titles-0', new ArrayBuffer(7));
    const reopened = openTitleIndex(segments);
    expect([reopened.rev, reopened.size]).toEqual([0, 0]);
    expect(reopened.flush().remove).toContain('titles-0');
  });

  test('writes nothing when nothing changed', () => {
    const index = openTitleIndex(new Map());
    index.put(documents(0, 10), 10);
    index.flush();
    const { put, remove } = index.flush();
    expect([put.size, remove.length]).toEqual([0, 0]);
  });

  test('finds titles in any script, and none for a title of signs only', () => {
    const index = openTitleIndex(new Map());
    index.put(
      [
        { id: key(1), title: '深度学习综述' },
        { id: key(2), title: 'Глубокое обучение' },
      ],
      1,
    );
    expect(index.candidates('深度学习', 1)).toEqual([key(1)]);
    expect(index.candidates('Глубокое обучение', 1)).toEqual([key(2)]);
    expect(index.candidates('∀∃', 5)).toEqual([]);
  });

  test('holds exactly the papers put and not removed, however it was merged and reopened', () => {
    const step = fc.oneof(
      fc.nat(30).map((n) => ({ kind: 'put', n }) as const),
      fc.nat(30).map((n) => ({ kind: 'remove', n }) as const),
      fc.constant({ kind: 'merge' } as const),
      fc.constant({ kind: 'reopen' } as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const segments = new Map<string, ArrayBuffer>();
        let index = openTitleIndex(segments);
        const model = new Set<PaperKey>();
        steps.forEach((each, i) => {
          if (each.kind === 'put') {
            index.put(documents(each.n, each.n + 1), i + 1);
            model.add(key(each.n));
          } else if (each.kind === 'remove') {
            index.remove([key(each.n)], i + 1);
            model.delete(key(each.n));
          } else if (each.kind === 'merge') index.mergeStep();
          else {
            store(index, segments);
            index = openTitleIndex(segments);
          }
        });
        expect(index.size).toBe(model.size);
        for (const n of [0, 7, 19, 30]) {
          const found = index.candidates(titleOf(n), 31);
          expect(found.filter((id) => !model.has(id))).toEqual([]);
          if (model.has(key(n))) expect(found[0]).toBe(key(n));
        }
      }),
      { numRuns: 60 },
    );
  });
});
