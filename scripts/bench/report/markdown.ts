import type { Figure, Findings } from './figure';
import { cellsOf, goalText, round } from './table';
import type { Report, RunFacts } from './write';

/** The run as a page: what was met, charts of each part, and every figure. */
export function toMarkdown(
  { figures, comparisons, seconds, failed }: Report,
  facts: RunFacts,
): string {
  const charts = [...Map.groupBy(figures, chartName)].filter(([, all]) => isChartable(all));
  return [
    '# Paperkin: bench',
    `${facts.date}, ${facts.machine}, ${facts.browser}. Ratios are of one run; a reference stands in brackets.`,
    ...(failed.length > 0 ? [`Parts that failed, and are missing: ${failed.join(', ')}.`] : []),
    '## Ratios',
    table(
      ['part', 'records', 'what', 'ratio', 'goal'],
      comparisons.map((one) => [
        one.part,
        one.size === null ? '' : one.size.toLocaleString('en'),
        one.what,
        round(one.ratio),
        goalText(one),
      ]),
    ),
    '## Charts',
    ...charts.map(([name]) => `![${name}](${chartFile(name)})`),
    '## Figures',
    table(['part', 'records', 'what', 'median', 'p95', 'n'], figures.map(cellsOf)),
    '## Time of each part',
    table(
      ['part', 'seconds'],
      Object.entries(seconds).map(([part, s]) => [part, String(s)]),
    ),
  ].join('\n\n');
}

/** Charts by file name: for each part and size a bar for each way, on a logarithmic scale. */
export function toCharts({ figures }: Findings): Map<string, string> {
  const groups = [...Map.groupBy(figures, chartName)].filter(([, all]) => isChartable(all));
  return new Map(groups.map(([name, all]) => [chartFile(name), drawBars(name, all)]));
}

function chartName({ part, size, unit }: Figure): string {
  return `${part}${size === null ? '' : `, ${size.toLocaleString('en')} records`}, ${unit}`;
}

function isChartable(figures: readonly Figure[]): boolean {
  return figures.length > 1 && figures.some(({ median }) => median > 0);
}

function chartFile(name: string): string {
  return `${name.replace(/[^a-z0-9]+/gi, '-')}.svg`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const WIDTH = 860;
const LABELS = 380;
const BAR = 18;
const GAP = 8;
const TOP = 34;

function drawBars(name: string, all: readonly Figure[]): string {
  const shown = all.filter(({ median }) => median > 0);
  const logs = shown.map(({ median }) => Math.log10(median));
  const lowest = Math.floor(Math.min(...logs));
  const span = Math.max(1, Math.max(...logs) - lowest);
  const height = TOP + shown.length * (BAR + GAP) + GAP;
  const bars = shown.map((figure, i) => {
    const y = TOP + i * (BAR + GAP);
    const width = 4 + ((Math.log10(figure.median) - lowest) / span) * (WIDTH - LABELS - 110);
    const colour = figure.isReference ? '#9aa5a4' : '#0f6f6a';
    return `<text x="${LABELS - 8}" y="${y + 13}" text-anchor="end">${escapeText(figure.what)}</text>
<rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${colour}"/>
<text x="${(LABELS + width + 6).toFixed(1)}" y="${y + 13}">${round(figure.median)} ${figure.unit === 'share' ? '' : figure.unit}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1d2726">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="12" y="20" font-weight="600">${escapeText(name)} (logarithmic scale)</text>
${bars.join('\n')}
</svg>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
