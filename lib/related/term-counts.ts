/** Room for a title, and four times as much when it is full; half of the slots are ever taken. */
const FIRST_SLOTS = 128;

/** Counts by hash in the order of first sight: an open hash table with linear probing. */
export class TermCounts {
  private slots = new Int32Array(FIRST_SLOTS).fill(-1);
  private hashes = new Int32Array(FIRST_SLOTS / 2);
  private counts = new Int32Array(FIRST_SLOTS / 2);
  private found = 0;

  get size(): number {
    return this.found;
  }

  clear(): void {
    this.slots.fill(-1);
    this.found = 0;
  }

  add(hash: number, by: number): void {
    const slot = this.slotOf(hash);
    const place = this.slots[slot] ?? -1;
    if (place >= 0) {
      this.counts[place] = (this.counts[place] ?? 0) + by;
      return;
    }
    this.slots[slot] = this.found;
    this.hashes[this.found] = hash;
    this.counts[this.found] = by;
    this.found++;
    if (this.found === this.hashes.length) this.grow();
  }

  /** The hash that was seen as number `place`. */
  hash(place: number): number {
    return this.hashes[place] ?? 0;
  }

  count(place: number): number {
    return this.counts[place] ?? 0;
  }

  private slotOf(hash: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let place = slots[slot] ?? -1; place >= 0; place = slots[slot] ?? -1) {
      if (hashes[place] === hash) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { hashes, counts } = this;
    this.slots = new Int32Array(this.slots.length * 4).fill(-1);
    this.hashes = new Int32Array(this.slots.length / 2);
    this.counts = new Int32Array(this.slots.length / 2);
    this.hashes.set(hashes);
    this.counts.set(counts);
    for (let place = 0; place < this.found; place++) {
      this.slots[this.slotOf(this.hash(place))] = place;
    }
  }
}
