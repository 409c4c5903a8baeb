import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollToRow, visibleRows, wholeBlocks } from '../../../components/paper-list/window';

describe('visibleRows', () => {
  it('never draws more than a screenful and its margins, however long the list', () => {
    fc.assert(
      fc.property(fc.nat(3_300_000), fc.nat(50_000), (scrollPx, count) => {
        const { start, end } = visibleRows(scrollPx, 600, 66, count, 6);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - start).toBeLessThan(26);
      }),
    );
  });

  it('covers the whole window', () => {
    const { start, end } = visibleRows(6600, 600, 66, 50_000, 0);
    expect(start).toBeLessThanOrEqual(100);
    expect(end * 66).toBeGreaterThanOrEqual(7200);
  });
});

describe('wholeBlocks', () => {
  it('leaves no row of the window undrawn, wherever between two blocks a list stands', () => {
    fc.assert(
      fc.property(fc.nat(3_300_000), (scrollPx) => {
        const { start, end } = visibleRows(wholeBlocks(scrollPx, 66), 600, 66, 60_000, 6);
        expect(start * 66).toBeLessThanOrEqual(scrollPx);
        expect(end * 66).toBeGreaterThanOrEqual(Math.min(scrollPx + 600, 60_000 * 66));
      }),
    );
  });

  it('stays the same while a list moves by less than a row', () => {
    expect(wholeBlocks(6630, 66)).toBe(wholeBlocks(6600, 66));
  });
});

describe('scrollToRow', () => {
  it('leaves a row in view where it is', () => {
    expect(scrollToRow(5, 0, 600, 66)).toBeNull();
  });

  it('scrolls no further than needed', () => {
    expect(scrollToRow(2, 660, 600, 66)).toBe(132);
    expect(scrollToRow(20, 0, 600, 66)).toBe(21 * 66 - 600);
  });
});
