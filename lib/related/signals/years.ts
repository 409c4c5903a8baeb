import type { Block } from '../block';

/** Papers of one time are more often of one debate. 1 where a year is not known. */
export function yearFactor(year: number, block: Block, row: number, decay: number): number {
  const other = block.year(row);
  if (year === 0 || other === 0) return 1;
  return Math.exp(-decay * Math.abs(year - other));
}
