import { describe, expect, it } from 'vitest';
import { fitViewport, nearestPoint, toScreen, zoomAt } from '../../../components/map/viewport';

const FIT = fitViewport(800, 600);

describe('the map’s viewport', () => {
  it('shows the whole square at first', () => {
    const corner = toScreen(FIT, { x: 1, y: 1 });
    expect(corner.x).toBeLessThanOrEqual(800);
    expect(corner.y).toBeLessThanOrEqual(600);
  });

  it('keeps what is under the pointer there while it zooms', () => {
    const at = toScreen(FIT, { x: 0.5, y: -0.25 });
    const zoomed = toScreen(zoomAt(FIT, 3, at, FIT), { x: 0.5, y: -0.25 });
    expect(zoomed.x).toBeCloseTo(at.x);
    expect(zoomed.y).toBeCloseTo(at.y);
  });

  it('stops before the map is lost', () => {
    const far = zoomAt(FIT, 1e-9, { x: 0, y: 0 }, FIT);
    expect(far.scale).toBeCloseTo(FIT.scale / 2);
  });

  it('finds the nearest paper, and none beyond reach', () => {
    const points = new Float32Array([0, 0, 0.1, 0]);
    const beside = toScreen(FIT, { x: 0.09, y: 0 });
    expect(nearestPoint(FIT, points, beside, 12)).toBe(1);
    expect(nearestPoint(FIT, points, { x: 0, y: 0 }, 12)).toBeNull();
  });
});
