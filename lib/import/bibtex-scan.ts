import { BibCursor, BibSyntaxError } from './bibtex-cursor';

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

type EntryBody = Pick<BibEntry, 'key' | 'fields' | 'doubts'>;

const FIELD_NAME = /[^\s=,{}"#%@()]+/y;
const FIELD_START = /\s*[a-zA-Z][\w:+.-]*[ \t]*=/y;
const FIELD_BEHIND_COMMA = /\s*,\s*[a-zA-Z][\w:+.-]*[ \t]*=/y;
const KEY_IN_BRACES = /[^,{}\n\r]*/y;
const KEY_IN_PARENTHESES = /[^,{})\n\r]*/y;
const BARE_WORD = /[^\s,{}"#=()%]+/y;
const EMPTY_VALUE = /(?=[,})])/y;
/** A field swallowed by the one before it, whose closing brace is missing. */
const SWALLOWED =
  /[\n\r][ \t]*(?:author|title|year|journal|booktitle|pages|volume|number|doi|url|publisher|editor|eprint|date|month)[ \t]*=[ \t]*[{"\d]/i;
/** The same in general. */
const FIELD_IN_VALUE = /[\n\r][ \t]*[a-zA-Z][\w-]*[ \t]*=/;
const FREE_TEXT_FIELDS = new Set(['abstract', 'note', 'annote', 'annotation', 'comment', 'review']);
const MAX_KEY_LENGTH = 1_000;
/** `@string` macros that name each other could double with each line. */
const MAX_MACRO_LENGTH = 10_000;
const MAX_JOINED_LENGTH = 1_000_000;

/**
 * The entries of a BibTeX or BibLaTeX file, in file order. An entry that breaks the grammar gives a
 * failure, and reading goes on at the next line that starts with `@`. Linear in the text: a value
 * never runs past the start of another entry, so that a missing brace costs one entry. What is
 * commented out is skipped (`% @article{…}`, as biber has it, and `@comment{…}`).
 */
export function* scanBibtex(text: string): Generator<BibItem> {
  const cursor = new BibCursor(text);
  const scanner = new Scanner(cursor);
  for (let head = cursor.nextEntry(); head; head = cursor.nextEntry()) {
    const { start, line, word, open } = head;
    const behindHead = cursor.position;
    const type = word.toLowerCase();
    const close = open === '(' ? ')' : '}';
    try {
      if (type === 'comment') yield { comment: scanner.readComment(close) };
      else if (type === 'preamble') scanner.readComment(close);
      else if (type === 'string') scanner.readMacros(close);
      else yield { entry: { type, line, start, ...scanner.readEntry(close) } };
    } catch (error) {
      if (!(error instanceof BibSyntaxError)) throw error;
      cursor.position = behindHead;
      // Free text may look like a comment; an entry that breaks off is somebody's paper.
      if (type !== 'comment') yield { failure: { line, start, reason: error.message } };
      cursor.goToLineWithAt();
    }
    yield { position: cursor.position };
  }
}

class Scanner {
  readonly #macros = new Map<string, string>();
  #skipsEscaped = true;

  constructor(readonly cursor: BibCursor) {}

  readComment(close: string): string {
    return this.cursor.takeGroup(close, { skipsEscaped: true, stopsAtEntry: false });
  }

  readMacros(close: string): void {
    this.cursor.skipSpaceAndCommas();
    while (this.cursor.peek() !== close) {
      const [name, value] = this.#readField(close);
      this.#macros.set(name, value.slice(0, MAX_MACRO_LENGTH));
      this.cursor.skipSpaceAndCommas();
    }
    this.cursor.position += 1;
  }

  /**
   * `\{` and `\}` are characters to those who write entries, and braces like any to BibTeX itself
   * ("C:\dir\}"): where the first reading does not come out even, the second may.
   */
  readEntry(close: string): EntryBody {
    const start = this.cursor.position;
    const first = this.#tryBody(start, close, true);
    const firstEnd = this.cursor.position;
    if ('key' in first && first.doubts.length === 0) return first;
    const second = this.#tryBody(start, close, false);
    if ('key' in second && second.doubts.length === 0) return second;
    this.cursor.position = firstEnd;
    if ('key' in first) return first;
    throw first;
  }

  #tryBody(start: number, close: string, skipsEscaped: boolean): EntryBody | BibSyntaxError {
    this.cursor.position = start;
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
      this.cursor.skipSpaceAndCommas();
      if (this.cursor.peek() === close) {
        this.cursor.position += 1;
        this.#readOnBehindBrace(close, fields, doubts);
        return { key, fields, doubts };
      }
      if (this.cursor.peek() === undefined || this.cursor.isAtEntry()) {
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

  /**
   * Where a comma and another field stand behind the closing brace, that brace was a slip
   * (`title = {T}},`), if the rest reads to a closing brace of its own. Else it is free text.
   */
  #readOnBehindBrace(close: string, fields: Map<string, string>, doubts: string[]): void {
    if (!this.cursor.looksAt(FIELD_BEHIND_COMMA)) return;
    const end = this.cursor.position;
    const rest = new Map<string, string>();
    try {
      this.cursor.skipSpaceAndCommas();
      while (this.cursor.peek() !== close) {
        rest.set(...this.#readField(close));
        this.cursor.skipSpaceAndCommas();
      }
    } catch (error) {
      if (!(error instanceof BibSyntaxError)) throw error;
      this.cursor.position = end;
      return;
    }
    this.cursor.position += 1;
    for (const [name, value] of rest) if (!fields.get(name)) fields.set(name, value);
    doubts.push('a closing brace too many');
  }

  /** The citation key; '' where the entry goes straight on with its first field. */
  #readKey(close: string): string {
    this.cursor.skipSpace();
    if (this.cursor.looksAt(FIELD_START)) return '';
    const key = this.cursor.take(close === ')' ? KEY_IN_PARENTHESES : KEY_IN_BRACES) ?? '';
    this.cursor.skipSpace();
    const next = this.cursor.peek();
    if (next !== ',' && next !== close) throw new BibSyntaxError('no comma behind the key');
    return key.slice(0, MAX_KEY_LENGTH).trim();
  }

  #readField(close: string): [name: string, value: string] {
    const name = this.cursor.take(FIELD_NAME);
    if (!name) throw this.cursor.failure('a field name');
    this.cursor.skipSpace();
    if (this.cursor.peek() !== '=') throw this.cursor.failure(`"=" after "${name}"`);
    this.cursor.position += 1;
    const value = this.#readValue();
    const next = this.cursor.peek();
    const isEnd = next === undefined || next === ',' || next === close || this.cursor.isAtEntry();
    if (!isEnd && !this.cursor.looksAt(FIELD_START)) {
      throw this.cursor.failure(`a comma after "${name}"`);
    }
    return [name.toLowerCase(), value];
  }

  /** `{…}`, `"…"`, a number or a macro, joined by `#`; white space behind it is skipped. */
  #readValue(): string {
    let value = '';
    for (;;) {
      this.cursor.skipSpace();
      const part = this.#readPart();
      if (value.length < MAX_JOINED_LENGTH) value += part;
      this.cursor.skipSpace();
      if (this.cursor.peek() !== '#') return value;
      this.cursor.position += 1;
    }
  }

  #readPart(): string {
    const open = this.cursor.peek();
    if (open === '{' || open === '"') {
      this.cursor.position += 1;
      const rules = { skipsEscaped: this.#skipsEscaped, stopsAtEntry: true };
      return this.cursor.takeGroup(open === '{' ? '}' : '"', rules);
    }
    const word = this.cursor.take(BARE_WORD);
    if (word) return this.#macros.get(word.toLowerCase()) ?? word;
    // "year = ," is what some tools write for nothing.
    if (this.cursor.looksAt(EMPTY_VALUE)) return '';
    throw this.cursor.failure('a value');
  }
}
