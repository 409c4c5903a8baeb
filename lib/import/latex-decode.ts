import { mathEnd } from '../core/rich-text';
import { CONTROL_SYMBOLS, SWITCHES, SYMBOLS, WRAPS, type Wrap } from './latex-commands';

/** A group that is open: what stands in it so far, and what becomes of it at its end. */
interface Frame {
  text: string;
  readonly finish: Wrap;
  /** A switch such as `\it` ends with the group around it. */
  readonly isSwitch: boolean;
  /** The argument of an unknown command, which keeps its braces. */
  readonly isRaw: boolean;
}

/** Deeper groups keep their braces' content and lose nothing but the commands around it. */
const MAX_DEPTH = 200;

/** No formula is longer; bounds the search for its end. */
const MAX_MATH = 2_000;

const SPECIAL = /[\\{}$~`'&-]/g;
const COMMAND_NAME = /[a-zA-Z]+\*?/y;
const BACKSLASH_FORMULA = '$\\backslash$';
const UNKNOWN_COMMAND = /\\[a-zA-Z]+\*?\d*/y;

const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/y;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * LaTeX of a BibTeX field as plain text: accents and symbols as characters, `\textit` and the like
 * as the tags i, b, sub and sup, quotes and dashes as typed marks, grouping braces dropped. Math
 * between `$` stays as it is, and so does a command that is not known, with its arguments.
 * Linear, iterative and total; nothing is ever run or looked up.
 */
export function decodeLatex(source: string): string {
  if (source.search(SPECIAL) < 0) return source;
  return new Decoder(withBackslashes(source)).decode();
}

/**
 * Mendeley writes `$\backslash$` for each backslash, also for those of commands ("R$\backslash$'enyi");
 * before anything that cannot be a command it is the character.
 */
function withBackslashes(source: string): string {
  if (!source.includes(BACKSLASH_FORMULA)) return source;
  return source.replace(/\$\\backslash\$(?=(['"`^~=.&%]|[a-zA-Z]{2,}\{)?)/g, (_, command) =>
    command === undefined ? '\\textbackslash{}' : '\\',
  );
}

class Decoder {
  #position = 0;
  readonly #frames: Frame[] = [{ text: '', finish: keep, isSwitch: false, isRaw: false }];
  /** Commands that wait for their argument, the outermost first. */
  #pending: Wrap[] = [];
  /** An opening ` that waits for its closing '. */
  #hasOpenQuote = false;
  /** Just behind an unknown command or its argument: a group here keeps its braces. */
  #isAfterUnknown = false;
  #tooDeep = 0;

  constructor(readonly source: string) {}

  decode(): string {
    while (this.#position < this.source.length) this.#step();
    while (this.#frames.length > 1) this.#closeFrame();
    this.#dropPending();
    return this.#top().text;
  }

  #step(): void {
    const character = this.source[this.#position] ?? '';
    const wasAfterUnknown = this.#isAfterUnknown;
    this.#isAfterUnknown = false;
    switch (character) {
      case '\\':
        this.#readCommand();
        break;
      case '{':
        this.#openGroup(wasAfterUnknown);
        break;
      case '}':
        this.#closeGroup();
        break;
      case '$':
        this.#readDollar();
        break;
      case '~':
        this.#emit(' ', 1);
        break;
      case '`':
        this.#readBacktick();
        break;
      case "'":
        this.#readApostrophe();
        break;
      case '-':
        this.#readDashes();
        break;
      case '&':
        this.#readAmpersand();
        break;
      default:
        this.#readPlain();
        break;
    }
  }

  /** Everything up to the next character that means something; one letter where a command waits. */
  #readPlain(): void {
    if (this.#pending.length > 0) {
      const letter = String.fromCodePoint(this.source.codePointAt(this.#position) ?? 32);
      if (/\s/.test(letter)) this.#position += 1;
      else this.#emit(letter, letter.length);
      return;
    }
    SPECIAL.lastIndex = this.#position;
    const end = SPECIAL.exec(this.source)?.index ?? this.source.length;
    this.#emit(this.source.slice(this.#position, end), end - this.#position);
  }

  #readCommand(): void {
    COMMAND_NAME.lastIndex = this.#position + 1;
    const name = COMMAND_NAME.exec(this.source)?.[0];
    if (name) {
      this.#readWordCommand(name);
      return;
    }
    const symbol = String.fromCodePoint(this.source.codePointAt(this.#position + 1) ?? 92);
    const length = Math.min(1 + symbol.length, this.source.length - this.#position);
    const wrap = WRAPS.get(symbol);
    if (wrap) {
      this.#pending.push(wrap);
      this.#position += length;
    } else if (symbol === '(') this.#readMathBetween('\\(', '\\)');
    else if (symbol === '[') this.#readMathBetween('\\[', '\\]');
    else
      this.#emit(CONTROL_SYMBOLS.get(symbol) ?? this.source.substr(this.#position, length), length);
  }

  #readWordCommand(name: string): void {
    const length = 1 + name.length;
    const wrap = WRAPS.get(name);
    const change = SWITCHES.get(name);
    if (wrap) {
      this.#pending.push(wrap);
      this.#position += length;
    } else if (change) {
      this.#dropPending();
      this.#frames.push({ text: '', finish: change, isSwitch: true, isRaw: false });
      this.#position += length;
    } else if (SYMBOLS.has(name)) this.#emit(SYMBOLS.get(name) ?? '', length);
    else {
      this.#readUnknown();
      return;
    }
    // TeX takes the white space behind a command for its end.
    while (/\s/.test(this.source[this.#position] ?? '')) this.#position += 1;
  }

  /** `\foo`, `\write18`: kept, and a group behind it keeps its braces. */
  #readUnknown(): void {
    UNKNOWN_COMMAND.lastIndex = this.#position;
    const command = UNKNOWN_COMMAND.exec(this.source)?.[0] ?? '\\';
    this.#emit(command, command.length);
    this.#isAfterUnknown = true;
  }

  #openGroup(isRaw: boolean): void {
    this.#position += 1;
    if (this.#frames.length > MAX_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    const wraps = this.#pending;
    this.#pending = [];
    const finish: Wrap = isRaw ? (text) => `{${text}}` : (text) => applyAll(wraps, text);
    this.#frames.push({ text: '', finish, isSwitch: false, isRaw });
  }

  #closeGroup(): void {
    this.#position += 1;
    this.#dropPending();
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    while (this.#top().isSwitch && this.#frames.length > 1) this.#closeFrame();
    if (this.#frames.length === 1) return; // a brace too many says nothing
    this.#isAfterUnknown = this.#top().isRaw;
    this.#closeFrame();
  }

  #closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame) this.#top().text += frame.finish(frame.text);
  }

  #readDollar(): void {
    const end = mathEnd(this.source, this.#position);
    if (end > 0) {
      this.#emit(this.source.slice(this.#position, end), end - this.#position);
      return;
    }
    if (this.source[this.#position + 1] === '$') {
      this.#readMathBetween('$$', '$$');
      return;
    }
    this.#emit('$', 1);
  }

  /** `\(…\)`, `\[…\]` and `$$…$$`, kept as `$…$`. */
  #readMathBetween(open: string, close: string): void {
    const start = this.#position + open.length;
    const end = this.source.slice(0, start + MAX_MATH).indexOf(close, start);
    const math = end < 0 ? '' : `$${this.source.slice(start, end).trim()}$`;
    if (mathEnd(math, 0) === math.length) this.#emit(math, end + close.length - this.#position);
    else this.#emit(this.source.slice(this.#position, start), open.length);
  }

  #readBacktick(): void {
    if (this.source[this.#position + 1] === '`') {
      this.#emit('“', 2);
      return;
    }
    this.#hasOpenQuote = true;
    this.#emit('‘', 1);
  }

  #readApostrophe(): void {
    if (this.source[this.#position + 1] === "'") {
      this.#emit('”', 2);
      return;
    }
    const isInWord = /[\p{L}\p{N}]/u.test(this.source[this.#position + 1] ?? '');
    if (!this.#hasOpenQuote || isInWord) {
      this.#emit("'", 1);
      return;
    }
    this.#hasOpenQuote = false;
    this.#emit('’', 1);
  }

  #readDashes(): void {
    const run = /-+/y;
    run.lastIndex = this.#position;
    const length = run.exec(this.source)?.[0].length ?? 1;
    const marks: Readonly<Record<number, string>> = { 2: '–', 3: '—' };
    this.#emit(marks[length] ?? '-'.repeat(length), length);
  }

  /** A bare `&` is an error in LaTeX: where it starts an entity, a web page left it there. */
  #readAmpersand(): void {
    ENTITY.lastIndex = this.#position;
    const match = ENTITY.exec(this.source);
    if (!match) {
      this.#emit('&', 1);
      return;
    }
    const code = match[2] ? Number(match[2]) : Number.parseInt(match[3] ?? '', 16);
    const text = match[1] ? ENTITIES[match[1]] : code <= 0x10ffff ? String.fromCodePoint(code) : '';
    this.#emit(text ?? '', match[0].length);
  }

  #emit(text: string, length: number): void {
    this.#position += length;
    const wraps = this.#pending;
    this.#pending = [];
    this.#top().text += wraps.length > 0 ? applyAll(wraps, text) : text;
  }

  /** At the end of a group nothing can follow: an accent stands for itself. */
  #dropPending(): void {
    if (this.#pending.length > 0) this.#emit('', 0);
  }

  #top(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame;
  }
}

const keep: Wrap = (text) => text;

function applyAll(wraps: readonly Wrap[], text: string): string {
  return wraps.reduceRight((inner, wrap) => wrap(inner), text);
}
