import { ByteWriter } from './byte-writer';
import { encodeId, packDocuments } from './document-table';
import { eachWord, foldText } from './fold';
import { ListWriter } from './list-writer';
import { growBytes, PaperWords } from './paper-words';
import {
  BODY_WEIGHTS,
  bodyCode,
  FACET_CODE,
  FACET_MARK,
  FIELD,
  HEAD_WEIGHTS,
  headCode,
} from './postings';
import type { SearchDocument } from './search-index';
import { packBody, packHead, type SegmentBuffers } from './segment';
import { encodeTerms, sortTerms } from './terms';
import { packVocabulary } from './vocabulary';
import { WordTable } from './word-table';

/** The term under which a facet is kept ("is:unread", "tag:rl"). */
export function facetTerm(facet: string): string {
  return FACET_MARK + foldText(facet).trim();
}

/** Gathers papers and writes them as one segment. Used once. */
export class SegmentBuilder {
  private readonly table = new WordTable();
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
    for (const facet of document.facets)
      paper.mark(this.table.numberOf(facetTerm(facet)), FACET_CODE);
    let abstractLength = 0;
    eachWord(document.abstract ?? '', (word) => {
      paper.countOne(this.table.numberOf(word));
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
    const words = sortTerms([...this.table.words]);
    const rankOf = new Uint32Array(words.length);
    words.forEach((word, rank) => {
      rankOf[this.table.numberOf(word)] = rank;
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

  private addField(text: string | undefined, field: number): void {
    if (text !== undefined)
      eachWord(text, (word) => this.paper.mark(this.table.numberOf(word), field));
  }

  /** The same, keeping the order of words; returns their number. */
  private addOrdered(text: string, field: number): number {
    const { order } = this;
    const start = order.length;
    eachWord(text, (word, isJoined) => {
      const term = this.table.numberOf(word);
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
