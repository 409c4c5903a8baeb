export interface Hit {
  readonly segment: number;
  readonly doc: number;
  readonly score: number;
}

/** The best so many of all papers offered: a heap with the worst of them on top. */
export class TopHits {
  private readonly segments: Uint16Array;
  private readonly docs: Uint32Array;
  private readonly scores: Float64Array;
  /** Among equal scores the later paper is better. */
  private readonly times: Float64Array;
  private count = 0;

  constructor(private readonly limit: number) {
    this.segments = new Uint16Array(limit);
    this.docs = new Uint32Array(limit);
    this.scores = new Float64Array(limit);
    this.times = new Float64Array(limit);
  }

  /** What a score must reach to be among the best. */
  get threshold(): number {
    return this.count < this.limit ? Number.NEGATIVE_INFINITY : (this.scores[0] as number);
  }

  offer(segment: number, doc: number, score: number, time: number): void {
    if (this.count < this.limit) {
      this.rise(this.count++, segment, doc, score, time);
    } else if (this.limit > 0 && this.isWorse(0, score, time)) {
      this.sink(segment, doc, score, time);
    }
  }

  /** All that were kept, best first. */
  toArray(): Hit[] {
    return Array.from({ length: this.count }, (_, i) => i)
      .sort(
        (a, b) =>
          (this.scores[b] as number) - (this.scores[a] as number) ||
          (this.times[b] as number) - (this.times[a] as number),
      )
      .map((i) => ({
        segment: this.segments[i] as number,
        doc: this.docs[i] as number,
        score: this.scores[i] as number,
      }));
  }

  private isWorse(i: number, score: number, time: number): boolean {
    const own = this.scores[i] as number;
    return own < score || (own === score && (this.times[i] as number) < time);
  }

  private rise(start: number, segment: number, doc: number, score: number, time: number): void {
    let i = start;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.isWorse(parent, score, time)) break;
      this.copy(parent, i);
      i = parent;
    }
    this.write(i, segment, doc, score, time);
  }

  private sink(segment: number, doc: number, score: number, time: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.count) break;
      const other = child + 1;
      if (
        other < this.count &&
        this.isWorse(other, this.scores[child] as number, this.times[child] as number)
      ) {
        child = other;
      }
      if (!this.isWorse(child, score, time)) break;
      this.copy(child, i);
      i = child;
    }
    this.write(i, segment, doc, score, time);
  }

  private copy(from: number, to: number): void {
    this.segments[to] = this.segments[from] as number;
    this.docs[to] = this.docs[from] as number;
    this.scores[to] = this.scores[from] as number;
    this.times[to] = this.times[from] as number;
  }

  private write(i: number, segment: number, doc: number, score: number, time: number): void {
    this.segments[i] = segment;
    this.docs[i] = doc;
    this.scores[i] = score;
    this.times[i] = time;
  }
}
