/**
 * Spreadsheets run a cell that starts with `=`, `+`, `-` or `@`, also after spaces or quotes and in
 * full-width forms; a tab or a line break at the start shifts what follows into the next cell.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const RISKY_START = /^(?:['"\s]*[=+\-@＝＋－＠]|'*[\t\r\n])/u;

/** The cell with an apostrophe before it if a spreadsheet might run it. */
export function guardFormula(cell: string): string {
  return RISKY_START.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && RISKY_START.test(cell.slice(1)) ? cell.slice(1) : cell;
}
