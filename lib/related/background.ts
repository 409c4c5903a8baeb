import { HashRows } from './hash-rows';

/**
 * What is known of language before the first paper is saved: in how many of some ten thousand
 * abstracts each word, pair of words and author stands, and a short vector for each common word.
 * Statistics only, no text; `scripts/train-related.ts` makes the asset and names its sources.
 *
 * Layout, little-endian, after a header of eight 32-bit numbers (magic, version, documents, count
 * entries, words, dimensions, mean count of terms in halves, checksum): the count entries, sorted,
 * `hash << 8 | general << 7 | code`, where a count is exp(code / 10) and
 * `general` marks terms that name no subject; the words, sorted, `hash << 8 | scale`; the mean
 * vector and the vectors of the words, one signed byte a dimension.
 */
export interface Background {
  /** Tells one asset from another, so that rows made with an older one are not mixed in. */
  readonly checksum: number;
  readonly documents: number;
  /** Documents that hold the term with this hash; 0 where it is not listed. */
  documentCount(hash: number): number;
  /**
   * Whether a word or pair names a subject ("black hole") rather than what papers on anything write
   * ("extensive", "open source"); undefined where it is not listed.
   */
  namesSubject(hash: number): boolean | undefined;
  readonly vectors: WordVectors;
}

export interface WordVectors {
  readonly dimensions: number;
  /** All words' vectors, row by row. */
  readonly values: Int8Array;
  /** The mean of the vectors of all training papers, in [-127, 127]. */
  readonly mean: Int8Array;
  /** The row of a word, or -1. */
  find(hash: number): number;
  /** What a word's vector is to be multiplied with. */
  scale(row: number): number;
}

const MAGIC = 0x4c524b50; // "PKRL"
const VERSION = 1;
const HEADER_WORDS = 8;
/** Codes per natural logarithm: counts are right to 5 %. */
const CODES_PER_LOG = 10;
const MAX_CODE = 0x7f;
const GENERAL = 0x80;
/** A scale is exp(-code / 32): from 1 down to 0.0003. */
const SCALE_CODES_PER_LOG = 32;

/** No background at all: every statistic then comes from the user's own papers. */
export const NO_BACKGROUND: Background = {
  checksum: 0,
  documents: 0,
  documentCount: () => 0,
  namesSubject: () => undefined,
  vectors: noVectors(),
};

/** The background in a file's bytes. Anything but the format above throws a RangeError. */
export function openBackground(bytes: ArrayBuffer): Background {
  if (bytes.byteLength < HEADER_WORDS * 4) throw new RangeError('background asset: too short');
  const [magic, version, documents = 0, entries = 0, words = 0, dimensions = 0, , checksum = 0] =
    new Uint32Array(bytes, 0, HEADER_WORDS);
  if (magic !== MAGIC || version !== VERSION)
    throw new RangeError('background asset: other format');
  const wordsAt = (HEADER_WORDS + entries) * 4;
  const meanAt = wordsAt + words * 4;
  const valuesAt = meanAt + dimensions;
  if (bytes.byteLength !== valuesAt + words * dimensions) {
    throw new RangeError(`background asset: ${bytes.byteLength} bytes do not fit its header`);
  }
  const counts = new Uint32Array(bytes, HEADER_WORDS * 4, entries);
  const countRows = new HashRows(counts);
  const vocabulary = new Uint32Array(bytes, wordsAt, words);
  const vocabularyRows = new HashRows(vocabulary);
  return {
    checksum,
    documents,
    documentCount(hash) {
      const row = countRows.find(hash);
      return row < 0 ? 0 : Math.exp(((counts[row] ?? 0) & MAX_CODE) / CODES_PER_LOG);
    },
    namesSubject(hash) {
      const row = countRows.find(hash);
      return row < 0 ? undefined : ((counts[row] ?? 0) & GENERAL) === 0;
    },
    vectors: {
      dimensions,
      values: new Int8Array(bytes, valuesAt, words * dimensions),
      mean: new Int8Array(bytes, meanAt, dimensions),
      find: (hash) => vocabularyRows.find(hash),
      scale: (row) => Math.exp(-((vocabulary[row] ?? 0) & 0xff) / SCALE_CODES_PER_LOG),
    },
  };
}

/** What goes into an asset; hashes are those of term-hash.ts. */
export interface BackgroundParts {
  readonly documents: number;
  readonly counts: ReadonlyMap<number, number>;
  /** Of the counted terms those that name no subject. */
  readonly general: ReadonlySet<number>;
  readonly words: readonly { hash: number; scale: number; vector: readonly number[] }[];
  readonly mean: readonly number[];
}

/** The bytes of an asset. Vectors and mean in [-127, 127], scales in (0, 1]. */
export function writeBackground(parts: BackgroundParts): ArrayBuffer {
  const dimensions = parts.mean.length;
  const counts = [...parts.counts]
    .map(([hash, count]) => packCount(hash, count, parts.general.has(hash)))
    .sort(byHash);
  const words = parts.words
    .map((word) => ({ ...word, entry: packScale(word.hash, word.scale) }))
    .sort((a, b) => byHash(a.entry, b.entry));
  const head = HEADER_WORDS + counts.length + words.length;
  const bytes = new ArrayBuffer(head * 4 + dimensions * (1 + words.length));
  const numbers = new Uint32Array(bytes, 0, head);
  numbers.set([MAGIC, VERSION, parts.documents, counts.length, words.length, dimensions]);
  numbers.set([...counts, ...words.map((word) => word.entry)], HEADER_WORDS);
  const values = new Int8Array(bytes, head * 4);
  values.set(parts.mean);
  for (const [row, word] of words.entries()) values.set(word.vector, dimensions * (1 + row));
  numbers[7] = checksumOf(new Uint8Array(bytes, HEADER_WORDS * 4));
  return bytes;
}

function packCount(hash: number, count: number, isGeneral: boolean): number {
  const code = Math.min(MAX_CODE, Math.round(CODES_PER_LOG * Math.log(count)));
  return ((hash << 8) | (isGeneral ? GENERAL : 0) | code) >>> 0;
}

function packScale(hash: number, scale: number): number {
  return ((hash << 8) | Math.min(255, Math.round(-SCALE_CODES_PER_LOG * Math.log(scale)))) >>> 0;
}

function byHash(a: number, b: number): number {
  return a - b;
}

function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

function noVectors(): WordVectors {
  const none = new Int8Array(0);
  return { dimensions: 0, values: none, mean: none, find: () => -1, scale: () => 0 };
}
