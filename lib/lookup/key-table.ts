import { KEY, OWNER, PACKED, SLOT_WORDS, type Slot } from './slot';

/** Slots of a table for each key in it when it is made; it is made anew at `FULLEST`. */
const ROOM = 1.5;
const FULLEST = 0.85;
const SMALLEST = 8;
/** Mark, keys, places. */
const HEADER_WORDS = 3;
/** "PKL2". */
const MARK = 0x324c4b50;

/**
 * Hash table with open addressing and linear probing, which lives in one buffer: opened without
 * parsing, written as it is. The slots follow a short header.
 */
export class KeyTable {
  #words: Uint32Array;
  #count: number;

  private constructor(words: Uint32Array, count: number) {
    this.#words = words;
    this.#count = count;
  }

  static empty(): KeyTable {
    return new KeyTable(new Uint32Array(SMALLEST * SLOT_WORDS), 0);
  }

  /** Null where the buffer is not ours or was cut short. The table takes the buffer over. */
  static open(buffer: ArrayBuffer): KeyTable | null {
    if (buffer.byteLength % 4 !== 0) return null;
    const words = new Uint32Array(buffer);
    const [mark, count = 0, places = 0] = words;
    const body = words.subarray(HEADER_WORDS);
    if (mark !== MARK || body.length !== places * SLOT_WORDS) return null;
    // In a table without a free place no search would end.
    return count < places ? new KeyTable(body, count) : null;
  }

  get count(): number {
    return this.#count;
  }

  /** A copy, since the table goes on changing. */
  pack(): ArrayBuffer {
    const words = new Uint32Array(HEADER_WORDS + this.#words.length);
    words.set([MARK, this.#count, this.#capacity]);
    words.set(this.#words, HEADER_WORDS);
    return words.buffer;
  }

  find(first: number, second: number): Slot | null {
    const at = this.#placeOf(first, second);
    return this.#isFree(at) ? null : this.#slotAt(at);
  }

  set(slot: Slot): void {
    if (this.#count + 1 > FULLEST * this.#capacity) this.#grow();
    const at = this.#placeOf(slot[KEY] ?? 0, slot[KEY + 1] ?? 0);
    if (this.#isFree(at)) this.#count += 1;
    this.#words.set(slot, at * SLOT_WORDS);
  }

  erase(first: number, second: number): void {
    let hole = this.#placeOf(first, second);
    if (this.#isFree(hole)) return;
    this.#count -= 1;
    // Those that had to stand further on because of it move up, so that no search breaks off.
    for (let at = this.#next(hole); !this.#isFree(at); at = this.#next(at)) {
      if (this.#reach(this.#homeAt(at), at) < this.#reach(hole, at)) continue;
      this.#words.copyWithin(hole * SLOT_WORDS, at * SLOT_WORDS, (at + 1) * SLOT_WORDS);
      hole = at;
    }
    this.#words.fill(0, hole * SLOT_WORDS, (hole + 1) * SLOT_WORDS);
  }

  /** Copies of the slots whose paper is one that `isWanted` names by both halves of its hash. */
  ownedBy(isWanted: (first: number, second: number) => boolean): Slot[] {
    const found: Slot[] = [];
    const words = this.#words;
    for (let at = 0; at < words.length; at += SLOT_WORDS) {
      if (words[at + PACKED] === 0) continue;
      if (!isWanted(words[at + OWNER] as number, words[at + OWNER + 1] as number)) continue;
      found.push(words.slice(at, at + SLOT_WORDS));
    }
    return found;
  }

  get #capacity(): number {
    return this.#words.length / SLOT_WORDS;
  }

  /** Where the key stands, or the free place where it would. */
  #placeOf(first: number, second: number): number {
    const words = this.#words;
    for (let at = second % this.#capacity; ; at = this.#next(at)) {
      const word = at * SLOT_WORDS;
      if (words[word + PACKED] === 0) return at;
      if (words[word] === first && words[word + 1] === second) return at;
    }
  }

  #homeAt(at: number): number {
    return (this.#words[at * SLOT_WORDS + KEY + 1] ?? 0) % this.#capacity;
  }

  /** Steps from one place to another, around the end. */
  #reach(from: number, to: number): number {
    return (to - from + this.#capacity) % this.#capacity;
  }

  #next(at: number): number {
    return at + 1 === this.#capacity ? 0 : at + 1;
  }

  #isFree(at: number): boolean {
    return this.#words[at * SLOT_WORDS + PACKED] === 0;
  }

  #slotAt(at: number): Slot {
    return this.#words.subarray(at * SLOT_WORDS, (at + 1) * SLOT_WORDS);
  }

  #grow(): void {
    const slots = this.ownedBy(() => true);
    const capacity = Math.max(SMALLEST, Math.ceil((slots.length + 1) * ROOM));
    this.#words = new Uint32Array(capacity * SLOT_WORDS);
    for (const slot of slots) {
      const at = this.#placeOf(slot[KEY] ?? 0, slot[KEY + 1] ?? 0);
      this.#words.set(slot, at * SLOT_WORDS);
    }
  }
}
