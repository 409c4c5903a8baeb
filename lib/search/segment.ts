import { DOCUMENT_SECTIONS, DocumentTable } from './document-table';
import { BODY_WEIGHTS, HEAD_WEIGHTS } from './postings';
import { packSections, Sections } from './sections';
import { VOCABULARY_SECTIONS, Vocabulary } from './vocabulary';

/** Head sections after the vocabulary's and the papers': postings of titles, authors and labels. */
const HEAD_POSTINGS = VOCABULARY_SECTIONS + DOCUMENT_SECTIONS;
const HEAD_SECTIONS = HEAD_POSTINGS + 2;
/** Body sections: postings of abstracts, then the word order of titles and authors. */
const ORDER = 2;
const BODY_SECTIONS = ORDER + 2;

/** Postings of all terms end to end; those of term t lie in `bytes[offsets[t], offsets[t + 1])`. */
export interface PostingLists {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  /** Weight of a posting by its code. */
  readonly weights: Uint8Array;
}

/** Titles and authors as terms in order, each in varints of term + 1; 0 stands between two fields. */
export interface WordOrder {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface SegmentBuffers {
  readonly head: ArrayBuffer;
  readonly body: ArrayBuffer;
}

/**
 * Some papers, indexed once and never changed but for marking papers dead. The head alone answers
 * from titles, authors and labels; the body adds abstracts and the order of words.
 */
export class Segment {
  readonly vocabulary: Vocabulary;
  readonly documents: DocumentTable;
  readonly headLists: PostingLists;
  /** Null until the body is there. */
  bodyLists: PostingLists | null = null;
  order: WordOrder | null = null;
  /** One bit a paper, set where it was removed or put again elsewhere. */
  readonly dead: Uint8Array<ArrayBuffer>;
  deadCount = 0;
  body: ArrayBuffer | null = null;

  private constructor(
    readonly number: number,
    readonly head: ArrayBuffer,
    sections: Sections,
  ) {
    this.vocabulary = new Vocabulary(sections);
    this.documents = new DocumentTable(sections, VOCABULARY_SECTIONS);
    this.headLists = {
      offsets: sections.uint32(HEAD_POSTINGS),
      bytes: sections.bytes(HEAD_POSTINGS + 1),
      weights: HEAD_WEIGHTS,
    };
    this.dead = new Uint8Array((this.documents.size + 7) >> 3);
  }

  /** Null where the head is damaged or of another version. */
  static open(number: number, head: ArrayBuffer): Segment | null {
    const sections = Sections.open(head, HEAD_SECTIONS);
    const segment = sections && new Segment(number, head, sections);
    return segment?.isWhole ? segment : null;
  }

  /** False where the body is damaged, of another version, or of another segment. */
  openBody(body: ArrayBuffer): boolean {
    const sections = Sections.open(body, BODY_SECTIONS);
    if (!sections) return false;
    const lists = {
      offsets: sections.uint32(0),
      bytes: sections.bytes(1),
      weights: BODY_WEIGHTS,
    };
    const order = { offsets: sections.uint32(ORDER), bytes: sections.bytes(ORDER + 1) };
    if (!isWhole(lists, this.vocabulary.size) || !isWhole(order, this.documents.size)) return false;
    this.body = body;
    this.bodyLists = lists;
    this.order = order;
    return true;
  }

  private get isWhole(): boolean {
    const { vocabulary, documents, headLists } = this;
    return vocabulary.isWhole && documents.isWhole && isWhole(headLists, vocabulary.size);
  }

  get liveCount(): number {
    return this.documents.size - this.deadCount;
  }

  isDead(doc: number): boolean {
    return ((this.dead[doc >> 3] as number) & (1 << (doc & 7))) !== 0;
  }

  /** True where the paper was alive. */
  kill(doc: number): boolean {
    if (this.isDead(doc)) return false;
    (this.dead[doc >> 3] as number) |= 1 << (doc & 7);
    this.deadCount++;
    return true;
  }

  /** Takes over the marks that were kept beside the segment. False where they are of another segment. */
  restoreDead(marks: ArrayBuffer): boolean {
    if (marks.byteLength !== this.dead.length) return false;
    this.dead.set(new Uint8Array(marks));
    this.deadCount = 0;
    for (let doc = 0; doc < this.documents.size; doc++) if (this.isDead(doc)) this.deadCount++;
    return true;
  }
}

function isWhole({ offsets, bytes }: WordOrder, size: number): boolean {
  return offsets.length === size + 1 && (offsets[size] as number) <= bytes.length;
}

export function packHead(
  vocabulary: readonly Section[],
  documents: readonly Section[],
  lists: { offsets: Uint32Array; bytes: Uint8Array },
): ArrayBuffer {
  return packSections([...vocabulary, ...documents, lists.offsets, lists.bytes]);
}

export function packBody(
  lists: { offsets: Uint32Array; bytes: Uint8Array },
  order: WordOrder,
): ArrayBuffer {
  return packSections([lists.offsets, lists.bytes, order.offsets, order.bytes]);
}
