/**
 * How many letters must be inserted, dropped, replaced or swapped with their neighbour to turn one
 * text into the other (optimal string alignment), or `max + 1` where that is more than `max`.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast = new Uint16Array(b.length + 1);
  let last = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (let j = 1; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row.fill(max + 1);
    row[0] = i;
    let least = i;
    // Outside this band every value is above `max`.
    for (let j = Math.max(1, i - max); j <= Math.min(b.length, i + max); j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = at(last, j - 1) + (isSame ? 0 : 1);
      value = Math.min(value, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && isSwap(a, i, b, j)) value = Math.min(value, at(beforeLast, j - 2) + 1);
      row[j] = value;
      least = Math.min(least, value);
    }
    if (least > max) return max + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(at(last, b.length), max + 1);
}

function at(row: Uint16Array, j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}
