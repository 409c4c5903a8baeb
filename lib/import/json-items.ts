import { LineCounter } from './line-counter';

/** One element of an array, or one member of an object, still as text. */
export interface JsonItem {
  /** '' in an array. */
  readonly key: string;
  /** Where the value starts and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The members of a JSON object, or undefined for any other value. */
export type JsonObject = Readonly<Record<string, unknown>>;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPENING = new Set([...'[{'].map((bracket) => bracket.charCodeAt(0)));
const CLOSING = new Set([...']}'].map((bracket) => bracket.charCodeAt(0)));
/** So many characters between two pauses. */
const STEP = 65_536;
/** JSON.parse of more would block too long, and no paper's record is so large. */
const MAX_ITEM_LENGTH = 2_000_000;
/** Records are flat; JSON.parse and whoever walks its answer recurse. */
const MAX_DEPTH = 50;

/**
 * The elements or members of the array or object that starts at `start`, found without parsing
 * them: a broken one costs no other, and a long file never blocks. Numbers between them are
 * positions passed on the way. An unclosed last item ends with the text.
 */
export function* eachJsonItem(text: string, start = 0): Generator<JsonItem | number> {
  const lines = new LineCounter(text);
  let from = start + 1;
  let depth = 1;
  let isInString = false;
  for (let at = start + 1; at < text.length; at += 1) {
    if (at % STEP === 0) yield at;
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
      continue;
    }
    if (code === QUOTE) isInString = true;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth === 0 || (depth === 1 && code === COMMA)) {
      const item = toItem(text, from, at, lines);
      if (item) yield item;
      from = at + 1;
    }
    if (depth === 0) return;
  }
  const rest = toItem(text, from, text.length, lines);
  if (rest) yield rest;
}

/** The value of an item, or the reason why it has none. */
export function parseJsonItem(
  text: string,
  { start, end }: JsonItem,
): { readonly value: unknown } | { readonly reason: string } {
  if (end - start > MAX_ITEM_LENGTH) return { reason: 'it is longer than two million characters' };
  const source = text.slice(start, end);
  if (isTooDeep(source)) return { reason: `it is nested more than ${MAX_DEPTH} levels deep` };
  try {
    return { value: JSON.parse(source) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a member; numbers count as text, since many programs write years and ids so. */
export function textOf(object: JsonObject, ...names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return '';
}

/** The texts of a member that is an array; everything else in it is left out. */
export function textsOf(object: JsonObject, name: string): string[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The elements of a member that is an array; [] for anything else. */
export function arrayOf(object: JsonObject, name: string): readonly unknown[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? value : [];
}

/** Where the value starts: behind byte order mark and white space. */
export function jsonStart(text: string): number {
  return /^[\ufeff\s]*/.exec(text.slice(0, 1_000))?.[0].length ?? 0;
}

function toItem(text: string, from: number, to: number, lines: LineCounter): JsonItem | null {
  const start = skipSpace(text, from);
  if (start >= to) return null;
  // A member: a string, a colon, a value. An element that is a string has no colon behind it.
  const [whole = '', name] = MEMBER.exec(text.slice(start, Math.min(to, start + MAX_KEY))) ?? [];
  return {
    key: name === undefined ? '' : parseKey(name),
    start: start + whole.length,
    end: to,
    // Counted when asked for: behind a long member it would take a while.
    get line() {
      return lines.lineAt(start);
    },
  };
}

const MAX_KEY = 1_000;
const MEMBER = /^("(?:[^"\\]|\\.)*")\s*:\s*/s;

function parseKey(name: string): string {
  try {
    return String(JSON.parse(name));
  } catch {
    return name; // a broken escape: the key is still good enough to tell members apart
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff) at += 1;
  return at;
}

function isTooDeep(source: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) isInString = !isInString;
    else if (!isInString && OPENING.has(code)) depth += 1;
    else if (!isInString && CLOSING.has(code)) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
