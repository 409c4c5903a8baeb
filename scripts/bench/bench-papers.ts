import type { PaperCandidate, PaperKey } from '../../lib/core/paper';
import { generatePapers } from '../../tests/support/generate-papers';

/** Numbers of one month; arXiv has five digits, and gives no zero. */
const A_MONTH = 99_999;

/**
 * Invented papers as pages send them: under identifiers of the real form, of the year 2060, so that
 * the background lets them in.
 */
export function benchPapers(from: number, count: number): PaperCandidate[] {
  return generatePapers(count, 1, from).map((paper, i) => {
    const key = benchKey(from + i);
    const id = key.slice('arxiv:'.length);
    return { ...paper, key, ids: [key], urls: [`https://arxiv.org/abs/${id}`] };
  });
}

export function benchKey(index: number): PaperKey {
  const month = String(1 + Math.floor(index / A_MONTH)).padStart(2, '0');
  return `arxiv:60${month}.${String(1 + (index % A_MONTH)).padStart(5, '0')}` as PaperKey;
}
