import type { ListWriter } from './list-writer';
import { BODY_WEIGHTS, eachDoc, eachRun, HEAD_WEIGHTS } from './postings';
import type { PostingLists, Segment } from './segment';

/** The postings of one term from all sources, by head and body. */
export class TermPostings {
  private readonly head = new PostingBuffer();
  private readonly body = new PostingBuffer();
  /** The last term that met each paper, from 1: a paper in both lists is one paper. */
  private readonly lastTerm: Uint32Array;
  private term = 1;
  private frequency = 0;

  constructor(private readonly docMaps: readonly Int32Array[]) {
    this.lastTerm = new Uint32Array(docMaps.reduce((sum, map) => sum + map.length, 0));
  }

  get length(): number {
    return this.head.length + this.body.length;
  }

  add(s: number, source: Segment, term: number): void {
    const map = this.docMaps[s] as Int32Array;
    this.addList(source.headLists, term, map, this.head);
    this.addList(source.bodyLists, term, map, this.body);
  }

  /** Writes what was added and starts on the next term; returns in how many papers it stands. */
  writeTo(head: ListWriter, body: ListWriter): number {
    const { frequency } = this;
    if (frequency > 0) {
      head.add(this.head.docs, this.head.codes, 0, this.head.length, HEAD_WEIGHTS);
      body.add(this.body.docs, this.body.codes, 0, this.body.length, BODY_WEIGHTS);
    }
    this.head.length = 0;
    this.body.length = 0;
    this.frequency = 0;
    this.term++;
    return frequency;
  }

  private addList(lists: PostingLists, term: number, map: Int32Array, into: PostingBuffer): void {
    const { offsets, bytes } = lists;
    eachRun(bytes, offsets[term] as number, offsets[term + 1] as number, (code, from, to) => {
      eachDoc(bytes, from, to, (old) => {
        const doc = map[old] as number;
        if (doc < 0) return;
        into.push(doc, code);
        if (this.lastTerm[doc] === this.term) return;
        this.lastTerm[doc] = this.term;
        this.frequency++;
      });
    });
  }
}

class PostingBuffer {
  docs = new Uint32Array(1024);
  codes = new Uint8Array(1024);
  length = 0;

  push(doc: number, code: number): void {
    if (this.length === this.docs.length) {
      const docs = new Uint32Array(this.length * 2);
      const codes = new Uint8Array(this.length * 2);
      docs.set(this.docs);
      codes.set(this.codes);
      this.docs = docs;
      this.codes = codes;
    }
    this.docs[this.length] = doc;
    this.codes[this.length++] = code;
  }
}
