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

/** Of so many rows of a listing one is about what a saved paper is about, as among real ones. */
const ROWS_PER_RELATED = 6;
const SENTENCE_END = /(?<=\.) /;

/**
 * Rows of a listing that a library of the first `saved` papers does not hold. Two invented papers
 * of one subject share single words, too few for a badge; so a sixth of the rows take up a saved
 * paper: half of its title and of its abstract, and one of its authors.
 *
 * @param from beyond all saved papers
 */
export function benchRows(from: number, count: number, saved: number): PaperCandidate[] {
  return benchPapers(from, count).map((row, i) => {
    if (i % ROWS_PER_RELATED > 0) return row;
    const [basis] = benchPapers(((from + i) * 37) % saved, 1);
    return basis ? takingUp(row, basis) : row;
  });
}

function takingUp(row: PaperCandidate, basis: PaperCandidate): PaperCandidate {
  return {
    ...row,
    title: halfAndHalf(basis.title, row.title, ' '),
    abstract: halfAndHalf(basis.abstract ?? '', row.abstract ?? '', SENTENCE_END),
    authors: [...basis.authors.slice(0, 1), ...row.authors],
  };
}

function halfAndHalf(one: string, other: string, separator: string | RegExp): string {
  const [first, second] = [one, other].map((text) => text.split(separator));
  const half = (parts: readonly string[] = []) => parts.slice(0, Math.ceil(parts.length / 2));
  return [...half(first), ...half(second)].join(' ');
}

export function benchKey(index: number): PaperKey {
  const month = String(1 + Math.floor(index / A_MONTH)).padStart(2, '0');
  return `arxiv:60${month}.${String(1 + (index % A_MONTH)).padStart(5, '0')}` as PaperKey;
}
