import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMap } from '../../../lib/map/clusters';

const SHEEP = ['Counting sheep', 'Sheep of the Alps', 'Why sheep jump', 'The sheep and its fence'];
const BREAD = ['Baking bread', 'Bread without salt', 'Sourdough bread', 'On the crust of bread'];
const places = [
  ...SHEEP.map((_, i) => ({ x: -0.8 + i / 100, y: 0.1 })),
  ...BREAD.map((_, i) => ({ x: 0.8, y: i / 100 })),
];

describe('the clusters of a map', () => {
  const { clusters, clusterOf } = clusterMap(places, [...SHEEP, ...BREAD]);

  it('hold what lies together', () => {
    expect(new Set(clusterOf.slice(0, 4)).size).toBe(1);
    expect(new Set(clusterOf.slice(4)).size).toBe(1);
    expect(clusterOf[0]).not.toBe(clusterOf[4]);
  });

  it('are named by the words that their titles share and the others have not', () => {
    const nameOf = (paper: number) => clusters[clusterOf[paper] ?? 0]?.name;
    expect(nameOf(0)).toMatch(/^sheep/);
    expect(nameOf(4)).toMatch(/^bread/);
  });

  it('have a title for a name where no word can be told', () => {
    const titles = places.map((_, i) => `羊${i}`);
    const named = clusterMap(places, titles);
    expect(named.clusters.every(({ name }) => titles.includes(name))).toBe(true);
  });

  it('take in every paper, wherever it lies', () => {
    const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
    const spots = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 60 });
    fc.assert(
      fc.property(spots, (all) => {
        const found = clusterMap(
          all,
          all.map((_, i) => `Paper ${i}`),
        );
        expect(found.clusterOf).toHaveLength(all.length);
        expect(found.clusterOf.every((one) => one < found.clusters.length)).toBe(true);
      }),
    );
  });
});
