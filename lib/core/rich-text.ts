/**
 * The little markup that titles and abstracts carry: inline TeX between dollars, and the tags i, b,
 * sub and sup. Everything else is text, whatever it looks like.
 */

export type RichTag = 'i' | 'b' | 'sub' | 'sup';

export type RichPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` holds the dollars too. */
  | { readonly kind: 'math'; readonly text: string }
  | { readonly kind: 'tag'; readonly tag: RichTag; readonly parts: readonly RichPart[] };

/** Deeper tags are text: no title nests so many, and what reads the parts may recurse. */
const MAX_DEPTH = 20;
const TAG = /^<(\/?)(i|b|sub|sup)>/;
/** What ends a stretch of plain text. */
const MARKUP_START = /[$<]/g;

/** The parts of a text in order. A tag without its partner, or closed out of order, is text. */
export function parseRichText(text: string): RichPart[] {
  const open: { tag: RichTag | null; parts: RichPart[] }[] = [{ tag: null, parts: [] }];
  const add = (part: RichPart): void => addPart(open.at(-1)?.parts ?? [], part);
  let at = 0;
  while (at < text.length) {
    const end = mathEnd(text, at);
    const tag = text[at] === '<' ? TAG.exec(text.slice(at, at + 6)) : null;
    if (end > at) add({ kind: 'math', text: text.slice(at, end) });
    else if (tag && !tag[1] && open.length <= MAX_DEPTH)
      open.push({ tag: tag[2] as RichTag, parts: [] });
    else if (tag?.[1] && open.at(-1)?.tag === tag[2]) closeTag(open);
    else add({ kind: 'text', text: tag?.[0] ?? text.slice(at, nextMarkup(text, at)) });
    at = end > at ? end : tag ? at + tag[0].length : nextMarkup(text, at);
  }
  while (open.length > 1) reopenAsText(open);
  return open[0]?.parts ?? [];
}

/**
 * Where the formula ends that starts at `start`, or -1 if none does. A formula is `$…$` with no
 * space inside either dollar, no digit after it (prices: "from $5 to $10"), no line break, and
 * balanced braces, both as TeX counts them and as BibTeX does, for which `\{` is a brace like any.
 */
export function mathEnd(text: string, start: number): number {
  if (text[start] !== '$' || isEscaped(text, start)) return -1;
  let close = text.indexOf('$', start + 1);
  while (close > 0 && isEscaped(text, close)) close = text.indexOf('$', close + 1);
  const body = text.slice(start + 1, close);
  if (close < 0 || body === '' || body !== body.trim() || body.includes('\n')) return -1;
  if (/\d/.test(text[close + 1] ?? '')) return -1;
  return bracesBalance(body) && bracesBalance(body.replace(/\\./g, '')) ? close + 1 : -1;
}

/** Whether each `}` has its `{` before it, and none is left open; backslashes count for nothing. */
export function bracesBalance(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

export const SUPERSCRIPTS = new Map(zip('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'));
export const SUBSCRIPTS = new Map(zip('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'));

/** The text without tags, formulas as they are. `10<sup>5</sup>` is 10⁵, since 105 is another number. */
export function toPlainText(text: string): string {
  return withoutTags(parseRichText(text))
    .map((part) => part.text)
    .join('');
}

/** The same as parts, so that formulas can still be told from text. */
export function withoutTags(parts: readonly RichPart[]): Exclude<RichPart, { kind: 'tag' }>[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'tag') return part;
    const inner = withoutTags(part.parts);
    const letters = part.tag === 'sup' ? SUPERSCRIPTS : part.tag === 'sub' ? SUBSCRIPTS : null;
    if (!letters) return inner;
    return inner.map((piece) => ({ ...piece, text: inScript(piece.text, letters) }));
  });
}

/** The text in raised or lowered characters, or as it is where one of them has none. */
export function inScript(text: string, letters: ReadonlyMap<string, string>): string {
  const raised = [...text].map((char) => letters.get(char));
  return raised.every((char) => char !== undefined) ? raised.join('') : text;
}

/** Each character of one text with the one at its place in the other. */
export function zip(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((char, index) => [char, target[index] ?? char]);
}

function closeTag(open: { tag: RichTag | null; parts: RichPart[] }[]): void {
  const closed = open.pop();
  if (closed?.tag) open.at(-1)?.parts.push({ kind: 'tag', tag: closed.tag, parts: closed.parts });
}

function reopenAsText(open: { tag: RichTag | null; parts: RichPart[] }[]): void {
  const left = open.pop();
  const parts = open.at(-1)?.parts ?? [];
  addPart(parts, { kind: 'text', text: `<${left?.tag}>` });
  for (const part of left?.parts ?? []) addPart(parts, part);
}

/** Neighbouring texts become one. */
function addPart(parts: RichPart[], part: RichPart): void {
  const last = parts.at(-1);
  if (last?.kind === 'text' && part.kind === 'text') {
    parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
  } else {
    parts.push(part);
  }
}

function nextMarkup(text: string, at: number): number {
  MARKUP_START.lastIndex = at + 1;
  return MARKUP_START.exec(text)?.index ?? text.length;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}
