import type { Block } from '../block';
import { YEAR_DECAY } from '../combination';

/** Papers of one time are more often of one debate. 1 where a year is not known. */
export function yearFactor(year: number, block: Block, row: number): number {
  const other = block.year(row);
  if (year === 0 || other === 0) return 1;
  return Math.exp(-YEAR_DECAY * Math.abs(year - other));
}
