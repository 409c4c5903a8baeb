import { type Measurement, quantile } from './bench-part';

/** A measurement as the table has it. */
export interface ReportRow {
  readonly part: string;
  readonly what: string;
  readonly size: string;
  readonly p50: number;
  readonly p95: number;
  readonly unit: string;
  readonly ratio: string;
  readonly goal: string;
}

export function toRows(part: string, measurements: readonly Measurement[]): ReportRow[] {
  return measurements.map((one) => {
    const p50 = quantile(one.samples, 0.5);
    const reference = measurements.find(
      (other) => other.what === one.against && (other.size ?? one.size) === one.size,
    );
    const ratio = reference ? quantile(reference.samples, 0.5) / p50 : null;
    return {
      part,
      what: one.what,
      size: one.size?.toLocaleString('en') ?? '',
      p50: round(p50),
      p95: round(quantile(one.samples, 0.95)),
      unit: one.unit,
      ratio: ratio === null ? '' : `${round(ratio)} × ${one.against}`,
      goal: one.goal === undefined ? '' : `≤ ${one.goal}: ${p50 <= one.goal ? 'met' : 'MISSED'}`,
    };
  });
}

/** The table, and for each part a chart of its medians as bars. */
export function toMarkdown(rows: readonly ReportRow[]): string {
  const head = ['part', 'what', 'size', 'p50', 'p95', 'unit', 'ratio', 'goal'] as const;
  const table = [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((row) => `| ${head.map((name) => row[name]).join(' | ')} |`),
  ];
  const parts = [...new Set(rows.map(({ part }) => part))];
  const charts = parts.map((part) => {
    const mine = rows.filter((row) => row.part === part);
    return `## ${part}\n\n\`\`\`\n${drawBars(mine)}\n\`\`\``;
  });
  return `# Benches\n\n${[table.join('\n'), ...charts].join('\n\n')}\n`;
}

const BAR_WIDTH = 50;

function drawBars(rows: readonly ReportRow[]): string {
  const most = Math.max(...rows.map(({ p50 }) => p50));
  const names = rows.map(({ what, size }) => (size ? `${what}, ${size}` : what));
  const width = Math.max(...names.map((name) => name.length));
  return rows
    .map(({ p50, unit }, at) => {
      const bar = '█'.repeat(Math.max(1, Math.round((p50 / most) * BAR_WIDTH)));
      return `${(names[at] ?? '').padEnd(width)}  ${bar} ${p50} ${unit}`;
    })
    .join('\n');
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
