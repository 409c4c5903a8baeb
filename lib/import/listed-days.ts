/** A day as listings print it: "Oct 3", "Aug 28, 2024", "Oct 3 2" with two comments. */
export interface ListedDay {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  readonly comments?: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = /^(?:Published on )?([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?(?:\s+(\d{1,6}))?$/;

/** Null for any other line. */
export function parseListedDay(line: string): ListedDay | null {
  const match = line.length <= 60 ? DAY.exec(line.replace(/\s+/g, ' ')) : null;
  if (!match) return null;
  const [, name = '', day, year, comments] = match;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return null;
  return {
    month,
    day: Number(day),
    ...(year && { year: Number(year) }),
    ...(comments && { comments: Number(comments) }),
  };
}

/**
 * The page's own day in ISO 8601, the latest that a day without a year can be. Its year, where it
 * prints none, is today's; without `today`, one more than the largest year printed, since only days
 * of the current year go without. Undefined where nothing tells the year.
 */
export function findPageDay(
  pageDay: ListedDay | null,
  days: readonly ListedDay[],
  today: string | undefined,
): string | undefined {
  const years = days.flatMap(({ year }) => year ?? []);
  const guessed = years.length > 0 ? Math.max(...years) + 1 : undefined;
  const year = pageDay?.year ?? (today ? Number(today.slice(0, 4)) : guessed);
  if (!year) return undefined;
  if (pageDay) return toIso(year, pageDay);
  return today ? today.slice(0, 10) : `${year}-12-31`;
}

/** The listed day in ISO 8601; without a year, the latest such day not after the page's own. */
export function toIsoDay(day: ListedDay, pageDay: string | undefined): string | undefined {
  if (day.year) return toIso(day.year, day);
  if (!pageDay) return undefined;
  const year = Number(pageDay.slice(0, 4));
  const thisYear = toIso(year, day);
  return thisYear <= pageDay ? thisYear : toIso(year - 1, day);
}

function toIso(year: number, { month, day }: ListedDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
