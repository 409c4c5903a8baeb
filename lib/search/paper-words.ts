/** What one paper says of each term, by term number; cleared between papers by its own list. */
export class PaperWords {
  readonly touched: number[] = [];
  fields = new Uint8Array(1024);
  counts = new Uint8Array(1024);
  private isTouched = new Uint8Array(1024);

  clear(): void {
    for (const term of this.touched) {
      this.fields[term] = 0;
      this.counts[term] = 0;
      this.isTouched[term] = 0;
    }
    this.touched.length = 0;
  }

  mark(term: number, field: number): void {
    this.touch(term);
    (this.fields[term] as number) |= field;
  }

  countOne(term: number): void {
    this.touch(term);
    if ((this.counts[term] as number) < 255) (this.counts[term] as number)++;
  }

  private touch(term: number): void {
    if (term >= this.fields.length) {
      const capacity = Math.max(term + 1, this.fields.length * 2);
      this.fields = growBytes(this.fields, capacity);
      this.counts = growBytes(this.counts, capacity);
      this.isTouched = growBytes(this.isTouched, capacity);
    }
    if (this.isTouched[term] === 1) return;
    this.isTouched[term] = 1;
    this.touched.push(term);
  }
}

/** A longer copy, the rest zeros. */
export function growBytes(
  bytes: Uint8Array<ArrayBuffer>,
  capacity: number,
): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(capacity);
  grown.set(bytes);
  return grown;
}
