import { expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import type { BlockRow } from '../../../lib/related/block';
import { worthiest } from '../../../lib/related/features';
import { PaperRows } from '../../../lib/related/paper-rows';
import { termLimit } from '../../../lib/related/term-limit';

/** `hash << 8 | count` for hashes 0 to 319. */
const TERMS = Uint32Array.from({ length: 320 }, (_, hash) => (hash << 8) | 2);
const byHash = (hash: number) => hash;

it('all terms are kept among 20,000 papers, and 64 at least among any number', () => {
  expect([1, 20_000].map(termLimit)).toEqual([320, 320]);
  expect(termLimit(100_000)).toBe(75);
  expect(termLimit(1_000_000)).toBe(64);
});

it('those of most worth stay in their order, of equal ones the first', () => {
  const worth = (hash: number) => [5, 1, 1, 9, 1][hash] ?? 0;
  expect([...worthiest(TERMS.subarray(0, 5), 3, worth)].map((term) => term >>> 8)).toEqual([
    0, 1, 3,
  ]);
  expect(worthiest(TERMS, 320, worth)).toBe(TERMS);
});

it('papers that were in before lose their least terms when many more come', () => {
  const rows = new PaperRows(0, 0, byHash);
  for (let from = 0; from < 30_000; from += 1_000) {
    rows.put(Array.from({ length: 1_000 }, (_, i) => makeRow(from + i)));
  }
  while (rows.mergeStep());
  expect(rows.size).toBe(30_000);
  const first = rows.locate(idOf(0));
  const { terms = TERMS } = first?.held.block.row(first.row) ?? {};
  expect(terms.length).toBeLessThanOrEqual(1.2 * termLimit(30_000));
  expect(terms.length).toBeGreaterThanOrEqual(termLimit(30_000));
  expect(terms).toEqual(TERMS.slice(-terms.length));
});

function makeRow(number: number): BlockRow {
  const names = new Uint32Array(0);
  return { id: idOf(number), terms: TERMS, length: 640, names, month: 0, vector: new Int8Array(0) };
}

function idOf(number: number): PaperKey {
  return `arxiv:${2900 + Math.floor(number / 10_000)}.${String(number % 10_000).padStart(5, '0')}` as PaperKey;
}
