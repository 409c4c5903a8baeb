import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../components/card/placement';

const VIEWPORT = { width: 1000, height: 800 };
const badgeAt = (left: number, top: number) => ({ left, top, width: 68, height: 20 });

describe('placeCard', () => {
  it('stands under its badge and behind it, clear of the badge of the next row', () => {
    const place = placeCard(badgeAt(100, 100), { width: 340, height: 300 }, VIEWPORT);
    expect(place).toMatchObject({ left: 168, top: 126 });
  });

  it('flips above where there is more room', () => {
    const place = placeCard(badgeAt(100, 700), { width: 340, height: 300 }, VIEWPORT);
    expect(place.top + 300).toBe(694);
  });

  it('moves aside at the right edge', () => {
    const place = placeCard(badgeAt(950, 100), { width: 340, height: 300 }, VIEWPORT);
    expect(place.left).toBe(652);
  });

  it('never covers its badge while that is in view', () => {
    fc.assert(
      fc.property(fc.nat(930), fc.nat(780), fc.integer({ min: 60, max: 2000 }), (x, y, height) => {
        const { top, maxHeight } = placeCard(badgeAt(x, y), { width: 340, height }, VIEWPORT);
        const bottom = top + Math.min(height, maxHeight);
        expect(bottom <= y || top >= y + 20).toBe(true);
      }),
    );
  });
});
