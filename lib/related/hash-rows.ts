/** Finds the row of an entry by its hash, in one or two steps: an open hash table over row numbers. */
export class HashRows {
  private readonly slots: Int32Array;
  private readonly mask: number;

  /** @param entries each `hash << 8 | byte`; of two with one hash the first is found */
  constructor(private readonly entries: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(entries.length * 2 + 2));
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    for (const [row, entry] of entries.entries()) {
      const slot = this.slotOf(entry >>> 8);
      if (this.slots[slot] === -1) this.slots[slot] = row;
    }
  }

  /** The row, or -1. */
  find(hash: number): number {
    return this.slots[this.slotOf(hash)] ?? -1;
  }

  private slotOf(hash: number): number {
    const { slots, entries, mask } = this;
    let slot = hash & mask;
    for (let row = slots[slot] ?? -1; row >= 0; row = slots[slot] ?? -1) {
      if ((entries[row] ?? 0) >>> 8 === hash) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
