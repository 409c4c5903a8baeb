import { ByteWriter } from './byte-writer';
import { packDocuments } from './document-table';
import { ListWriter } from './list-writer';
import { type ByteLists, packBody, packHead, type Segment, type SegmentBuffers } from './segment';
import { TermPostings } from './term-postings';
import { compareBytes } from './terms';
import { packVocabulary } from './vocabulary';
import { eachOrderedTerm } from './word-order';

export interface MergedSegment extends SegmentBuffers {
  /** For each source, the new number of each of its papers; -1 where it was dead at the start. */
  readonly docMaps: readonly Int32Array[];
}

/** Work between two pauses, some milliseconds each. */
const POSTINGS_A_SLICE = 60_000;
const DOCS_A_SLICE = 4000;

/**
 * Writes the living papers of some segments, all with their bodies, as one. Pauses (yields) after
 * each slice; the sources stay as they are, so stopping at a pause loses nothing but the work.
 */
export function* mergeSegments(sources: readonly Segment[]): Generator<void, MergedSegment> {
  const docMaps = numberDocs(sources);
  yield;
  const terms = yield* mergeTerms(sources, docMaps);
  yield;
  const order = yield* mergeOrder(sources, docMaps, terms.termMaps);
  yield;
  const documents = yield* mergeDocuments(sources, docMaps);
  yield;
  const vocabulary = packVocabulary(terms.termOffsets, terms.termBytes, terms.frequencies);
  yield;
  const head = packHead(vocabulary, documents, terms.head);
  yield;
  return { head, body: packBody(terms.body, order), docMaps };
}

function numberDocs(sources: readonly Segment[]): Int32Array[] {
  let next = 0;
  return sources.map((source) =>
    Int32Array.from({ length: source.documents.size }, (_, doc) =>
      source.isDead(doc) ? -1 : next++,
    ),
  );
}

/** The terms of all sources in order, each with its postings under the new numbers. */
function* mergeTerms(sources: readonly Segment[], docMaps: readonly Int32Array[]) {
  const most = sources.reduce((sum, source) => sum + source.vocabulary.size, 0);
  const postings = new TermPostings(docMaps);
  const head = new ListWriter(most, totalBytes(sources.map(({ headLists }) => headLists)));
  const body = new ListWriter(most, totalBytes(sources.map(({ bodyLists }) => bodyLists)));
  const bytes = new ByteWriter();
  const termOffsets = new Uint32Array(most + 1);
  const frequencies = new Uint32Array(most);
  const termMaps = sources.map((source) => new Uint32Array(source.vocabulary.size));
  const cursors = sources.map(() => 0);
  let count = 0;
  let work = 0;
  for (;;) {
    const least = findLeast(sources, cursors);
    if (!least) break;
    for (let s = 0; s < sources.length; s++) {
      const source = sources[s] as Segment;
      const term = cursors[s] as number;
      if (term >= source.vocabulary.size) continue;
      if (compareBytes(source.vocabulary.term(term), least) !== 0) continue;
      postings.add(s, source, term);
      (termMaps[s] as Uint32Array)[term] = count;
      cursors[s] = term + 1;
    }
    work += 8 + postings.length;
    const frequency = postings.writeTo(head, body);
    if (frequency > 0) {
      frequencies[count] = frequency;
      bytes.append(least);
      termOffsets[++count] = bytes.length;
    }
    if (work > POSTINGS_A_SLICE) {
      work = 0;
      yield;
    }
  }
  return {
    termOffsets: termOffsets.subarray(0, count + 1),
    termBytes: bytes.view(),
    frequencies: frequencies.subarray(0, count),
    head: head.finish(),
    body: body.finish(),
    termMaps,
  };
}

/** About what the merged lists take: grown step by step they would be copied again and again. */
function totalBytes(lists: readonly ByteLists[]): number {
  return lists.reduce((sum, { bytes }) => sum + bytes.length, 1024);
}

/** The least term that any source has yet to give; undefined at the end. */
function findLeast(sources: readonly Segment[], cursors: readonly number[]) {
  let least: Uint8Array | undefined;
  for (let s = 0; s < sources.length; s++) {
    const { vocabulary } = sources[s] as Segment;
    const cursor = cursors[s] as number;
    if (cursor >= vocabulary.size) continue;
    const term = vocabulary.term(cursor);
    if (!least || compareBytes(term, least) < 0) least = term;
  }
  return least;
}

function* mergeOrder(
  sources: readonly Segment[],
  docMaps: readonly Int32Array[],
  termMaps: readonly Uint32Array[],
) {
  const writer = new ByteWriter(totalBytes(sources.map(({ order }) => order)));
  const offsets = [0];
  for (const [s, source] of sources.entries()) {
    const { order } = source;
    const docMap = docMaps[s] as Int32Array;
    const termMap = termMaps[s] as Uint32Array;
    for (let doc = 0; doc < docMap.length; doc++) {
      if (docMap[doc] === -1) continue;
      eachOrderedTerm(order, doc, (term) => {
        writer.varint(term < 0 ? 0 : (termMap[term] as number) + 1);
      });
      offsets.push(writer.length);
      if (offsets.length % DOCS_A_SLICE === 0) yield;
    }
  }
  return { offsets: Uint32Array.from(offsets), bytes: writer.view() };
}

function* mergeDocuments(sources: readonly Segment[], docMaps: readonly Int32Array[]) {
  const ids = new ByteWriter();
  const idOffsets = [0];
  const times: number[] = [];
  const years: number[] = [];
  for (const [s, { documents }] of sources.entries()) {
    for (let doc = 0; doc < documents.size; doc++) {
      if (docMaps[s]?.[doc] === -1) continue;
      ids.append(documents.idBytesOf(doc));
      idOffsets.push(ids.length);
      times.push(documents.times[doc] as number);
      years.push(documents.years[doc] as number);
      if (times.length % DOCS_A_SLICE === 0) yield;
    }
  }
  return packDocuments(
    Uint32Array.from(idOffsets),
    ids.view(),
    Float64Array.from(times),
    Uint16Array.from(years),
  );
}
