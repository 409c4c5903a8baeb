import { ByteWriter } from './byte-writer';
import { writePostings } from './postings';

/** Posting lists as they are written, term after term. */
export class ListWriter {
  private readonly offsets: Uint32Array;
  private readonly bytes: ByteWriter;
  private readonly scratch = new ByteWriter();
  private count = 0;

  /** `capacity`: bytes to begin with. */
  constructor(terms: number, capacity: number) {
    this.bytes = new ByteWriter(capacity);
    this.offsets = new Uint32Array(terms + 1);
  }

  /** The postings of the next term. */
  add(docs: Uint32Array, codes: Uint8Array, from: number, to: number, weights: Uint8Array): void {
    writePostings(this.bytes, this.scratch, docs, codes, from, to, weights);
    this.offsets[++this.count] = this.bytes.length;
  }

  finish(): { offsets: Uint32Array; bytes: Uint8Array } {
    return { offsets: this.offsets.subarray(0, this.count + 1), bytes: this.bytes.view() };
  }
}
