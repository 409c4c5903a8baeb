import { describe, expect, it } from 'vitest';
import { placeMenu } from '../../../components/controls/menu-place';

const VIEWPORT = { width: 400, height: 580 };

describe('placeMenu', () => {
  it('hangs a list under its button, from the leading edge', () => {
    const place = placeMenu({ left: 16, right: 90, top: 100, bottom: 130 }, VIEWPORT, false);
    expect(place).toEqual({ left: '16px', top: '134px', maxHeight: '438px' });
  });

  it('hangs it upwards near the bottom', () => {
    const place = placeMenu({ left: 16, right: 90, top: 540, bottom: 570 }, VIEWPORT, false);
    expect(place).toEqual({ left: '16px', bottom: '44px', maxHeight: '528px' });
  });

  it('starts at the right edge where words run from there', () => {
    const place = placeMenu({ left: 300, right: 384, top: 100, bottom: 130 }, VIEWPORT, true);
    expect(place).toMatchObject({ right: '16px' });
  });
});
