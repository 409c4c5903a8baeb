import type { PaperKey } from '../../core/paper';
import type { Block } from '../block';

const MONTHS = 12;
/** Where no more than a year is known. */
const MIDDLE_OF_YEAR = 6;
const ARXIV_MONTH = /^arxiv:(?:[a-z-]+\/)?(\d\d)(0[1-9]|1[0-2])(?:\d{3}$|\.)/;

/**
 * The month a paper came out, counted from the year 0; 0 where nothing says. A date of the year
 * alone is made exact by an arXiv identifier of that year, which names its month.
 *
 * @param date ISO 8601 to the precision known
 */
export function monthOf(date: string | undefined, ids: readonly PaperKey[]): number {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(date ?? '') ?? [];
  if (year && month) return toMonth(Number(year), Number(month) - 1);
  const named = ids.map(arxivMonth).find((found) => found > 0) ?? 0;
  if (!year) return named;
  const isSameYear = Math.floor(named / MONTHS) === Number(year);
  return isSameYear ? named : toMonth(Number(year), MIDDLE_OF_YEAR);
}

function arxivMonth(id: PaperKey): number {
  const [, year, month] = ARXIV_MONTH.exec(id) ?? [];
  if (!year || !month) return 0;
  const century = Number(year) > 90 ? 1900 : 2000; // arXiv began in 1991
  return toMonth(century + Number(year), Number(month) - 1);
}

function toMonth(year: number, month: number): number {
  return year * MONTHS + month;
}

/** Years between a month and a row's; 0 where either is not known. */
export function yearsBetween(month: number, block: Block, row: number): number {
  const other = block.month(row);
  return month === 0 || other === 0 ? 0 : Math.abs(month - other) / MONTHS;
}
