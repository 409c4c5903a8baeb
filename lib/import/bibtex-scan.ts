import { LineCounter } from './line-counter';

/** One entry as it stands in the file: nothing decoded, macros and `#` already put in. */
export interface BibEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  /** By name in lower case, without the outer braces or quotes. The first of duplicates wins. */
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
  /** Where the entry starts in the text. */
  readonly start: number;
  /** What looks like a slip in an entry that could be read. */
  readonly doubts: readonly string[];
}

export type BibItem =
  | { readonly entry: BibEntry }
  /** The text of an `@comment{…}`, without its braces. */
  | { readonly comment: string }
  | { readonly failure: { readonly line: number; readonly start: number; readonly reason: string } }
  | { readonly position: number };

const TAB = 9;
const SPACE_CODE = 32;
const AT = 64;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const NEWLINE = 10;
const RETURN = 13;

type EntryBody = Pick<BibEntry, 'key' | 'fields' | 'doubts'>;

/** An entry breaks the grammar. Caught where entries are read. */
class BibSyntaxError extends Error {}

const ENTRY_START = /@\s*([a-zA-Z][\w:+.-]*)\s*([{(])/y;
/** An entry at the start of a line, with its key: no value of a field goes on behind that. */
const NEXT_ENTRY = /[ \t]*@[ \t]*[a-zA-Z]+[ \t]*[{(][ \t]*[^\s,{}"=()]{0,200}[ \t]*,/y;
const FIELD_NAME = /[^\s=,{}"#%@()]+/y;
const FIELD_START = /\s*[a-zA-Z][\w:+.-]*[ \t]*=/y;
const SPACE = /\s*/y;
const REST_OF_LINE = /[^\n\r]*/y;
const BARE_WORD = /[^\s,{}"#=()%]+/y;
/** A field swallowed by the one before it, whose closing brace is missing. */
const SWALLOWED =
  /[\n\r][ \t]*(?:author|title|year|journal|booktitle|pages|volume|number|doi|url|publisher|editor|eprint|date|month)[ \t]*=[ \t]*[{"\d]/i;
/** The same in general. */
const FIELD_IN_VALUE = /[\n\r][ \t]*[a-zA-Z][\w-]*[ \t]*=/;
const FREE_TEXT_FIELDS = new Set(['abstract', 'note', 'annote', 'annotation', 'comment', 'review']);
/** `@string` macros that name each other could double with each line. */
const MAX_MACRO_LENGTH = 10_000;
/** No value is longer; a brace that is open for so long is missing its partner. */
const MAX_VALUE_LENGTH = 2_000_000;
/** Whenever so many characters were read in vain, values may be half as long as before. */
const MAX_WASTE = 4_000_000;
const MIN_VALUE_LENGTH = 200;

/**
 * The entries of a BibTeX or BibLaTeX file, in file order. An entry that breaks the grammar gives a
 * failure, and reading goes on at the next line that starts with `@`. Linear in the text: a value
 * never runs past the start of another entry, so that a missing brace costs one entry.
 */
export function* scanBibtex(text: string): Generator<BibItem> {
  const scanner = new Scanner(text);
  while (scanner.findEntry()) yield* scanner.readEntry();
}

class Scanner {
  #position = 0;
  readonly #lines: LineCounter;
  readonly #macros = new Map<string, string>();
  #longestValue = MAX_VALUE_LENGTH;
  #waste = 0;
  #entryLine = 1;
  #entryStart = 0;
  #skipsEscaped = true;

  constructor(readonly text: string) {
    this.#lines = new LineCounter(text);
  }

  /** Goes to the next `@word{`; false at the end of the text. */
  findEntry(): boolean {
    for (;;) {
      const at = this.text.indexOf('@', this.#position);
      if (at < 0) return false;
      ENTRY_START.lastIndex = at;
      if (ENTRY_START.test(this.text) && !this.#isCommentedOut(at)) {
        this.#position = at;
        return true;
      }
      this.#position = at + 1;
    }
  }

  *readEntry(): Generator<BibItem> {
    const start = this.#position;
    const line = this.#lines.lineAt(start);
    this.#entryLine = line;
    this.#entryStart = start;
    ENTRY_START.lastIndex = start;
    const [head = '', word = '', open] = ENTRY_START.exec(this.text) ?? [];
    this.#position = start + head.length;
    const type = word.toLowerCase();
    const close = open === '(' ? ')' : '}';
    try {
      if (type === 'comment') yield { comment: this.#readGroup(close) };
      else if (type === 'preamble') this.#readGroup(close);
      else if (type === 'string') this.#readMacros(close);
      else yield { entry: { type, line, start, ...this.#readEitherWay(close) } };
    } catch (error) {
      if (!(error instanceof BibSyntaxError)) throw error;
      // Free text may look like a comment; an entry that breaks off is somebody's paper.
      this.#position = start + head.length;
      if (type !== 'comment') yield { failure: { line, start, reason: error.message } };
      this.#goToNextLineWithAt();
    }
    yield { position: this.#position };
  }

  /** `% @article{…}` is how people switch an entry off, and how biber reads it. */
  #isCommentedOut(at: number): boolean {
    const before = this.text.slice(Math.max(0, at - 200), at).split(/[\n\r]/);
    return (before.length > 1 || at < 200) && /^[ \t]*%/.test(before.at(-1) ?? '');
  }

  #goToNextLineWithAt(): void {
    for (;;) {
      const at = this.text.indexOf('@', this.#position);
      if (at < 0) {
        this.#position = this.text.length;
        return;
      }
      const before = this.text.slice(Math.max(0, at - 200), at).replace(/[ \t]+$/, '');
      if (before === '' || /[\n\r]$/.test(before)) {
        this.#position = at;
        return;
      }
      this.#position = at + 1;
    }
  }

  /**
   * `\{` and `\}` are characters to those who write entries, and braces like any to BibTeX itself
   * ("C:\dir\}"): where the first reading does not come out even, the second may.
   */
  #readEitherWay(close: string): EntryBody {
    const start = this.#position;
    const first = this.#tryBody(start, close, true);
    const firstEnd = this.#position;
    if ('key' in first && first.doubts.length === 0) return first;
    const second = this.#tryBody(start, close, false);
    if ('key' in second && second.doubts.length === 0) return second;
    this.#position = firstEnd;
    if ('key' in first) return first;
    throw first;
  }

  #tryBody(start: number, close: string, skipsEscaped: boolean): EntryBody | BibSyntaxError {
    this.#position = start;
    this.#skipsEscaped = skipsEscaped;
    try {
      return this.#readBody(close);
    } catch (error) {
      if (error instanceof BibSyntaxError) return error;
      throw error;
    } finally {
      this.#skipsEscaped = true;
    }
  }

  #readBody(close: string): EntryBody {
    const key = this.#readKey(close);
    const fields = new Map<string, string>();
    const doubts: string[] = [];
    for (;;) {
      this.#skipSpaceAndCommas();
      if (this.text[this.#position] === close) {
        this.#position += 1;
        if (!this.#goesOnBehindBrace()) return { key, fields, doubts };
        doubts.push('a closing brace too many');
        continue;
      }
      if (this.#isAtNextEntry() || this.#position >= this.text.length) {
        const hasSwallowed = [...fields.values()].some((value) => FIELD_IN_VALUE.test(value));
        if (fields.size === 0 || hasSwallowed) {
          throw new BibSyntaxError('a brace is opened that is never closed');
        }
        return { key, fields, doubts: [...doubts, 'its closing brace is missing'] };
      }
      const [name, value] = this.#readField(close);
      if (!fields.get(name)) fields.set(name, value);
      if (!FREE_TEXT_FIELDS.has(name) && SWALLOWED.test(value)) {
        doubts.push(`"${name}" holds other fields; a brace may be missing`);
      }
    }
  }

  /** The citation key; '' where the entry goes straight on with its first field. */
  #readKey(close: string): string {
    this.#skipSpace();
    FIELD_START.lastIndex = this.#position;
    if (FIELD_START.test(this.text)) return '';
    const end = close === ')' ? /[,{})\n\r]/g : /[,{}\n\r]/g;
    end.lastIndex = this.#position;
    const stop = end.exec(this.text)?.index ?? this.text.length;
    const key = this.text.slice(this.#position, Math.min(stop, this.#position + 1_000)).trim();
    this.#position = stop;
    this.#skipSpace();
    if (![',', close].includes(this.text[this.#position] ?? '')) {
      throw new BibSyntaxError('no comma behind the key');
    }
    return key;
  }

  #readField(close: string): [name: string, value: string] {
    FIELD_NAME.lastIndex = this.#position;
    const name = FIELD_NAME.exec(this.text)?.[0];
    if (!name) throw new BibSyntaxError(this.#found('a field name'));
    this.#position += name.length;
    this.#skipSpace();
    if (this.text[this.#position] !== '=')
      throw new BibSyntaxError(this.#found(`"=" after "${name}"`));
    this.#position += 1;
    const value = this.#readValue();
    this.#skipSpace();
    const next = this.text[this.#position];
    FIELD_START.lastIndex = this.#position;
    const canGoOn =
      next === ',' || next === close || next === undefined || FIELD_START.test(this.text);
    if (!canGoOn && !this.#isAtNextEntry()) {
      throw new BibSyntaxError(this.#found(`a comma after "${name}"`));
    }
    return [name.toLowerCase(), value];
  }

  /** `{…}`, `"…"`, a number or a macro, joined by `#`. */
  #readValue(): string {
    const parts: string[] = [];
    for (;;) {
      this.#skipSpace();
      parts.push(this.#readPart());
      this.#skipSpace();
      if (this.text[this.#position] !== '#') return parts.join('');
      this.#position += 1;
    }
  }

  #readPart(): string {
    const open = this.text[this.#position];
    if (open === '{' || open === '"') {
      this.#position += 1;
      return this.#readGroup(open === '{' ? '}' : '"');
    }
    BARE_WORD.lastIndex = this.#position;
    const word = BARE_WORD.exec(this.text)?.[0];
    // An empty value ("year = ,") is what some tools write for nothing.
    if (!word) {
      if (/[,})]/.test(open ?? '')) return '';
      throw new BibSyntaxError(this.#found('a value'));
    }
    this.#position += word.length;
    return this.#macros.get(word.toLowerCase()) ?? word;
  }

  /**
   * The text up to the closing mark at brace depth 0; the position ends behind that mark. Quotes
   * inside braces do not close.
   */
  #readGroup(close: string): string {
    const start = this.#position;
    const closeCode = close.charCodeAt(0);
    const limit = Math.min(this.text.length, start + this.#longestValue);
    let depth = 0;
    let at = start;
    for (; at < limit && depth >= 0; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === closeCode && depth === 0) {
        this.#position = at + 1;
        return this.text.slice(start, at);
      }
      if (code === BACKSLASH && this.#skipsEscaped) at += 1;
      else if (code === OPEN_BRACE) depth += 1;
      else if (code === CLOSE_BRACE) depth -= 1;
      else if ((code === NEWLINE || code === RETURN) && this.#isEntryAt(at + 1)) break;
    }
    this.#countWaste(at - start);
    const mark = close === '"' ? 'a quote' : 'a brace';
    throw new BibSyntaxError(`${mark} opened on line ${this.#lineOf(start)} is never closed`);
  }

  #isEntryAt(lineStart: number): boolean {
    const code = this.text.charCodeAt(lineStart);
    if (code !== AT && code !== SPACE_CODE && code !== TAB) return false;
    NEXT_ENTRY.lastIndex = lineStart;
    return NEXT_ENTRY.test(this.text);
  }

  /** Keeps a file of nothing but open braces from costing the square of its length. */
  #countWaste(length: number): void {
    this.#waste += length;
    if (this.#waste < MAX_WASTE) return;
    this.#waste = 0;
    this.#longestValue = Math.max(MIN_VALUE_LENGTH, this.#longestValue / 2);
  }

  #readMacros(close: string): void {
    this.#skipSpaceAndCommas();
    while (this.text[this.#position] !== close) {
      const [name, value] = this.#readField(close);
      this.#macros.set(name, value.slice(0, MAX_MACRO_LENGTH));
      this.#skipSpaceAndCommas();
    }
    this.#position += 1;
  }

  /** Behind a closing brace: does a comma and another field follow? Then that brace was a slip. */
  #goesOnBehindBrace(): boolean {
    const match = /\s*,\s*/y;
    match.lastIndex = this.#position;
    const comma = match.exec(this.text)?.[0];
    if (!comma) return false;
    FIELD_START.lastIndex = this.#position + comma.length;
    return FIELD_START.test(this.text);
  }

  #isAtNextEntry(): boolean {
    if (this.text[this.#position] !== '@') return false;
    ENTRY_START.lastIndex = this.#position;
    return ENTRY_START.test(this.text);
  }

  /** White space, and `% …` to the end of the line, as biber has it. */
  #skipSpace(): void {
    this.#skip(SPACE);
    while (this.text[this.#position] === '%') {
      this.#skip(REST_OF_LINE);
      this.#skip(SPACE);
    }
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#position;
    if (pattern.test(this.text)) this.#position = pattern.lastIndex;
  }

  #skipSpaceAndCommas(): void {
    this.#skipSpace();
    while (this.text[this.#position] === ',') {
      this.#position += 1;
      this.#skipSpace();
    }
  }

  #found(expected: string): string {
    const character = this.text[this.#position];
    const what = character === undefined ? 'the end of the file' : JSON.stringify(character);
    return `expected ${expected} on line ${this.#lineOf(this.#position)}, found ${what}`;
  }

  #lineOf(position: number): number {
    const lines = new LineCounter(this.text.slice(this.#entryStart, position));
    return this.#entryLine + lines.lineAt(position - this.#entryStart) - 1;
  }
}
