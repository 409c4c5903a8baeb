/** Dates as files write them, turned into ISO 8601 to the precision known. All are total. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MAX_DATE_LENGTH = 100;

/**
 * The date that a text names: `2031`, `2031-01`, `2031-01-05`, or undefined. Reads ISO dates (the
 * first of a range), `2031/01/05/`, `5 January 2031`, `Jan 5, 2031`, `2031 Jan-Feb`, `c2031`.
 */
export function toDate(text: string): string | undefined {
  const short = text.slice(0, MAX_DATE_LENGTH);
  const iso = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])/.exec(short);
  if (iso?.[2]) return fromParts(iso[1], iso[2], iso[3]);
  const year = toYear(short);
  if (!year) return undefined;
  const month = toMonth(short);
  if (!month) return fromParts(year);
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(short)?.[1];
  return fromParts(year, String(month), day);
}

/** The same from separate fields, as BibTeX has them; the month may carry the day ("jan 5"). */
export function toDateOf(year: string, month = '', day = ''): string | undefined {
  const yearFound = toYear(year);
  if (!yearFound) return undefined;
  const monthFound = /^\s*\d{1,2}\s*$/.test(month) ? Number(month) : toMonth(month);
  const dayFound = /\d{1,2}/.exec(day)?.[0] ?? (/^\s*\d+\s*$/.test(month) ? '' : dayIn(month));
  return fromParts(yearFound, monthFound ? String(monthFound) : '', dayFound);
}

/**
 * A moment as ISO 8601 in UTC: as it is written where it already is, else from a date, a date and
 * time of any offset, or seconds since 1970. Undefined when the text names none.
 */
export function toMoment(text: string): string | undefined {
  const trimmed = text.slice(0, MAX_DATE_LENGTH).trim();
  if (/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)?$/.test(trimmed)) {
    return Number.isNaN(Date.parse(trimmed)) ? undefined : trimmed;
  }
  if (/^\d{9,11}$/.test(trimmed)) return new Date(Number(trimmed) * 1000).toISOString();
  if (/^\d{12,14}$/.test(trimmed)) return new Date(Number(trimmed)).toISOString();
  const withTime =
    /^(\d{4})[-/.](\d\d)[-/.](\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?$/i;
  const parts = withTime.exec(trimmed);
  if (parts) {
    const zone = (parts[5] ?? 'Z').replace(/(\d\d)(\d\d)$/, '$1:$2');
    const ms = Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone.toUpperCase()}`);
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
  }
  const date = toDate(trimmed);
  return date?.length === 10 ? date : undefined;
}

function toYear(text: string): string | undefined {
  return /(?<!\d)[12]\d{3}(?!\d)/.exec(text)?.[0];
}

/** 1 to 12, of an English month name or its start ("Sept."); undefined when there is none. */
function toMonth(text: string): number | undefined {
  const word = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(text)?.[1];
  return word ? MONTHS.indexOf(word.toLowerCase()) + 1 : undefined;
}

function dayIn(month: string): string | undefined {
  return /(?<!\d)\d{1,2}(?!\d)/.exec(month)?.[0];
}

/** Leaves out a month or day that cannot be. */
function fromParts(year = '', month = '', day = ''): string {
  const monthNumber = Number(month);
  if (!(monthNumber >= 1 && monthNumber <= 12)) return year;
  const toMonthText = `${year}-${String(monthNumber).padStart(2, '0')}`;
  const dayNumber = Number(day);
  const daysInMonth = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  if (!(dayNumber >= 1 && dayNumber <= daysInMonth)) return toMonthText;
  return `${toMonthText}-${String(dayNumber).padStart(2, '0')}`;
}
