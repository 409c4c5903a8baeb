import type { PaperKey } from '../core/paper';

/**
 * Some papers' title grams in one buffer that is never changed: an inverted list from gram to
 * papers, and the papers' keys. At most 65,536 papers, so that a place fits in 16 bits.
 *
 * Little-endian: five Uint32 (format, papers, distinct grams, postings, bytes of keys); Uint32
 * starts of postings (grams + 1), hashes of keys (papers), starts of keys (papers + 1); Uint16
 * grams, how many grams each paper has, postings; the keys in UTF-8.
 */
export interface TitleSegment {
  readonly buffer: ArrayBuffer;
  readonly size: number;
  readonly grams: Uint16Array;
  readonly starts: Uint32Array;
  readonly postings: Uint16Array;
  readonly gramCounts: Uint16Array;
  readonly keyHashes: Uint32Array;
  readonly keyStarts: Uint32Array;
  readonly keyBytes: Uint8Array;
}

export interface GramRow {
  readonly id: PaperKey;
  readonly grams: Uint16Array;
}

export const MAX_SEGMENT_SIZE = 2 ** 16;

const FORMAT = 0x504b5401;
const HEADER = 5;

/** The segment in a buffer, or null where it is of another format or cut short. */
export function openSegment(buffer: ArrayBuffer): TitleSegment | null {
  if (buffer.byteLength < HEADER * 4) return null;
  const [format, size = 0, grams = 0, postings = 0, keyBytes = 0] = new Uint32Array(
    buffer,
    0,
    HEADER,
  );
  const words = HEADER + (grams + 1) + size + (size + 1);
  const halves = grams + size + postings;
  if (format !== FORMAT || buffer.byteLength !== words * 4 + halves * 2 + keyBytes) return null;
  let at = HEADER * 4;
  const take32 = (length: number) => {
    at += length * 4;
    return new Uint32Array(buffer, at - length * 4, length);
  };
  const take16 = (length: number) => {
    at += length * 2;
    return new Uint16Array(buffer, at - length * 2, length);
  };
  return {
    buffer,
    size,
    starts: take32(grams + 1),
    keyHashes: take32(size),
    keyStarts: take32(size + 1),
    grams: take16(grams),
    gramCounts: take16(size),
    postings: take16(postings),
    keyBytes: new Uint8Array(buffer, at, keyBytes),
  };
}

/** Rows in any order; their places follow it. */
export function buildSegment(rows: readonly GramRow[]): TitleSegment {
  const lists = new Map<number, number[]>();
  rows.forEach(({ grams }, place) => {
    for (const gram of grams) {
      const list = lists.get(gram);
      if (list) list.push(place);
      else lists.set(gram, [place]);
    }
  });
  const keys = rows.map(({ id }) => new TextEncoder().encode(id));
  const counts = [
    rows.length,
    lists.size,
    rows.reduce((sum, { grams }) => sum + grams.length, 0),
    keys.reduce((sum, { length }) => sum + length, 0),
  ] as const;
  const [size, grams, postings, keyBytes] = counts;
  const bytes = (HEADER + grams + 1 + 2 * size + 1) * 4 + (grams + size + postings) * 2 + keyBytes;
  const buffer = new ArrayBuffer(bytes);
  new Uint32Array(buffer, 0, HEADER).set([FORMAT, ...counts]);
  const segment = openSegment(buffer) as TitleSegment;
  [...lists]
    .sort(([a], [b]) => a - b)
    .forEach(([gram, list], i) => {
      const start = segment.starts[i] ?? 0;
      segment.grams[i] = gram;
      segment.postings.set(list, start);
      segment.starts[i + 1] = start + list.length;
    });
  rows.forEach((row, place) => {
    const start = segment.keyStarts[place] ?? 0;
    const key = keys[place] as Uint8Array;
    segment.keyBytes.set(key, start);
    segment.keyStarts[place + 1] = start + key.length;
    segment.keyHashes[place] = keyHash(row.id);
    segment.gramCounts[place] = row.grams.length;
  });
  return segment;
}

/** The rows that a segment was built from, those at the places in `without` left out. */
export function segmentRows(segment: TitleSegment, without: ReadonlySet<number>): GramRow[] {
  const grams = Array.from(segment.gramCounts, (count) => new Uint16Array(count));
  const filled = new Uint16Array(segment.size);
  segment.grams.forEach((gram, i) => {
    for (const place of postingsAt(segment, i)) {
      const list = grams[place] as Uint16Array;
      list[filled[place] ?? 0] = gram;
      filled[place] = (filled[place] ?? 0) + 1;
    }
  });
  return grams.flatMap((list, place) =>
    without.has(place) ? [] : [{ id: keyAt(segment, place), grams: list }],
  );
}

/** The places of papers with this gram. */
export function postingsOf(segment: TitleSegment, gram: number): Uint16Array {
  let low = 0;
  let high = segment.grams.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segment.grams[middle] ?? 0) < gram) low = middle + 1;
    else high = middle;
  }
  return segment.grams[low] === gram ? postingsAt(segment, low) : NONE;
}

const NONE = new Uint16Array(0);

function postingsAt({ postings, starts }: TitleSegment, i: number): Uint16Array {
  return postings.subarray(starts[i], starts[i + 1]);
}

export function keyAt({ keyBytes, keyStarts }: TitleSegment, place: number): PaperKey {
  const bytes = keyBytes.subarray(keyStarts[place], keyStarts[place + 1]);
  return new TextDecoder().decode(bytes) as PaperKey;
}

export function keyHash(id: PaperKey): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
