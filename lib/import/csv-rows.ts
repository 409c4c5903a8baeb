/** One row of a table, with its cells as they are meant: unquoted. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The line on which the row starts, from 1. */
  readonly line: number;
  readonly start: number;
  /** Where the next row starts. */
  readonly end: number;
  /** A quote is opened that nothing closes; the row then ends with its line. */
  readonly isBroken: boolean;
}

/** No cell is longer; a quote that is open for so long is missing its partner. */
const MAX_CELL = 500_000;
/** After so many of them, quotes may not span lines any more. */
const MAX_BROKEN_ROWS = 50;
const MAX_CELL_IN_LINE = 20_000;

/**
 * The rows of a table in CSV (RFC 4180), whatever the delimiter and the line ends. Quoted cells may
 * hold delimiters, line breaks and doubled quotes; empty lines are no rows.
 */
export function* eachCsvRow(text: string, delimiter: string, start = 0): Generator<CsvRow> {
  const cell = cellPattern(delimiter);
  let position = start;
  let line = 1;
  let broken = 0;
  while (position < text.length) {
    const row = readRow(text, position, line, cell, broken < MAX_BROKEN_ROWS);
    if (row.isBroken) broken += 1;
    if (row.cells.length > 1 || row.cells[0] !== '') yield row;
    line += countLines(text.slice(position, row.end));
    position = row.end;
  }
}

function readRow(
  text: string,
  start: number,
  line: number,
  bare: RegExp,
  mayBreak: boolean,
): CsvRow {
  const cells: string[] = [];
  let position = start;
  for (;;) {
    const quoted = text[position] === '"' ? readQuoted(text, position, mayBreak) : '';
    if (quoted === null) return brokenRow(text, start, line);
    if (quoted !== '') position += quoted.length;
    // Behind a closing quote nothing should stand; what does is kept.
    bare.lastIndex = position;
    const rest = bare.exec(text)?.[0] ?? '';
    position += rest.length;
    cells.push(unquote(quoted) + (quoted === '' ? rest : rest.trimEnd()));
    const next = text[position];
    if (next === undefined) return { cells, line, start, end: position, isBroken: false };
    position += text.startsWith('\r\n', position) ? 2 : 1;
    if (next === '\n' || next === '\r') {
      return { cells, line, start, end: position, isBroken: false };
    }
  }
}

/** From the opening quote to the closing one, both included; null where none closes. */
function readQuoted(text: string, start: number, mayBreak: boolean): string | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - start > (mayBreak ? MAX_CELL : MAX_CELL_IN_LINE)) return null;
    if (text[quote + 1] !== '"') {
      const cell = text.slice(start, quote + 1);
      return mayBreak || !/[\r\n]/.test(cell) ? cell : null;
    }
    at = quote + 2;
  }
}

function brokenRow(text: string, start: number, line: number): CsvRow {
  LINE_END.lastIndex = start;
  const match = LINE_END.exec(text);
  const end = match ? match.index + match[0].length : text.length;
  return { cells: [text.slice(start, end).trimEnd()], line, start, end, isBroken: true };
}

const LINE_END = /\r\n?|\n/g;

function cellPattern(delimiter: string): RegExp {
  return new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll('""', '"');
}

function countLines(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}
