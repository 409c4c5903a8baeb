const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;

/**
 * A date as pages write it, to the precision given, in ISO 8601: `2031-01-05`, `2031/1/5`,
 * `5 January 2031`, `January 5, 2031`, `2031 Jan`, `2031-01-05T10:00:00Z`, `2031`. Undefined for
 * anything else, an order that could be read two ways (`01/02/2031`) to its year only.
 */
export function parseDate(text: string | null | undefined): string | undefined {
  const line = (text ?? '').trim().slice(0, 60);
  return parseNumeric(line) ?? parseWorded(line);
}

function parseNumeric(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d/])/.exec(text);
  if (match && !/[a-z]{3}/i.test(text.slice(0, 9))) return format(match[1], match[2], match[3]);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return american ? format(american[3]) : undefined;
}

function parseWorded(text: string): string | undefined {
  const year = /(?:^|\D)((?:1[5-9]|20)\d\d)(?!\d)/.exec(text)?.[1];
  const month = MONTHS.indexOf(MONTH_NAME.exec(text)?.[1]?.toLowerCase() ?? '') + 1;
  if (!year) return undefined;
  if (month === 0) return format(year);
  const day = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(text)?.[1];
  return format(year, String(month), day);
}

/** To the precision that makes sense: a month of 13 or a day of 32 is left out. */
function format(year?: string, month?: string, day?: string): string | undefined {
  if (!year || Number(year) < 1500 || Number(year) > 2100) return undefined;
  if (!month || Number(month) < 1 || Number(month) > 12) return year;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (!day || Number(day) < 1 || Number(day) > 31) return yearMonth;
  return `${yearMonth}-${day.padStart(2, '0')}`;
}
