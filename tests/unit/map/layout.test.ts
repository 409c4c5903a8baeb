import { describe, expect, it } from 'vitest';
import { layOutMap, nameMap } from '../../../lib/map/lay-out-map';
import type { Vectors } from '../../../lib/map/neighbours';
import { randomInt, seededRandom } from '../../support/random';

const DIMENSIONS = 12;

/** Papers in groups: each points along its group's own direction, and a little elsewhere. */
function vectorsOf(groupOf: readonly (number | null)[]): Vectors {
  const random = seededRandom(3);
  const values = groupOf.flatMap((group) =>
    Array.from({ length: DIMENSIONS }, (_, i) => {
      if (group === null) return 0;
      return (i === group ? 100 : 0) + randomInt(random, 20);
    }),
  );
  return { dimensions: DIMENSIONS, values: Float32Array.from(values) };
}

const groupsOf = (count: number, groups: number) =>
  Array.from({ length: count }, (_, paper) => paper % groups);

function layOut(groupOf: readonly (number | null)[]): Float32Array[] {
  return [...layOutMap(vectorsOf(groupOf))];
}

function lastOf(groupOf: readonly (number | null)[]): Float32Array {
  return layOut(groupOf).at(-1) ?? new Float32Array(0);
}

const distance = (at: Float32Array, a: number, b: number) =>
  Math.hypot((at[2 * a] ?? 0) - (at[2 * b] ?? 0), (at[2 * a + 1] ?? 0) - (at[2 * b + 1] ?? 0));

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;

describe('laying out a map', () => {
  it.each([20, 2000])('lays %i papers closer to those of their kind than to others', (count) => {
    const at = lastOf(groupsOf(count, 5));
    const papers = Array.from({ length: count - 5 }, (_, paper) => paper);
    const alike = mean(papers.map((paper) => distance(at, paper, paper + 5)));
    const unlike = mean(papers.map((paper) => distance(at, paper, paper + 1)));
    expect(alike).toBeLessThan(unlike / 2);
  });

  it('lays papers that are related to nothing around the others', () => {
    const at = lastOf([...groupsOf(60, 3), null]);
    const radius = (paper: number) => Math.hypot(at[2 * paper] ?? 0, at[2 * paper + 1] ?? 0);
    expect(radius(60)).toBeGreaterThan(0.9);
    expect(mean(Array.from({ length: 60 }, (_, paper) => radius(paper)))).toBeLessThan(0.9);
  });

  it('draws the same map for the same papers', () => {
    expect(lastOf(groupsOf(40, 4))).toEqual(lastOf(groupsOf(40, 4)));
  });

  it('shows every paper from the first stage on', () => {
    const stages = layOut(groupsOf(40, 4));
    expect(stages.length).toBeGreaterThan(2);
    for (const places of stages) expect(places).toHaveLength(80);
  });

  it('stays within its square', () => {
    for (const places of layOut([...groupsOf(40, 4), null]))
      expect(Math.max(...places.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('has a place for one paper and none for none', () => {
    expect(lastOf([0])).toHaveLength(2);
    expect(lastOf([])).toHaveLength(0);
  });

  it('names papers whose words nobody knows', () => {
    const stages = [...layOutMap({ dimensions: 0, values: new Float32Array(0) })];
    expect(nameMap(stages.at(-1) ?? new Float32Array(0), ['A', 'B']).clusters).toBeDefined();
  });
});
