import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../lib/core/paper';
import { monthOf } from '../../../lib/related/signals/dates';

describe('the month a paper came out', () => {
  it.each([
    ['2031-03-05', [], 2031 * 12 + 2],
    ['2031-03', ['arxiv:3112.00001'], 2031 * 12 + 2],
    ['2025', ['arxiv:2503.16252'], 2025 * 12 + 2],
    ['2026', ['arxiv:2503.16252'], 2026 * 12 + 6],
    ['1996', ['doi:10.1000/1', 'arxiv:hep-th/9608030'], 1996 * 12 + 7],
    [undefined, ['arxiv:2503.16252'], 2025 * 12 + 2],
    [undefined, ['arxiv:9999.00001'], 0],
    [undefined, ['doi:10.1000/2503.16252'], 0],
    ['soon', [], 0],
  ])('of a date %j and identifiers %j is %j', (date, ids, month) => {
    expect(monthOf(date, ids as PaperKey[])).toBe(month);
  });
});
