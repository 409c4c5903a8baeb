import { describe, expect, it } from 'vitest';
import { contrastVectors } from '../../../scripts/related/contrast-vectors';
import type { SparseRows } from '../../../scripts/related/leading-directions';
import { seededRandom } from '../../support/random';

const PAPERS = 8;
const TITLE_WORDS = 3;
const ABSTRACT_WORDS = 15;
const WORDS = TITLE_WORDS + ABSTRACT_WORDS;
const WIDTH = 8;

/** Each paper has words of its own, and its title shares none with its abstract. */
function rowsOf(first: number, count: number): SparseRows {
  const columns = Array.from({ length: PAPERS }, (_, paper) =>
    Array.from({ length: count }, (_, word) => paper * WORDS + first + word),
  ).flat();
  return {
    offsets: Array.from({ length: PAPERS + 1 }, (_, paper) => paper * count),
    columns: Uint32Array.from(columns),
    values: new Float32Array(columns.length).fill(1),
  };
}

function learn(): Float32Array {
  const random = seededRandom(3);
  const vectors = Float32Array.from({ length: PAPERS * WORDS * WIDTH }, () => random() - 0.5);
  const [titles, abstracts] = [rowsOf(0, TITLE_WORDS), rowsOf(TITLE_WORDS, ABSTRACT_WORDS)];
  for (let round = 0; round < 6; round++) contrastVectors(vectors, WIDTH, titles, abstracts);
  return vectors;
}

/** The sum of some words' vectors, of length 1. */
function meaning(vectors: Float32Array, first: number, count: number): number[] {
  const sum = Array.from({ length: WIDTH }, (_, i) => {
    let total = 0;
    for (let word = first; word < first + count; word++) total += vectors[word * WIDTH + i] ?? 0;
    return total;
  });
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

describe('vectors of words, moved until titles find their abstracts', () => {
  it('bring the words of each title to the words of its own abstract', () => {
    const vectors = learn();
    for (let paper = 0; paper < PAPERS; paper++) {
      const title = meaning(vectors, paper * WORDS, TITLE_WORDS);
      const likeness = Array.from({ length: PAPERS }, (_, other) =>
        meaning(vectors, other * WORDS + TITLE_WORDS, ABSTRACT_WORDS).reduce(
          (sum, value, i) => sum + value * (title[i] ?? 0),
          0,
        ),
      );
      expect(likeness.indexOf(Math.max(...likeness))).toBe(paper);
    }
  });

  it('are the same for the same papers', () => {
    expect(learn()).toEqual(learn());
  });

  it('stay as they are where no paper says enough', () => {
    const vectors = Float32Array.of(1, 2, 3);
    const none: SparseRows = {
      offsets: [0],
      columns: new Uint32Array(0),
      values: new Float32Array(0),
    };
    contrastVectors(vectors, 3, none, none);
    expect([...vectors]).toEqual([1, 2, 3]);
  });
});
