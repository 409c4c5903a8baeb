import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { guardFormula, unguardFormula } from '../../../lib/core/formula-guard';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '\nx',
  '  =1',
  '"=1"',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  '\u00a0=1',
  '=1\nsecond line',
])('puts an apostrophe before %j', (cell) => {
  expect(guardFormula(cell)).toBe(`'${cell}`);
});

test.each(['', 'Attention', "'t Hooft", '1-2', ' a = b', 'arXiv:2401.10000'])(
  'leaves %j as it is',
  (cell) => {
    expect(guardFormula(cell)).toBe(cell);
  },
);

it('gives every cell back as it was', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'\'"=+-@＝ \t\r\na') });
  fc.assert(
    fc.property(hostile, (cell) => {
      expect(unguardFormula(guardFormula(cell))).toBe(cell);
    }),
  );
});
