import type { PaperKey } from '../core/paper';
import { GRAM_KINDS } from './title-grams';

/**
 * Some papers' title grams in one buffer that is never changed: an inverted list from gram to
 * papers, ascending, and the papers' keys. At most 65,536 papers, so that a place fits in 16 bits.
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
  const segment = allocate({
    size: rows.length,
    grams: lists.size,
    postings: rows.reduce((sum, { grams }) => sum + grams.length, 0),
    keyBytes: keys.reduce((sum, { length }) => sum + length, 0),
  });
  [...lists]
    .sort(([a], [b]) => a - b)
    .forEach(([gram, list], i) => {
      const start = segment.starts[i] ?? 0;
      segment.grams[i] = gram;
      segment.postings.set(list, start);
      segment.starts[i + 1] = start + list.length;
    });
  rows.forEach(({ id, grams }, place) => {
    writePaper(segment, place, keys[place] as Uint8Array, keyHash(id), grams.length);
  });
  return segment;
}

interface Counts {
  readonly size: number;
  readonly grams: number;
  readonly postings: number;
  readonly keyBytes: number;
}

/** A segment of these sizes, all zeros. */
function allocate({ size, grams, postings, keyBytes }: Counts): TitleSegment {
  const words = HEADER + grams + 1 + 2 * size + 1;
  const buffer = new ArrayBuffer(words * 4 + (grams + size + postings) * 2 + keyBytes);
  new Uint32Array(buffer, 0, HEADER).set([FORMAT, size, grams, postings, keyBytes]);
  return openSegment(buffer) as TitleSegment;
}

function writePaper(
  segment: TitleSegment,
  place: number,
  key: Uint8Array,
  hash: number,
  gramCount: number,
): void {
  const start = segment.keyStarts[place] ?? 0;
  segment.keyBytes.set(key, start);
  segment.keyStarts[place + 1] = start + key.length;
  segment.keyHashes[place] = hash;
  segment.gramCounts[place] = gramCount;
}

/** A segment to be merged, and where its papers go: -1 for those that are left out. */
export interface MergeSource {
  readonly segment: TitleSegment;
  readonly newPlaces: Int32Array;
}

/** Where the papers of some segments stand once merged, those at the places in `gone` left out. */
export function planMerge(
  parts: readonly { readonly segment: TitleSegment; readonly gone: ReadonlySet<number> }[],
): MergeSource[] {
  let next = 0;
  return parts.map(({ segment, gone }) => {
    const newPlaces = new Int32Array(segment.size);
    for (let place = 0; place < segment.size; place++)
      newPlaces[place] = gone.has(place) ? -1 : next++;
    return { segment, newPlaces };
  });
}

/** So much is done between two pauses of a merge: a few milliseconds. */
const MERGE_SLICE = 50_000;

/** One segment from several, in slices; holds the new segment when done. */
export function* mergeSegments(
  sources: readonly MergeSource[],
): Generator<undefined, TitleSegment> {
  const lengths = new Uint32Array(GRAM_KINDS);
  const counts = { size: 0, grams: 0, postings: 0, keyBytes: 0 };
  for (const { segment, newPlaces } of sources) {
    segment.grams.forEach((gram, i) => {
      let kept = 0;
      for (const place of postingsAt(segment, i)) if ((newPlaces[place] ?? -1) >= 0) kept += 1;
      if (lengths[gram] === 0 && kept > 0) counts.grams += 1;
      lengths[gram] = (lengths[gram] ?? 0) + kept;
      counts.postings += kept;
    });
    newPlaces.forEach((newPlace, place) => {
      if (newPlace < 0) return;
      counts.size += 1;
      counts.keyBytes += keyBytesAt(segment, place).length;
    });
    yield;
  }
  const merged = allocate(counts);
  for (const { segment, newPlaces } of sources) {
    newPlaces.forEach((newPlace, place) => {
      if (newPlace < 0) return;
      const key = keyBytesAt(segment, place);
      writePaper(
        merged,
        newPlace,
        key,
        segment.keyHashes[place] ?? 0,
        segment.gramCounts[place] ?? 0,
      );
    });
    yield;
  }
  let written = 0;
  let pause = MERGE_SLICE;
  let at = 0;
  for (let gram = 0; gram < GRAM_KINDS; gram++) {
    if (lengths[gram] === 0) continue;
    merged.grams[at] = gram;
    for (const { segment, newPlaces } of sources) {
      for (const place of postingsOf(segment, gram)) {
        const newPlace = newPlaces[place] ?? -1;
        if (newPlace >= 0) merged.postings[written++] = newPlace;
      }
    }
    merged.starts[++at] = written;
    if (written < pause) continue;
    pause = written + MERGE_SLICE;
    yield;
  }
  return merged;
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

export function keyAt(segment: TitleSegment, place: number): PaperKey {
  return new TextDecoder().decode(keyBytesAt(segment, place)) as PaperKey;
}

function keyBytesAt({ keyBytes, keyStarts }: TitleSegment, place: number): Uint8Array {
  return keyBytes.subarray(keyStarts[place], keyStarts[place + 1]);
}

export function keyHash(id: PaperKey): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
