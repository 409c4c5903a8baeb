/**
 * A buffer of typed arrays that is opened without parsing: a header of 32-bit words (mark, format
 * version, number of sections, then offset and length in bytes of each), then the sections, each at
 * a multiple of 8. Numbers are little-endian, as on every machine that runs a browser.
 */

const MARK = 0x4e4b5031; // "PKN1"
/**
 * Raised whenever the meaning of any section changes, or what is written of a paper (2: `has:pdf` of
 * arXiv papers). A buffer of another version is not read, so that all papers are indexed anew.
 */
export const FORMAT_VERSION = 2;

type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export function packSections(sections: readonly Section[]): ArrayBuffer {
  let end = align(4 * (3 + 2 * sections.length));
  const offsets = sections.map((section) => {
    const offset = end;
    end = align(end + section.byteLength);
    return offset;
  });
  const buffer = new ArrayBuffer(end);
  const header = new Uint32Array(buffer, 0, 3 + 2 * sections.length);
  header.set([MARK, FORMAT_VERSION, sections.length]);
  const bytes = new Uint8Array(buffer);
  sections.forEach((section, i) => {
    header.set([offsets[i] as number, section.byteLength], 3 + 2 * i);
    bytes.set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      offsets[i] as number,
    );
  });
  return buffer;
}

/** Views on the sections of one buffer. */
export class Sections {
  private constructor(
    private readonly buffer: ArrayBuffer,
    private readonly table: Uint32Array,
  ) {}

  /** Null where the buffer is not ours, of another version, cut short, or has not `count` sections. */
  static open(buffer: ArrayBuffer, count: number): Sections | null {
    if (buffer.byteLength < 4 * (3 + 2 * count)) return null;
    const header = new Uint32Array(buffer, 0, 3 + 2 * count);
    if (header[0] !== MARK || header[1] !== FORMAT_VERSION || header[2] !== count) return null;
    const table = header.subarray(3);
    for (let i = 0; i < count; i++) {
      const offset = table[2 * i] as number;
      if (offset % 8 !== 0 || offset + (table[2 * i + 1] as number) > buffer.byteLength)
        return null;
    }
    return new Sections(buffer, table);
  }

  bytes(section: number): Uint8Array {
    return new Uint8Array(this.buffer, this.offset(section), this.byteLength(section));
  }

  uint16(section: number): Uint16Array {
    return new Uint16Array(this.buffer, this.offset(section), this.byteLength(section) >> 1);
  }

  uint32(section: number): Uint32Array {
    return new Uint32Array(this.buffer, this.offset(section), this.byteLength(section) >> 2);
  }

  float64(section: number): Float64Array {
    return new Float64Array(this.buffer, this.offset(section), this.byteLength(section) >> 3);
  }

  private offset(section: number): number {
    return this.table[2 * section] as number;
  }

  private byteLength(section: number): number {
    return this.table[2 * section + 1] as number;
  }
}

function align(length: number): number {
  return (length + 7) & ~7;
}
