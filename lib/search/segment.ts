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

/** Lists end to end; the one of number i lies in `bytes[offsets[i], offsets[i + 1])`. */
export interface ByteLists {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Postings by term. */
export interface PostingLists extends ByteLists {
  /** Weight of a posting by its code. */
  readonly weights: Uint8Array;
}

/** By paper, its title and authors as terms in order, in varints of term + 1; 0 stands between two fields. */
export type WordOrder = ByteLists;

type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface SegmentBuffers {
  readonly head: ArrayBuffer;
  readonly body: ArrayBuffer;
}

/**
 * Some papers, indexed once and never changed but for marking papers dead. The head holds words,
 * papers, and postings of titles, authors and labels; the body those of abstracts, and the order of
 * words.
 */
export class Segment {
  readonly vocabulary: Vocabulary;
  readonly documents: DocumentTable;
  readonly headLists: PostingLists;
  readonly bodyLists: PostingLists;
  readonly order: WordOrder;
  /** One bit a paper, set where it was removed or put again elsewhere. */
  readonly dead: Uint8Array<ArrayBuffer>;
  deadCount = 0;

  private constructor(
    readonly number: number,
    readonly buffers: SegmentBuffers,
    head: Sections,
    body: Sections,
  ) {
    this.vocabulary = new Vocabulary(head);
    this.documents = new DocumentTable(head, VOCABULARY_SECTIONS);
    this.headLists = { ...listsAt(HEAD_POSTINGS, head), weights: HEAD_WEIGHTS };
    this.bodyLists = { ...listsAt(0, body), weights: BODY_WEIGHTS };
    this.order = listsAt(ORDER, body);
    this.dead = new Uint8Array((this.documents.size + 7) >> 3);
  }

  /** Null where a buffer is damaged, of another version, or of another segment. */
  static open(number: number, buffers: SegmentBuffers): Segment | null {
    const head = Sections.open(buffers.head, HEAD_SECTIONS);
    const body = Sections.open(buffers.body, BODY_SECTIONS);
    const segment = head && body && new Segment(number, buffers, head, body);
    return segment?.isWhole ? segment : null;
  }

  private get isWhole(): boolean {
    const { vocabulary, documents, headLists, bodyLists, order } = this;
    if (!vocabulary.isWhole || !documents.isWhole) return false;
    const { size } = vocabulary;
    return isWhole(headLists, size) && isWhole(bodyLists, size) && isWhole(order, documents.size);
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

function listsAt(section: number, sections: Sections): ByteLists {
  return { offsets: sections.uint32(section), bytes: sections.bytes(section + 1) };
}

function isWhole({ offsets, bytes }: ByteLists, size: number): boolean {
  return offsets.length === size + 1 && (offsets[size] as number) <= bytes.length;
}

export function packHead(
  vocabulary: readonly Section[],
  documents: readonly Section[],
  lists: ByteLists,
): ArrayBuffer {
  return packSections([...vocabulary, ...documents, lists.offsets, lists.bytes]);
}

export function packBody(lists: ByteLists, order: WordOrder): ArrayBuffer {
  return packSections([lists.offsets, lists.bytes, order.offsets, order.bytes]);
}
