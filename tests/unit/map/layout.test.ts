import { describe, expect, it } from 'vitest';
import { createLayout, type MapLink } from '../../../lib/map/layout';

/** Groups of papers, each paper linked to the four before it in its group. */
function groups(count: number, size: number): MapLink[] {
  return Array.from({ length: count }, (_, target) =>
    [1, 2, 3, 4].flatMap((back) => {
      const source = target - back;
      const isSameGroup = Math.floor(source / size) === Math.floor(target / size);
      return source >= 0 && isSameGroup ? [{ source, target, score: 1 }] : [];
    }),
  ).flat();
}

const LINKS = groups(20, 10);

function layOut(count: number, links: readonly MapLink[]): Float32Array {
  const layout = createLayout(count, links);
  while (layout.step());
  expect(layout.progress).toBe(1);
  return layout.positions();
}

const distance = (at: Float32Array, a: number, b: number) =>
  Math.hypot((at[2 * a] ?? 0) - (at[2 * b] ?? 0), (at[2 * a + 1] ?? 0) - (at[2 * b + 1] ?? 0));

describe('createLayout', () => {
  it('lays related papers closer than unrelated ones', () => {
    const at = layOut(20, LINKS);
    const related = LINKS.map(({ source, target }) => distance(at, source, target));
    const unrelated = Array.from({ length: 10 }, (_, index) => distance(at, index, index + 10));
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean(related)).toBeLessThan(mean(unrelated) / 2);
  });

  it('does so too for papers beyond those that forces place', () => {
    const links = groups(2000, 40);
    const at = layOut(2000, links);
    const related = links.map(({ source, target }) => distance(at, source, target));
    const unrelated = Array.from({ length: 900 }, (_, index) => distance(at, index, index + 1000));
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean(related)).toBeLessThan(mean(unrelated) / 2);
  });

  it('lays papers that are related to nothing around the others', () => {
    const at = layOut(1300, groups(1250, 25));
    const middle = { x: at[2 * 1299] ?? 0, y: at[2 * 1299 + 1] ?? 0 };
    expect(Math.hypot(middle.x, middle.y)).toBeGreaterThan(0.8);
  });

  it('draws the same map for the same papers', () => {
    expect(layOut(20, LINKS)).toEqual(layOut(20, LINKS));
  });

  it('stays within its square', () => {
    const at = layOut(20, LINKS);
    expect(Math.max(...at.map(Math.abs))).toBeCloseTo(1);
  });

  it('has a place for one paper and none for none', () => {
    expect(layOut(1, [])).toHaveLength(2);
    expect(layOut(0, [])).toHaveLength(0);
  });
});
