import { SLOT_WORDS, type Slot } from './slot';

/** What changed since the tables were written, in order; the later slot of a key is the true one. */
export interface SlotLog {
  readonly rev: number;
  /** Tables that were ever written, and so must be there. */
  readonly written: ReadonlySet<number>;
  readonly slots: readonly Slot[];
}

export const LOG_NAME = 'log';
/** "PKG3"; another number for another meaning of any word, in the tables as well. */
const MARK = 0x33474b50;
/** Mark, both halves of the revision, one bit for each table written. */
const HEADER_WORDS = 4;
const WORD = 2 ** 32;

export function packLog({ rev, written, slots }: SlotLog): ArrayBuffer {
  const words = new Uint32Array(HEADER_WORDS + slots.length * SLOT_WORDS);
  const bits = [...written].reduce((sum, table) => sum + 2 ** table, 0);
  words.set([MARK, rev % WORD, Math.floor(rev / WORD), bits]);
  slots.forEach((slot, i) => {
    words.set(slot, HEADER_WORDS + i * SLOT_WORDS);
  });
  return words.buffer;
}

/** Null where it is missing, cut short or of another version. */
export function readLog(buffer: ArrayBuffer | undefined): SlotLog | null {
  if (!buffer || buffer.byteLength % 4 !== 0) return null;
  const words = new Uint32Array(buffer);
  const [mark, low = 0, high = 0, bits = 0] = words;
  const body = words.subarray(HEADER_WORDS);
  if (mark !== MARK || words.length < HEADER_WORDS || body.length % SLOT_WORDS !== 0) return null;
  const count = body.length / SLOT_WORDS;
  return {
    rev: high * WORD + low,
    written: new Set(Array.from({ length: 32 }, (_, t) => t).filter((t) => (bits >>> t) & 1)),
    slots: Array.from({ length: count }, (_, i) =>
      body.subarray(i * SLOT_WORDS, (i + 1) * SLOT_WORDS),
    ),
  };
}
