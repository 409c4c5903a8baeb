import { type Comparison, type Figure, type Findings, isMet } from './figure';

const ROW_WIDTHS = [9, 9, 56, 12, 12, 5];

/** The figures and what they come to, as lines for a terminal. */
export function printFindings({ figures, comparisons }: Findings, log: (line: string) => void) {
  log(columns(['part', 'records', 'what', 'median', 'p95', 'n']));
  for (const one of figures) log(columns(cellsOf(one)));
  log('');
  for (const one of comparisons) log(lineOf(one));
}

export function cellsOf({ part, size, what, unit, median, p95, count, isReference }: Figure) {
  const sign = unit === 'share' ? '' : ` ${unit}`;
  return [
    part,
    size === null ? '' : size.toLocaleString('en'),
    isReference ? `(${what})` : what,
    `${round(median)}${sign}`,
    count > 1 ? `${round(p95)}${sign}` : '',
    String(count),
  ];
}

function lineOf(comparison: Comparison): string {
  const { part, size, what, ratio } = comparison;
  const cells = [part, size === null ? '' : size.toLocaleString('en'), what, round(ratio)];
  return `${columns(cells)} ${goalText(comparison)}`;
}

export function goalText(comparison: Comparison): string {
  const { goal } = comparison;
  if (!goal) return '';
  const text = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  return `${text} ${isMet(comparison) ? 'met' : 'NOT MET'}`;
}

/** Three digits that count. */
export function round(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–';
}

function columns(cells: readonly string[]): string {
  return cells.map((cell, i) => cell.padEnd(ROW_WIDTHS[i] ?? 0)).join(' ');
}
