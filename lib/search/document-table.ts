import type { PaperKey } from '../core/paper';
import type { Sections } from './sections';

/** Where the papers' sections stand in a segment's head, after the vocabulary's. */
const ID_OFFSETS = 0;
const ID_BYTES = 1;
const ID_SLOTS = 2;
const TIMES = 3;
const YEARS = 4;
export const DOCUMENT_SECTIONS = 5;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The papers of one segment, numbered from 0: ids, when each was saved or seen, and year. */
export class DocumentTable {
  readonly size: number;
  /** When each was saved or first seen (UTC, milliseconds). */
  readonly times: Float64Array;
  /** 0 where unknown. */
  readonly years: Uint16Array;
  private readonly idOffsets: Uint32Array;
  private readonly idBytes: Uint8Array;
  /** Hash table by open addressing: number of the paper and 1, or 0 for none. */
  private readonly slots: Uint32Array;

  constructor(sections: Sections, first: number) {
    this.idOffsets = sections.uint32(first + ID_OFFSETS);
    this.idBytes = sections.bytes(first + ID_BYTES);
    this.slots = sections.uint32(first + ID_SLOTS);
    this.times = sections.float64(first + TIMES);
    this.years = sections.uint16(first + YEARS);
    this.size = this.times.length;
  }

  idOf(doc: number): PaperKey {
    return decoder.decode(this.idBytesOf(doc)) as PaperKey;
  }

  idBytesOf(doc: number): Uint8Array {
    return this.idBytes.subarray(this.idOffsets[doc], this.idOffsets[doc + 1]);
  }

  /** The number of the paper with this id, or -1. */
  find(id: Uint8Array): number {
    const mask = this.slots.length - 1;
    let slot = hash(id) & mask;
    for (let probes = 0; probes <= mask; probes++) {
      const doc = (this.slots[slot] as number) - 1;
      if (doc < 0 || this.hasId(doc, id)) return doc;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Whether the sections are of one size, as written. */
  get isWhole(): boolean {
    const { size, idOffsets, idBytes, years } = this;
    const end = idOffsets[size];
    return years.length === size && end !== undefined && end <= idBytes.length;
  }

  private hasId(doc: number, id: Uint8Array): boolean {
    const from = this.idOffsets[doc] as number;
    if ((this.idOffsets[doc + 1] as number) - from !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (this.idBytes[from + i] !== id[i]) return false;
    return true;
  }
}

export function encodeId(id: string): Uint8Array {
  return encoder.encode(id);
}

/** The sections of a document table: ids end to end, with the columns. */
export function packDocuments(
  idOffsets: Uint32Array,
  idBytes: Uint8Array,
  times: Float64Array,
  years: Uint16Array,
): (Uint8Array | Uint16Array | Uint32Array | Float64Array)[] {
  const size = times.length;
  // At least one slot stays free, which ends every search for an id that is not there.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 1.5 + 2)));
  const mask = slots.length - 1;
  for (let doc = 0; doc < size; doc++) {
    let slot = hash(idBytes.subarray(idOffsets[doc], idOffsets[doc + 1])) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = doc + 1;
  }
  return [idOffsets, idBytes, slots, times, years];
}

/** FNV-1a, mixed once more so that its low bits may index a table. */
function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++)
    value = Math.imul(value ^ (bytes[i] as number), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
