import { compareRecords, hasRival } from '../core/matching/observations';
import type { PaperKey } from '../core/paper';
import { decide, type Match, matchIds, type PaperRecord } from '../core/same-paper';

/** How many candidates of the title index are worth comparing. */
export const CANDIDATES = 8;

export interface StoredRecord extends PaperRecord {
  readonly id: PaperKey;
}

export interface Found extends Match {
  readonly id: PaperKey;
}

/**
 * The stored paper that a record is, or may be, among the candidates of the title index; null where
 * none may be. Of two that fit alike, the one listed first.
 */
export function findSame(met: PaperRecord, candidates: readonly StoredRecord[]): Found | null {
  const compared = candidates.map((stored) => ({
    stored,
    comparison: compareRecords(met, stored),
  }));
  const all = compared.map(({ comparison }) => comparison);
  const found = compared.map(({ stored, comparison }): Found => {
    const match =
      matchIds(met, stored) ?? decide(comparison, met, stored, hasRival(comparison, all));
    return { id: stored.id, ...match };
  });
  const best = found.reduce<Found | null>(
    (top, each) => (top === null || rank(each) > rank(top) ? each : top),
    null,
  );
  return best?.verdict === 'different' ? null : best;
}

function rank({ verdict, score }: Found): number {
  const order = { different: 0, maybe: 1, same: 2 }[verdict];
  return order * 1_000 + Math.max(-400, Math.min(400, score));
}
