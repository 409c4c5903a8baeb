import type { CheckedPage } from './check-page';

/** The most faults that are spelt out for one page. */
const FAULTS_SHOWN = 5;

export function printPage({ page, reading, wrong }: CheckedPage): void {
  const mark = wrong.length === 0 ? 'ok  ' : page.isAmbiguous ? '?   ' : 'BAD ';
  const counts = `${reading.papers.length}/${page.count ?? '?'}`.padStart(8);
  const ms = `${reading.scriptMs.toFixed(1)} ms`.padStart(10);
  const controls = `${reading.badges} controls`.padStart(13);
  console.log(`${mark}${counts}${controls}${ms}  ${String(reading.kind).padEnd(6)}${page.file}`);
  for (const fault of wrong.slice(0, FAULTS_SHOWN)) console.log(`        ${fault}`);
  if (wrong.length > FAULTS_SHOWN) console.log(`        … ${wrong.length - FAULTS_SHOWN} more`);
}

/** By kind of page, then all together: pages right, papers expected and found, time of the script. */
export function printTotals(checked: readonly CheckedPage[]): void {
  const kinds = [...new Set(checked.map(({ page }) => page.kind))].sort();
  console.log('\nkind          pages  right  expected   found  worst ms');
  for (const kind of kinds) {
    printTotal(
      kind,
      checked.filter(({ page }) => page.kind === kind),
    );
  }
  printTotal('all', checked);
}

function printTotal(name: string, checked: readonly CheckedPage[]): void {
  const right = checked.filter(({ wrong }) => wrong.length === 0).length;
  const expected = checked.reduce((total, { page }) => total + (page.count ?? 0), 0);
  const found = checked.reduce((total, { reading }) => total + reading.papers.length, 0);
  const worst = Math.max(0, ...checked.map(({ reading }) => reading.scriptMs));
  const figures = [
    [checked.length, 7],
    [right, 7],
    [expected, 10],
    [found, 8],
    [worst.toFixed(1), 10],
  ] as const;
  console.log(
    name.padEnd(12) + figures.map(([figure, width]) => String(figure).padStart(width)).join(''),
  );
}
