import { describe, expect, it } from 'vitest';
import { findNeighbours, NEIGHBOURS } from '../../../lib/map/neighbours';

/** Papers evenly around a circle. */
function circle(count: number): Float32Array {
  const turn = (paper: number) => (2 * Math.PI * paper) / count;
  return Float32Array.from({ length: 2 * count }, (_, at) =>
    at % 2 === 0 ? Math.cos(turn(at >> 1)) : Math.sin(turn(at >> 1)),
  );
}

function neighboursOf(found: Int32Array, paper: number): number[] {
  return [...found.subarray(paper * NEIGHBOURS, (paper + 1) * NEIGHBOURS)];
}

describe('the neighbours of a paper', () => {
  const found = findNeighbours({ dimensions: 2, values: circle(400) });

  it('are those that point most nearly the same way, the closest first', () => {
    const apart = neighboursOf(found, 100).map((other) => Math.abs(other - 100));
    expect(apart).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('never are the paper itself', () => {
    for (let paper = 0; paper < 400; paper++)
      expect(neighboursOf(found, paper)).not.toContain(paper);
  });

  it('are not there for a paper that points nowhere', () => {
    const values = Float32Array.from([1, 0, 0, 0, 1, 0.1]);
    expect(neighboursOf(findNeighbours({ dimensions: 2, values }), 1)).toEqual(
      Array(NEIGHBOURS).fill(-1),
    );
  });
});
