export interface Hit {
  readonly segment: number;
  readonly doc: number;
  readonly score: number;
}

/** Hits kept beyond the limit until the worst are thrown out together. */
const MOST_SPARE = 1000;
/** Room for more, as for all papers of a library, is given back by the next search. */
const MOST_KEPT = 4096;

/**
 * The best so many of all papers offered; among equal scores the later paper is better. No heap: what
 * is offered is only written down, and now and then cut by what the browser sorts, which is as quick in
 * a background that has just started and has none of its code compiled.
 */
export class TopHits {
  private segments = new Uint16Array(0);
  private docs = new Uint32Array(0);
  private scores = new Float64Array(0);
  private times = new Float64Array(0);
  private limit = 0;
  private room = 0;
  private count = 0;
  /** What a score must reach to be among the best. */
  threshold = Number.NEGATIVE_INFINITY;

  /** Begins anew, in the memory there is: fresh memory costs as much as a search. */
  clear(limit: number): void {
    this.limit = limit;
    this.room = limit + Math.min(limit, MOST_SPARE);
    this.count = 0;
    this.threshold = Number.NEGATIVE_INFINITY;
    const { length } = this.docs;
    if (this.room <= length && length <= MOST_KEPT) return;
    this.segments = new Uint16Array(this.room);
    this.docs = new Uint32Array(this.room);
    this.scores = new Float64Array(this.room);
    this.times = new Float64Array(this.room);
  }

  offer(segment: number, doc: number, score: number, time: number): void {
    if (this.limit === 0) return;
    if (this.count === this.room) this.cut();
    const i = this.count++;
    this.segments[i] = segment;
    this.docs[i] = doc;
    this.scores[i] = score;
    this.times[i] = time;
  }

  /** All that were kept, best first. */
  toArray(): Hit[] {
    if (this.count > this.limit) this.cut();
    const { segments, docs, scores, times } = this;
    return Array.from({ length: this.count }, (_, i) => i)
      .sort(
        (a, b) =>
          (scores[b] as number) - (scores[a] as number) ||
          (times[b] as number) - (times[a] as number),
      )
      .map((i) => ({
        segment: segments[i] as number,
        doc: docs[i] as number,
        score: scores[i] as number,
      }));
  }

  /** Keeps the best `limit` of more than those, in the order in which they were offered. */
  private cut(): void {
    const { segments, docs, scores, times, count } = this;
    const score = nthLargest(scores.subarray(0, count), this.limit);
    const equals = times.subarray(0, count).filter((_, i) => scores[i] === score.value);
    const time = nthLargest(equals, score.count);
    let left = time.count;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const own = scores[i] as number;
      if (own < score.value) continue;
      if (own === score.value) {
        const at = times[i] as number;
        if (at < time.value || (at === time.value && left-- <= 0)) continue;
      }
      segments[kept] = segments[i] as number;
      docs[kept] = docs[i] as number;
      scores[kept] = own;
      times[kept] = times[i] as number;
      kept++;
    }
    this.count = kept;
    this.threshold = score.value;
  }
}

/** The n-th largest of the values, and how many of its equals are among the n largest. */
function nthLargest(values: Float64Array, n: number): { value: number; count: number } {
  const sorted = values.toSorted();
  const value = sorted[sorted.length - n] as number;
  return { value, count: n - (sorted.length - 1 - sorted.lastIndexOf(value)) };
}
