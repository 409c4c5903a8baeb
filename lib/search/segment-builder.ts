import { ByteWriter } from './byte-writer';
import { encodeId, packDocuments } from './document-table';
import { eachWord, foldText } from './fold';
import {
  BODY_WEIGHTS,
  bodyCode,
  FACET_CODE,
  FACET_MARK,
  FIELD,
  HEAD_WEIGHTS,
  headCode,
  writePostings,
} from './postings';
import type { SearchDocument } from './search-index';
import { packBody, packHead, type SegmentBuffers } from './segment';
import { packVocabulary } from './vocabulary';

/** The term under which a facet is kept ("is:unread", "tag:rl"). */
export function facetTerm(facet: string): string {
  return FACET_MARK + foldText(facet).trim();
}

/** Gathers papers and writes them as one segment. Used once. */
export class SegmentBuilder {
  private readonly termOf = new Map<string, number>();
  /** Postings in paper order: term, head code and body code; those of a paper from `starts`. */
  private terms = new Uint32Array(1024);
  private headCodes = new Uint8Array(1024);
  private bodyCodes = new Uint8Array(1024);
  private readonly starts = [0];
  private count = 0;
  private readonly ids = new ByteWriter();
  private readonly idOffsets = [0];
  private readonly times: number[] = [];
  private readonly years: number[] = [];
  /** Titles and authors as terms in order, 0 between two fields; those of a paper from `orderStarts`. */
  private readonly order: number[] = [];
  private readonly orderStarts = [0];
  private readonly paper = new PaperWords();

  get size(): number {
    return this.times.length;
  }

  add(document: SearchDocument): void {
    const { paper } = this;
    paper.clear();
    const titleLength = this.addOrdered(document.title, FIELD.title);
    for (const author of document.authors) this.addOrdered(author, FIELD.author);
    this.addField(document.venue, FIELD.venue);
    this.addField(document.note, FIELD.note);
    for (const tag of document.tags ?? []) this.addField(tag, FIELD.tag);
    for (const id of document.ids ?? []) this.addField(id, FIELD.id);
    for (const facet of document.facets) paper.mark(this.term(facetTerm(facet)), FACET_CODE);
    let abstractLength = 0;
    eachWord(document.abstract ?? '', (word) => {
      paper.countOne(this.term(word));
      abstractLength++;
    });
    this.addPostings(titleLength, abstractLength);
    this.ids.append(encodeId(document.id));
    this.idOffsets.push(this.ids.length);
    this.times.push(document.atMs);
    this.years.push(document.year ?? 0);
    this.orderStarts.push(this.order.length);
  }

  finish(): SegmentBuffers {
    const words = sortTerms([...this.termOf.keys()]);
    const rankOf = new Uint32Array(words.length);
    words.forEach((word, rank) => {
      rankOf[this.termOf.get(word) as number] = rank;
    });
    const { offsets, docs, heads, bodies } = this.sortByTerm(rankOf);
    const head = new ListWriter(words.length, words.length * 4);
    const body = new ListWriter(words.length, words.length * 4);
    const frequencies = new Uint32Array(words.length);
    for (let rank = 0; rank < words.length; rank++) {
      const from = offsets[rank] as number;
      const to = offsets[rank + 1] as number;
      frequencies[rank] = to - from;
      head.add(docs, heads, from, to, HEAD_WEIGHTS);
      body.add(docs, bodies, from, to, BODY_WEIGHTS);
    }
    const { termOffsets, termBytes } = encodeTerms(words);
    return {
      head: packHead(
        packVocabulary(termOffsets, termBytes, frequencies),
        packDocuments(
          Uint32Array.from(this.idOffsets),
          this.ids.view(),
          Float64Array.from(this.times),
          Uint16Array.from(this.years),
        ),
        head.finish(),
      ),
      body: packBody(body.finish(), this.packOrder(rankOf)),
    };
  }

  private term(word: string): number {
    let term = this.termOf.get(word);
    if (term === undefined) {
      term = this.termOf.size;
      this.termOf.set(word, term);
    }
    return term;
  }

  private addField(text: string | undefined, field: number): void {
    if (text !== undefined) eachWord(text, (word) => this.paper.mark(this.term(word), field));
  }

  /** The same, keeping the order of words; returns their number. */
  private addOrdered(text: string, field: number): number {
    const { order } = this;
    const start = order.length;
    eachWord(text, (word, isJoined) => {
      const term = this.term(word);
      this.paper.mark(term, field);
      if (!isJoined) order.push(term + 1);
    });
    const length = order.length - start;
    order.push(0);
    return length;
  }

  private addPostings(titleLength: number, abstractLength: number): void {
    const { touched, fields, counts } = this.paper;
    this.reserve(touched.length);
    for (const term of touched) {
      const marks = fields[term] as number;
      const count = counts[term] as number;
      this.terms[this.count] = term;
      this.headCodes[this.count] = marks === 0 ? 0 : headCode(marks, titleLength);
      this.bodyCodes[this.count] = count === 0 ? 0 : bodyCode(count, abstractLength);
      this.count++;
    }
    this.starts.push(this.count);
  }

  private reserve(more: number): void {
    if (this.count + more <= this.terms.length) return;
    const capacity = Math.max(this.terms.length * 2, this.count + more);
    const grown = new Uint32Array(capacity);
    grown.set(this.terms);
    this.terms = grown;
    this.headCodes = growBytes(this.headCodes, capacity);
    this.bodyCodes = growBytes(this.bodyCodes, capacity);
  }

  /** Counting sort: postings in term order, papers ascending within each. */
  private sortByTerm(rankOf: Uint32Array) {
    const { terms, starts, count } = this;
    const offsets = new Uint32Array(rankOf.length + 1);
    for (let i = 0; i < count; i++) {
      (offsets[(rankOf[terms[i] as number] as number) + 1] as number)++;
    }
    for (let i = 1; i < offsets.length; i++) (offsets[i] as number) += offsets[i - 1] as number;
    const next = offsets.slice();
    const docs = new Uint32Array(count);
    const heads = new Uint8Array(count);
    const bodies = new Uint8Array(count);
    for (let doc = 0; doc < this.size; doc++) {
      const end = starts[doc + 1] as number;
      for (let i = starts[doc] as number; i < end; i++) {
        const at = (next[rankOf[terms[i] as number] as number] as number)++;
        docs[at] = doc;
        heads[at] = this.headCodes[i] as number;
        bodies[at] = this.bodyCodes[i] as number;
      }
    }
    return { offsets, docs, heads, bodies };
  }

  private packOrder(rankOf: Uint32Array) {
    const writer = new ByteWriter(this.order.length * 2 + 8);
    const offsets = new Uint32Array(this.size + 1);
    for (let doc = 0; doc < this.size; doc++) {
      const end = this.orderStarts[doc + 1] as number;
      for (let i = this.orderStarts[doc] as number; i < end; i++) {
        const entry = this.order[i] as number;
        writer.varint(entry === 0 ? 0 : (rankOf[entry - 1] as number) + 1);
      }
      offsets[doc + 1] = writer.length;
    }
    return { offsets, bytes: writer.view() };
  }
}

/** What one paper says of each term, by term number; cleared between papers by its own list. */
class PaperWords {
  readonly touched: number[] = [];
  fields = new Uint8Array(1024);
  counts = new Uint8Array(1024);
  private isTouched = new Uint8Array(1024);

  clear(): void {
    for (const term of this.touched) {
      this.fields[term] = 0;
      this.counts[term] = 0;
      this.isTouched[term] = 0;
    }
    this.touched.length = 0;
  }

  mark(term: number, field: number): void {
    this.touch(term);
    (this.fields[term] as number) |= field;
  }

  countOne(term: number): void {
    this.touch(term);
    if ((this.counts[term] as number) < 255) (this.counts[term] as number)++;
  }

  private touch(term: number): void {
    if (term >= this.fields.length) {
      const capacity = Math.max(term + 1, this.fields.length * 2);
      this.fields = growBytes(this.fields, capacity);
      this.counts = growBytes(this.counts, capacity);
      this.isTouched = growBytes(this.isTouched, capacity);
    }
    if (this.isTouched[term] === 1) return;
    this.isTouched[term] = 1;
    this.touched.push(term);
  }
}

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

/** In the order of their bytes, which differs from that of strings only by surrogates. */
function sortTerms(words: string[]): string[] {
  words.sort((a, b) => (a < b ? -1 : 1));
  const encoder = new TextEncoder();
  const hasSurrogate = words.some((word) => /[\ud800-\udfff]/.test(word));
  if (!hasSurrogate) return words;
  const bytes = new Map(words.map((word) => [word, encoder.encode(word)]));
  const at = (word: string) => bytes.get(word) as Uint8Array;
  return words.sort((a, b) => compareBytes(at(a), at(b)));
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = (a[i] as number) - (b[i] as number);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function encodeTerms(words: readonly string[]) {
  const encoder = new TextEncoder();
  const writer = new ByteWriter(words.length * 8 + 8);
  const termOffsets = new Uint32Array(words.length + 1);
  words.forEach((word, i) => {
    writer.append(encoder.encode(word));
    termOffsets[i + 1] = writer.length;
  });
  return { termOffsets, termBytes: writer.view() };
}

function growBytes(bytes: Uint8Array<ArrayBuffer>, capacity: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(capacity);
  grown.set(bytes);
  return grown;
}
