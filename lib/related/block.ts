import type { PaperKey } from '../core/paper';
import type { Features } from './features';
import { HASH_BITS, termHash } from './term-hash';

/** One paper as a block keeps it. */
export interface BlockRow extends Features {
  readonly id: PaperKey;
  /** The paper's own vector (vectors.ts), all zero where it has none. */
  readonly vector: Int8Array;
}

/** Terms or names without their kind, and what each is worth. */
export interface WeighedHashes {
  readonly hashes: Int32Array;
  readonly weights: Float64Array;
}

/** Papers in one block at most: a posting has ten bits for the paper. */
export const MAX_BLOCK_ROWS = 1024;

const MAGIC = 0x42524b50; // "PKRB"
const BLOCK_VERSION = 2;
const HEADER_WORDS = 8;
const ROW_BITS = 10;
const ROW_MASK = MAX_BLOCK_ROWS - 1;
const CHECK_BITS = 6;
/** What a posting adds: the weight of the term asked for at 0, where checks agree; else nothing. */
const BY_MISMATCH = new Float64Array(2 ** CHECK_BITS + 1);
const TERMS_PER_BUCKET = 8;
const HASH_MASK = 2 ** HASH_BITS - 1;
const DECODER = new TextDecoder();

/**
 * Up to 1,024 papers in one buffer that is never changed: their rows, one after the other, and
 * postings by which the papers of a term or a name are found.
 *
 * Layout, little-endian: header (magic, version, rows, terms, names, id bytes, bucket bits,
 * dimensions); 32-bit: term offsets, name offsets, id offsets, buckets, terms, names, sorted hashes
 * of ids; 16-bit: postings, months, lengths, rows by id hash; 8-bit: ids (UTF-8), vectors.
 *
 * A posting is `check << 10 | row`: the bucket is the lowest bits of a term's hash, the check its
 * highest six. A wrong match is one in 2^(bucket bits + 6); only rows are trusted for scores.
 */
export class Block {
  readonly size: number;
  readonly dimensions: number;
  readonly termOffsets: Uint32Array;
  readonly nameOffsets: Uint32Array;
  readonly terms: Uint32Array;
  readonly names: Uint32Array;
  readonly lengths: Uint16Array;
  readonly vectors: Int8Array;
  private readonly idOffsets: Uint32Array;
  private readonly buckets: Uint32Array;
  private readonly idHashes: Uint32Array;
  private readonly postings: Uint16Array;
  private readonly months: Uint16Array;
  private readonly rowsByIdHash: Uint16Array;
  private readonly idBytes: Uint8Array;
  private readonly bucketMask: number;

  /** @throws RangeError for bytes that are no block */
  private constructor(readonly buffer: ArrayBuffer) {
    const [magic, version, rows = 0, terms = 0, names = 0, idBytes = 0, bucketBits = 0, width = 0] =
      new Uint32Array(buffer, 0, HEADER_WORDS);
    if (magic !== MAGIC || version !== BLOCK_VERSION) throw new RangeError('not a block of papers');
    this.size = rows;
    this.dimensions = width;
    this.bucketMask = 2 ** bucketBits - 1;
    const sections = new Sections(buffer, HEADER_WORDS * 4);
    this.termOffsets = sections.next32(rows + 1);
    this.nameOffsets = sections.next32(rows + 1);
    this.idOffsets = sections.next32(rows + 1);
    this.buckets = sections.next32(this.bucketMask + 2);
    this.terms = sections.next32(terms);
    this.names = sections.next32(names);
    this.idHashes = sections.next32(rows);
    this.postings = sections.next16(terms + names);
    this.months = sections.next16(rows);
    this.lengths = sections.next16(rows);
    this.rowsByIdHash = sections.next16(rows);
    this.idBytes = new Uint8Array(buffer, sections.at, idBytes);
    this.vectors = new Int8Array(buffer, sections.at + idBytes, rows * width);
  }

  /** The block in these bytes; null for bytes cut short or of another format. */
  static read(buffer: ArrayBuffer): Block | null {
    try {
      return new Block(buffer);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  static build(rows: readonly BlockRow[], dimensions: number): Block {
    if (rows.length > MAX_BLOCK_ROWS) throw new RangeError(`${rows.length} rows in one block`);
    const ids = rows.map((row) => new TextEncoder().encode(row.id));
    const terms = sum(rows, (row) => row.terms.length);
    const names = sum(rows, (row) => row.names.length);
    const idBytes = sum(ids, (id) => id.length);
    const bucketBits = Math.max(2, Math.ceil(Math.log2((terms + names) / TERMS_PER_BUCKET + 1)));
    const size =
      4 *
        (HEADER_WORDS + 3 * (rows.length + 1) + 2 ** bucketBits + 1 + terms + names + rows.length) +
      2 * (terms + names + 3 * rows.length) +
      idBytes +
      rows.length * dimensions;
    const buffer = new ArrayBuffer(size);
    new Uint32Array(buffer, 0, HEADER_WORDS).set([
      MAGIC,
      BLOCK_VERSION,
      rows.length,
      terms,
      names,
      idBytes,
      bucketBits,
      dimensions,
    ]);
    const block = new Block(buffer);
    for (const [i, row] of rows.entries()) block.fill(i, row, ids[i] ?? new Uint8Array(0));
    block.fillPostings();
    block.fillIdHashes(rows);
    return block;
  }

  id(row: number): PaperKey {
    const bytes = this.idBytes.subarray(this.idOffsets[row], this.idOffsets[row + 1]);
    return DECODER.decode(bytes) as PaperKey;
  }

  month(row: number): number {
    return this.months[row] ?? 0;
  }

  /** A view of a row; it shares the block's memory. */
  row(row: number): BlockRow {
    return {
      id: this.id(row),
      terms: this.terms.subarray(this.termOffsets[row], this.termOffsets[row + 1]),
      length: this.lengths[row] ?? 0,
      names: this.names.subarray(this.nameOffsets[row], this.nameOffsets[row + 1]),
      month: this.month(row),
      vector: this.vectors.subarray(row * this.dimensions, (row + 1) * this.dimensions),
    };
  }

  /** The part of a row that texts are compared by; it shares the block's memory. */
  textOf(row: number): Pick<Features, 'terms' | 'length'> {
    const terms = this.terms.subarray(this.termOffsets[row], this.termOffsets[row + 1]);
    return { terms, length: this.lengths[row] ?? 0 };
  }

  /** The row of a paper, or -1. Where an id stands twice, the row `isLive` names. */
  find(id: PaperKey, hash: number, isLive: (row: number) => boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.idHashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    for (; low < this.size && this.idHashes[low] === hash; low++) {
      const row = this.rowsByIdHash[low] ?? 0;
      if (isLive(row) && this.id(row) === id) return row;
    }
    return -1;
  }

  /** The live rows that hold a name, at most `limit`. */
  rowsNamed(name: number, limit: number, dead: Uint8Array): number[] {
    const found: number[] = [];
    const bucket = name & this.bucketMask;
    const check = checkOf(name & HASH_MASK);
    const end = this.buckets[bucket + 1] ?? 0;
    for (let i = this.buckets[bucket] ?? 0; i < end && found.length < limit; i++) {
      const posting = this.postings[i] ?? 0;
      const row = posting & ROW_MASK;
      if ((posting & ~ROW_MASK) !== check || dead[row] === 1) continue;
      const names = this.names.subarray(this.nameOffsets[row], this.nameOffsets[row + 1]);
      if (names.includes(name)) found.push(row);
    }
    return found;
  }

  /**
   * Adds the weight of each term or name to `scores[row]` for each row that holds it. Without a
   * branch in the inner loop: which of a bucket's postings match is not to be foreseen.
   */
  addPostings({ hashes, weights }: WeighedHashes, scores: Float32Array): void {
    const { buckets, postings, bucketMask } = this;
    const byMismatch = BY_MISMATCH;
    byMismatch[2 ** CHECK_BITS] = this.readAhead(hashes); // kept, or the reads would be left out
    for (let t = 0; t < hashes.length; t++) {
      const hash = hashes[t] ?? 0;
      const check = hash >>> (HASH_BITS - CHECK_BITS);
      const bucket = hash & bucketMask;
      const end = buckets[bucket + 1] ?? 0;
      byMismatch[0] = weights[t] ?? 0;
      for (let i = buckets[bucket] ?? 0; i < end; i++) {
        const posting = postings[i] ?? 0;
        const row = posting & ROW_MASK;
        scores[row] = (scores[row] ?? 0) + (byMismatch[(posting >>> ROW_BITS) ^ check] ?? 0);
      }
    }
  }

  /** Reads each bucket's first posting: memory is then waited for once, not by each bucket in turn. */
  private readAhead(hashes: Int32Array): number {
    const { buckets, postings, bucketMask } = this;
    let sum = 0;
    for (let t = 0; t < hashes.length; t++) {
      sum += postings[buckets[(hashes[t] ?? 0) & bucketMask] ?? 0] ?? 0;
    }
    return sum;
  }

  private fill(i: number, row: BlockRow, id: Uint8Array): void {
    const terms = this.termOffsets[i] ?? 0;
    const names = this.nameOffsets[i] ?? 0;
    const bytes = this.idOffsets[i] ?? 0;
    this.terms.set(row.terms, terms);
    this.names.set(row.names, names);
    this.idBytes.set(id, bytes);
    this.vectors.set(row.vector, i * this.dimensions);
    this.termOffsets[i + 1] = terms + row.terms.length;
    this.nameOffsets[i + 1] = names + row.names.length;
    this.idOffsets[i + 1] = bytes + id.length;
    this.months[i] = row.month;
    this.lengths[i] = Math.min(0xffff, row.length);
  }

  /** Counting sort of all terms and names into their buckets. */
  private fillPostings(): void {
    const { buckets, postings, bucketMask } = this;
    this.eachHash((hash) => {
      const bucket = hash & bucketMask;
      buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + 1;
    });
    for (let b = 0; b <= bucketMask; b++)
      buckets[b + 1] = (buckets[b + 1] ?? 0) + (buckets[b] ?? 0);
    const next = buckets.slice();
    this.eachHash((hash, row) => {
      const bucket = hash & bucketMask;
      const at = next[bucket] ?? 0;
      next[bucket] = at + 1;
      postings[at] = checkOf(hash) | row;
    });
  }

  private eachHash(visit: (hash: number, row: number) => void): void {
    const { terms, termOffsets, names, nameOffsets } = this;
    for (let row = 0; row < this.size; row++) {
      const end = termOffsets[row + 1] ?? 0;
      for (let i = termOffsets[row] ?? 0; i < end; i++) visit((terms[i] ?? 0) >>> 8, row);
      const namesEnd = nameOffsets[row + 1] ?? 0;
      for (let i = nameOffsets[row] ?? 0; i < namesEnd; i++)
        visit((names[i] ?? 0) & HASH_MASK, row);
    }
  }

  private fillIdHashes(rows: readonly BlockRow[]): void {
    const order = rows
      .map((row, i) => ({ hash: termHash(row.id), i }))
      .sort((a, b) => a.hash - b.hash || a.i - b.i);
    order.forEach(({ hash, i }, at) => {
      this.idHashes[at] = hash;
      this.rowsByIdHash[at] = i;
    });
  }
}

/** The highest bits of a hash, in their place in a posting. */
function checkOf(hash: number): number {
  return (hash >>> (HASH_BITS - CHECK_BITS)) << ROW_BITS;
}

/** Takes a buffer apart from front to back. */
class Sections {
  constructor(
    private readonly buffer: ArrayBuffer,
    public at: number,
  ) {}

  next32(length: number): Uint32Array {
    const section = new Uint32Array(this.buffer, this.at, length);
    this.at += section.byteLength;
    return section;
  }

  next16(length: number): Uint16Array {
    const section = new Uint16Array(this.buffer, this.at, length);
    this.at += section.byteLength;
    return section;
  }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
