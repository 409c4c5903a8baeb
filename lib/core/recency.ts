/** How much a reader prefers what is new: `any`, or an age at which a paper counts half. */
export const RECENCIES = ['any', 'five-years', 'year', 'month'] as const;
export type Recency = (typeof RECENCIES)[number];

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;

const HALF_AGES_MS: Readonly<Record<Recency, number>> = {
  any: Number.POSITIVE_INFINITY,
  'five-years': 5 * YEAR_MS,
  year: YEAR_MS,
  month: YEAR_MS / 12,
};

export function isRecency(value: unknown): value is Recency {
  return RECENCIES.some((recency) => recency === value);
}

/**
 * What a score is to be multiplied with, in (0, 1]. A paper without a date counts half, unless age
 * does not matter.
 *
 * @param date ISO 8601 to the precision known
 */
export function recencyFactor(recency: Recency, date: string | undefined, nowMs: number): number {
  if (recency === 'any') return 1;
  const ageMs = nowMs - Date.parse(date ?? '');
  if (Number.isNaN(ageMs)) return 0.5;
  return 0.5 ** (Math.max(0, ageMs) / HALF_AGES_MS[recency]);
}
