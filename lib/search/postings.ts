import type { ByteWriter } from './byte-writer';

/**
 * Which papers hold a term, and how weightily. A posting is a paper and a code of one byte; the
 * postings of a term are kept in runs of one code each, the weightiest first: the code, the run's
 * length in bytes, then the paper numbers as differences, both in varints. So a weight costs
 * nothing a posting, is looked up once a run, and a search may stop where the rest weighs too little.
 *
 * A head code (title, authors, labels) says in which fields the term stands and how long the title
 * is; a body code (abstract) how often the term stands there and how long the abstract is.
 */

export const FIELD = { title: 1, author: 2, tag: 4, note: 8, venue: 16, id: 32 } as const;
export type Field = keyof typeof FIELD;

/** Facets are terms of their own behind this character, which no word contains. */
export const FACET_MARK = '\u0001';
export const FACET_CODE = FIELD.tag;

/** What a paper gains by having a word in a field, at an average length. */
const FIELD_WEIGHT: Readonly<Record<Field, number>> = {
  title: 100,
  id: 100,
  author: 92,
  tag: 85,
  venue: 60,
  note: 55,
};
/** Each further field that has the word adds this part of its own weight. */
const SECOND_FIELD = 0.15;

const TITLE_LENGTHS = [7, 13];
const TITLE_FACTORS = [1.08, 1, 0.9];
const ABSTRACT_LENGTHS = [140];
const ABSTRACT_FACTORS = [1.06, 0.96];
/** Weight in an abstract by count: once, twice, three or four times, more often. */
const COUNT_WEIGHTS = [30, 40, 48, 54];

export function headCode(fields: number, titleLength: number): number {
  const level = (fields & FIELD.title) === 0 ? 0 : levelOf(titleLength, TITLE_LENGTHS);
  return fields | (level << 6);
}

/** `count` is at least 1; a code is never 0. */
export function bodyCode(count: number, abstractLength: number): number {
  const level = count < 3 ? count : count < 5 ? 3 : 4;
  return level | (levelOf(abstractLength, ABSTRACT_LENGTHS) << 3);
}

/** The weight of a posting by its code, at most 255. */
export const HEAD_WEIGHTS = new Uint8Array(256).map((_, code) => headWeight(code));

/** Counted plainly: every start of the background does it 256 times. */
function headWeight(code: number): number {
  let heaviest = 0;
  let sum = 0;
  for (const field in FIELD) {
    if ((code & FIELD[field as Field]) === 0) continue;
    const factor = field === 'title' ? (TITLE_FACTORS[code >> 6] ?? 1) : 1;
    const weight = FIELD_WEIGHT[field as Field] * factor;
    sum += weight;
    if (weight > heaviest) heaviest = weight;
  }
  return heaviest + (sum - heaviest) * SECOND_FIELD;
}

export const BODY_WEIGHTS = Uint8Array.from(
  { length: 256 },
  (_, code) => (COUNT_WEIGHTS[(code & 7) - 1] ?? 0) * (ABSTRACT_FACTORS[code >> 3] ?? 0),
);

function levelOf(length: number, bounds: readonly number[]): number {
  let level = 0;
  while (level < bounds.length && length >= (bounds[level] as number)) level++;
  return level;
}

const run = { codes: new Uint8Array(256), has: new Uint8Array(256) };

/**
 * Writes the postings of one term: `docs[from, to)`, ascending, with their codes; postings with code 0
 * are left out.
 */
export function writePostings(
  writer: ByteWriter,
  scratch: ByteWriter,
  docs: Uint32Array,
  codes: Uint8Array,
  from: number,
  to: number,
  weights: Uint8Array,
): void {
  const count = collectCodes(codes, from, to, weights);
  for (let i = 0; i < count; i++) {
    const code = run.codes[i] as number;
    run.has[code] = 0;
    scratch.clear();
    let previous = 0;
    for (let at = from; at < to; at++) {
      if (codes[at] !== code) continue;
      const doc = docs[at] as number;
      scratch.varint(doc - previous);
      previous = doc;
    }
    writer.byte(code);
    writer.varint(scratch.length);
    writer.append(scratch.view());
  }
}

/** Puts the codes that occur into `run.codes`, the weightiest first; returns how many there are. */
function collectCodes(codes: Uint8Array, from: number, to: number, weights: Uint8Array): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = codes[at] as number;
    if (code === 0 || run.has[code] === 1) continue;
    run.has[code] = 1;
    let place = count++;
    while (place > 0) {
      const above = run.codes[place - 1] as number;
      if ((weights[above] as number) >= (weights[code] as number)) break;
      run.codes[place--] = above;
    }
    run.codes[place] = code;
  }
  return count;
}

/** Calls `visit` with each run of a term's postings: its code and where its numbers lie. */
export function eachRun(
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (code: number, from: number, to: number) => void,
): void {
  for (let at = from; at < to; ) {
    const code = bytes[at++] as number;
    let length = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++] as number;
      length |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    visit(code, at, at + length);
    at += length;
  }
}

/** Calls `visit` with each paper of a run, ascending. */
export function eachDoc(
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (doc: number) => void,
): void {
  let doc = 0;
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number;
    let difference = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      difference |= (byte & 127) << shift;
    }
    doc += difference;
    visit(doc);
  }
}
