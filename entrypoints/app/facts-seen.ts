import type { FactName, PaperRow } from '../../lib/core/paper';

/** When each fact was seen (UTC, milliseconds). */
export function factsSeenAtMs({
  provenance,
}: Pick<PaperRow, 'provenance'>): Partial<Record<FactName, number>> {
  return Object.fromEntries(Object.entries(provenance).map(([name, { atMs }]) => [name, atMs]));
}
