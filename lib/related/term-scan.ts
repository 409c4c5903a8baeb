import { STOP_WORDS } from '../core/stop-words';
import { afterSpace, finishHash, HASH_START, hashText, hashUnit, termHash } from './term-hash';
import { MAX_TERM_LENGTH, MAX_TEXT_LENGTH, tokenise } from './tokens';

/** A term of one letter says nothing by itself, and the first term has none before it. */
export const NO_HASH = -1;

/** Takes a word's hash and that of the pair it makes with the word before, in the text's order. */
export type TermVisitor = (word: number, pair: number) => void;

/**
 * What a character is to the scan: letters and digits are their own lower case, all others one of
 * these. TeX, markup and all beyond ASCII are `other`, left to the tokeniser.
 */
const KIND = { other: 0, space: 1, mark: 2, colon: 3, slash: 4 } as const;
const FIRST_WORD_UNIT = 0x30;
const ASCII = 128;
const KINDS = Uint8Array.from({ length: ASCII }, (_, unit) => kindOf(String.fromCharCode(unit)));
const LETTER = { c: 0x63, e: 0x65, h: 0x68, i: 0x69, s: 0x73, u: 0x75, x: 0x78, y: 0x79 } as const;
const STOP_HASHES = new Map([...STOP_WORDS].map((word) => [termHash(word), word]));

/**
 * The hashes of what `tokenise` finds, many times faster: stretches of plain ASCII, nearly all of
 * any abstract, are read unit by unit, and no text is made of a word.
 */
export function eachTerm(text: string, visit: TermVisitor): void {
  new TermScan(text, visit).run();
}

class TermScan {
  private readonly units: Uint8Array;
  /** Hash state after the term before; meaningless before the first. */
  private before = 0;
  private isFirst = true;

  constructor(
    private readonly text: string,
    private readonly visit: TermVisitor,
  ) {
    this.units = unitsOf(text);
  }

  run(): void {
    const { units } = this;
    for (let from = 0; from < units.length; ) {
      let isPlain = true;
      let to = from;
      for (; to < units.length && units[to] !== KIND.space; to++) {
        if (units[to] === KIND.other) isPlain = false;
      }
      if (!isPlain) this.readWithCare(from, to);
      else if (!isAddress(units, from, to)) this.readPlain(from, to);
      from = to + 1;
    }
  }

  /** The words of a stretch of plain ASCII without white space. */
  private readPlain(from: number, to: number): void {
    const { units } = this;
    for (let start = from; start < to; start++) {
      let end = start;
      let word = HASH_START;
      for (; end < to && (units[end] ?? 0) >= FIRST_WORD_UNIT; end++) {
        word = hashUnit(word, units[end] ?? 0);
      }
      const length = end - start;
      if (length > 0 && length <= MAX_TERM_LENGTH && !this.isStopWord(word, start, end)) {
        this.takeWord(start, end, word);
      }
      start = end;
    }
  }

  private isStopWord(word: number, start: number, end: number): boolean {
    const alike = STOP_HASHES.get(finishHash(word));
    return alike !== undefined && alike === this.text.slice(start, end).toLowerCase();
  }

  /** A word as `stem` of tokens.ts leaves it. */
  private takeWord(start: number, end: number, whole: number): void {
    const cut = pluralCut(this.units, start, end);
    const stop = end - cut;
    let word = cut === 0 ? whole : this.hashFrom(HASH_START, start, stop);
    let pair = this.hashFrom(afterSpace(this.before), start, stop);
    if (cut === 'ies'.length) {
      word = hashUnit(word, LETTER.y);
      pair = hashUnit(pair, LETTER.y);
    }
    this.take(word, pair, end - start);
  }

  private hashFrom(state: number, start: number, end: number): number {
    const { units } = this;
    let hash = state;
    for (let i = start; i < end; i++) hash = hashUnit(hash, units[i] ?? 0);
    return hash;
  }

  private readWithCare(from: number, to: number): void {
    for (const { term } of tokenise(this.text.slice(from, to))) {
      const pair = hashText(term, afterSpace(this.before));
      this.take(hashText(term, HASH_START), pair, term.length);
    }
  }

  private take(word: number, pair: number, length: number): void {
    this.visit(length > 1 ? finishHash(word) : NO_HASH, this.isFirst ? NO_HASH : finishHash(pair));
    this.before = word;
    this.isFirst = false;
  }
}

function unitsOf(text: string): Uint8Array {
  const units = new Uint8Array(Math.min(text.length, MAX_TEXT_LENGTH));
  for (let i = 0; i < units.length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit < ASCII ? (KINDS[unit] ?? KIND.other) : KIND.other;
  }
  return units;
}

/** An address names a place, not a subject. */
function isAddress(units: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i + 2 < to; i++) {
    if (units[i] !== KIND.colon || units[i + 1] !== KIND.slash) continue;
    if (units[i + 2] === KIND.slash) return true;
  }
  return false;
}

/** How many letters of a plural are not its singular's; 3 for "ies", which becomes "y". */
function pluralCut(units: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 4 || units[end - 1] !== LETTER.s) return 0;
  const second = units[end - 2];
  if (second === LETTER.s || second === LETTER.u || second === LETTER.i) return 0;
  if (second !== LETTER.e) return 1;
  const third = units[end - 3];
  if (third === LETTER.i) return length > 4 ? 3 : 1;
  if (third === LETTER.x) return 2;
  const fourth = units[end - 4];
  const isHushing = third === LETTER.h && (fourth === LETTER.s || fourth === LETTER.c);
  return isHushing || (third === LETTER.s && fourth === LETTER.s) ? 2 : 1;
}

function kindOf(character: string): number {
  if (/\s/.test(character)) return KIND.space;
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase().charCodeAt(0);
  if (character === ':') return KIND.colon;
  if (character === '/') return KIND.slash;
  return /[!-~]/.test(character) && !/[$<>\\^{}~]/.test(character) ? KIND.mark : KIND.other;
}
