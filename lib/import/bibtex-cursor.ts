import { LineCounter } from './line-counter';

/** An entry breaks the grammar. Caught where entries are read. */
export class BibSyntaxError extends Error {}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const AT = 64;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const WHITE_SPACE = /\s*/y;
const REST_OF_LINE = /[^\n\r]*/y;
const ENTRY_START = /@\s*([a-zA-Z][\w:+.-]*)\s*([{(])/y;
/** An entry at the start of a line, with its key: no value of a field goes on behind that. */
const NEXT_ENTRY = /[ \t]*@[ \t]*[a-zA-Z]+[ \t]*[{(][ \t]*[^\s,{}"=()]{0,200}[ \t]*,/y;
/** So far back does the start of a line lie, at most, where it matters. */
const MAX_INDENT = 200;

/** No value is longer; a brace that is open for so long is missing its partner. */
const MAX_VALUE_LENGTH = 2_000_000;
/** Whenever so many characters were read in vain, values may be half as long as before. */
const MAX_WASTE = 4_000_000;
const MIN_VALUE_LENGTH = 200;

/** How the end of a group is found. */
export interface GroupRules {
  /** Whether `\{` and `\}` are characters rather than braces. */
  readonly skipsEscaped: boolean;
  /** Whether the group is broken where a line starts another entry. */
  readonly stopsAtEntry: boolean;
}

/** A place in the text of a BibTeX file, and how to move on from it. */
export class BibCursor {
  position = 0;
  readonly #lines: LineCounter;
  #longestValue = MAX_VALUE_LENGTH;
  #waste = 0;
  /** Where the entry that is being read starts. */
  #entryStart = 0;
  #entryLine = 1;

  constructor(readonly text: string) {
    this.#lines = new LineCounter(text);
  }

  /** The character here; undefined behind the end. */
  peek(): string | undefined {
    return this.text[this.position];
  }

  /** Goes to the next `@word{` and behind it; null at the end of the text. */
  nextEntry(): { start: number; line: number; word: string; open: string } | null {
    for (;;) {
      const start = this.text.indexOf('@', this.position);
      if (start < 0) return null;
      ENTRY_START.lastIndex = start;
      const [head, word, open] = ENTRY_START.exec(this.text) ?? [];
      if (head && word && open && !/^[ \t]*%/.test(this.#lineUpTo(start))) {
        this.position = start + head.length;
        this.#entryStart = start;
        this.#entryLine = this.#lines.lineAt(start);
        return { start, line: this.#entryLine, word, open };
      }
      this.position = start + 1;
    }
  }

  /** To the next `@` with nothing but white space before it on its line, or to the end. */
  goToLineWithAt(): void {
    for (;;) {
      const at = this.text.indexOf('@', this.position);
      this.position = at < 0 ? this.text.length : at;
      if (at < 0 || this.#lineUpTo(at).trim() === '') return;
      this.position += 1;
    }
  }

  /** What the pattern, which is sticky, matches here; the cursor moves behind it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text)?.[0];
    this.position += match?.length ?? 0;
    return match;
  }

  looksAt(pattern: RegExp, from = this.position): boolean {
    pattern.lastIndex = from;
    return pattern.test(this.text);
  }

  isAtEntry(): boolean {
    return this.peek() === '@' && this.looksAt(ENTRY_START);
  }

  /** White space, and `% …` to the end of the line, as biber has it. */
  skipSpace(): void {
    this.take(WHITE_SPACE);
    while (this.peek() === '%') {
      this.take(REST_OF_LINE);
      this.take(WHITE_SPACE);
    }
  }

  skipSpaceAndCommas(): void {
    this.skipSpace();
    while (this.peek() === ',') {
      this.position += 1;
      this.skipSpace();
    }
  }

  /**
   * The text up to the closing mark at brace depth 0; the cursor ends behind that mark. Quotes
   * inside braces do not close.
   */
  takeGroup(close: string, { skipsEscaped, stopsAtEntry }: GroupRules): string {
    const start = this.position;
    const closeCode = close.charCodeAt(0);
    const limit = Math.min(this.text.length, start + this.#longestValue);
    let depth = 0;
    let at = start;
    for (; at < limit && depth >= 0; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === closeCode && depth === 0) {
        this.position = at + 1;
        return this.text.slice(start, at);
      }
      if (code === BACKSLASH && skipsEscaped) at += 1;
      else if (code === OPEN_BRACE) depth += 1;
      else if (code === CLOSE_BRACE) depth -= 1;
      else if ((code === NEWLINE || code === RETURN) && stopsAtEntry && this.#isNextEntry(at + 1)) {
        break;
      }
    }
    this.#countWaste(at - start);
    const mark = close === '"' ? 'a quote' : 'a brace';
    throw new BibSyntaxError(`${mark} opened on line ${this.#lineOf(start)} is never closed`);
  }

  failure(expected: string): BibSyntaxError {
    const what = this.peek() === undefined ? 'the end of the file' : JSON.stringify(this.peek());
    const line = this.#lineOf(this.position);
    return new BibSyntaxError(`expected ${expected} on line ${line}, found ${what}`);
  }

  #isNextEntry(lineStart: number): boolean {
    const code = this.text.charCodeAt(lineStart);
    return (code === AT || code === SPACE || code === TAB) && this.looksAt(NEXT_ENTRY, lineStart);
  }

  /** The text between the start of the line and a position; of a long line a mark instead. */
  #lineUpTo(position: number): string {
    const from = Math.max(0, position - MAX_INDENT);
    const before = this.text.slice(from, position).split(/[\n\r]/);
    return before.length === 1 && from > 0 ? '…' : (before.at(-1) ?? '');
  }

  /** Keeps a file of nothing but open braces from costing the square of its length. */
  #countWaste(length: number): void {
    this.#waste += length;
    if (this.#waste < MAX_WASTE) return;
    this.#waste = 0;
    this.#longestValue = Math.max(MIN_VALUE_LENGTH, this.#longestValue / 2);
  }

  /** Counted from the entry's own line, since the counter of entries must not run ahead. */
  #lineOf(position: number): number {
    const lines = new LineCounter(this.text.slice(this.#entryStart, position));
    return this.#entryLine + lines.lineAt(position - this.#entryStart) - 1;
  }
}
