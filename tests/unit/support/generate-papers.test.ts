import { expect, test } from 'vitest';
import { generatePapers } from '../../support/generate-papers';

test('generates the same papers for the same seed, and others for another', () => {
  expect(generatePapers(20, 7)).toEqual(generatePapers(20, 7));
  expect(generatePapers(20, 8)).not.toEqual(generatePapers(20, 7));
});

test('begins a longer run with the papers of a shorter one, each under a key of its own', () => {
  const papers = generatePapers(300, 3);
  expect(papers.slice(0, 20)).toEqual(generatePapers(20, 3));
  expect(new Set(papers.map((paper) => paper.key)).size).toBe(300);
});
