/** What `year:` and `added:` take. */

export interface Range {
  readonly from: number;
  readonly to: number;
  /** It was written the wrong way round; `from` and `to` are in order all the same. */
  readonly isReversed: boolean;
}

const YEAR = /^\d{4}$/;
const COMPARED = /^(<=|>=|<|>)(.+)$/;
const AGE = /^(\d{1,4})([hdwmy])$/i;
const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const MAX_YEAR = 9999;
const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<string, number>> = {
  h: DAY_MS / 24,
  d: DAY_MS,
  w: 7 * DAY_MS,
  m: 30 * DAY_MS,
  y: 365 * DAY_MS,
};
/** Bounds of any time that a Date can name. */
const EVER_MS = 8.64e15;

/**
 * Years, both ends included: `2020`, `2020..2023`, `2020-2023`, `..2020`, `2020..`, `>2020`, `>=2020`,
 * `<2020`, `<=2020`. Null for anything else.
 */
export function parseYears(text: string): Range | null {
  const compared = COMPARED.exec(text);
  if (compared) {
    const [, sign = '', bound = ''] = compared;
    if (!YEAR.test(bound)) return null;
    const year = Number(bound);
    if (sign.startsWith('>'))
      return { from: sign === '>' ? year + 1 : year, to: MAX_YEAR, isReversed: false };
    return { from: 0, to: sign === '<' ? year - 1 : year, isReversed: false };
  }
  const [first = '', second = first, ...rest] = text.split(/\.\.|-/);
  if (rest.length > 0 || (first === '' && second === '')) return null;
  if (![first, second].every((end) => end === '' || YEAR.test(end))) return null;
  const from = first === '' ? 0 : Number(first);
  const to = second === '' ? MAX_YEAR : Number(second);
  return inOrder(from, to);
}

/**
 * Times from `from` up to but without `to` (UTC, milliseconds): ages (`<7d`, `7d`, `>2w`; h, d, w, m of
 * 30 days, y of 365), dates (`2024`, `2024-05`, `2024-05-01`), `>2024-05`, `<2024`, `2024-01..2024-03`.
 * Null for anything else.
 */
export function parseAdded(text: string, nowMs: number): Range | null {
  const [, sign = '', bound = text] = COMPARED.exec(text) ?? [];
  const age = AGE.exec(bound);
  if (age) {
    const cut = nowMs - Number(age[1]) * (UNIT_MS[(age[2] ?? '').toLowerCase()] ?? 0);
    // Younger than 7 days is later than the cut; what a clock put into the future is young too.
    if (sign.startsWith('>')) return { from: -EVER_MS, to: cut, isReversed: false };
    return { from: cut, to: EVER_MS, isReversed: false };
  }
  const [first = '', second = first, ...rest] = bound.split('..');
  if (rest.length > 0 || (first === '' && second === '')) return null;
  const start = first === '' ? { from: -EVER_MS, to: -EVER_MS } : parseDate(first);
  const end = second === '' ? { from: EVER_MS, to: EVER_MS } : parseDate(second);
  if (!start || !end) return null;
  if (sign === '>') return { from: end.to, to: EVER_MS, isReversed: false };
  if (sign === '>=') return { from: start.from, to: EVER_MS, isReversed: false };
  if (sign === '<') return { from: -EVER_MS, to: start.from, isReversed: false };
  if (sign === '<=') return { from: -EVER_MS, to: end.to, isReversed: false };
  if (start.from > end.from) return { from: end.from, to: start.to, isReversed: true };
  return { from: start.from, to: end.to, isReversed: false };
}

/** The first moment of a year, month or day, and the first after it. */
function parseDate(text: string): { from: number; to: number } | null {
  const [all, year, month, day] = DATE.exec(text) ?? [];
  if (all === undefined) return null;
  const y = Number(year);
  const m = Number(month ?? 1) - 1;
  const d = Number(day ?? 1);
  const from = Date.UTC(y, m, d);
  if (m > 11 || m < 0 || new Date(from).getUTCDate() !== d) return null;
  if (day !== undefined) return { from, to: Date.UTC(y, m, d + 1) };
  return { from, to: month === undefined ? Date.UTC(y + 1, 0, 1) : Date.UTC(y, m + 1, 1) };
}

function inOrder(a: number, b: number): Range {
  return { from: Math.min(a, b), to: Math.max(a, b), isReversed: a > b };
}
