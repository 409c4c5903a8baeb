/** No formula is longer; bounds the search for its end. */
const MAX_MATH = 2_000;

/**
 * Where the formula that starts with the `$` at `start` ends (behind its closing `$`), or null when
 * that `$` starts none. A formula has balanced braces, is not empty, has no line break, no space
 * behind its opening or before its closing `$`, and no digit behind it ("from $5 to $10").
 */
export function findMathEnd(text: string, start: number): number | null {
  if (/[\s$]|^$/.test(text[start + 1] ?? '')) return null;
  let depth = 0;
  const limit = Math.min(text.length, start + MAX_MATH);
  for (let at = start + 1; at < limit; at += 1) {
    const character = text[at];
    if (character === '\n') return null;
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '$') return depth === 0 && closes(text, at) ? at + 1 : null;
    if (depth < 0) return null;
  }
  return null;
}

function closes(text: string, at: number): boolean {
  return !/\s/.test(text[at - 1] ?? '') && !/\d/.test(text[at + 1] ?? '');
}
