import { type Match, type PaperRecord, samePaper } from '../core/same-paper';
import type { Found, StoredRecord } from './find-same';

/**
 * The stored papers that one stored paper may double, the surest first, among the candidates of
 * the title index. Of the two ways to look at a pair the more doubtful one counts.
 */
export function findDuplicates(paper: StoredRecord, candidates: readonly StoredRecord[]): Found[] {
  return candidates
    .filter(({ id }) => id !== paper.id)
    .map((other) => ({ id: other.id, ...comparePair(paper, other) }))
    .filter(({ verdict }) => verdict !== 'different')
    .sort((a, b) => b.score - a.score);
}

function comparePair(a: PaperRecord, b: PaperRecord): Match {
  const [first, second] = [samePaper(a, b), samePaper(b, a)];
  return first.score <= second.score ? first : second;
}
