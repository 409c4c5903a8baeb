import type { PaperRows } from './paper-rows';
import type { QueryTerm } from './signals/text';

/** Up to so many rows, all of them are scored. */
const SCAN_ALL = 600;
/** Postings met in one query, so that common words do not make it slow. */
const POSTINGS = 40_000;
/** Terms asked for, of those that any paper holds. */
const TERMS = 128;
const STEPS = 512;

/** What rows are looked for by. */
export interface Probes {
  /** Weightiest first. */
  readonly terms: readonly QueryTerm[];
  /** Names (features.ts) without their kind. */
  readonly names: readonly QueryTerm[];
}

/** Finds the rows worth scoring: those that share the weightiest terms, or a name. Keeps its buffer. */
export class CandidateFinder {
  private scores = new Float32Array(0);

  /**
   * Numbers of about `wanted` rows (PaperRows.blockOf), dead ones among them, in order; all rows of
   * a small index. `own` is 1 where the query paper is a row itself.
   */
  find(rows: PaperRows, { terms, names }: Probes, wanted: number, own = 0): number[] {
    const { span } = rows;
    if (span <= SCAN_ALL) return Array.from({ length: span }, (_, number) => number);
    if (this.scores.length < span) this.scores = new Float32Array(Math.ceil(span * 1.25));
    const scores = this.scores.subarray(0, span).fill(0);
    for (const { hash, weight } of names) {
      for (const { block, base } of rows.blocks) block.addPostings(hash, weight, scores, base);
    }
    let met = 0;
    for (const { hash, weight } of heldByOthers(rows, terms, own)) {
      met += rows.counts.of(hash);
      if (met > POSTINGS) break;
      for (const { block, base } of rows.blocks) block.addPostings(hash, weight, scores, base);
    }
    return best(scores, wanted);
  }
}

/** Most pairs of a paper stand in no other; to look them up in every block would be in vain. */
function heldByOthers(rows: PaperRows, terms: readonly QueryTerm[], own: number): QueryTerm[] {
  return terms.filter(({ hash }) => rows.counts.of(hash) > own).slice(0, TERMS);
}

/** The places of about the `wanted` largest scores above 0 (by histogram, so a few more), in order. */
function best(scores: Float32Array, wanted: number): number[] {
  let largest = 0;
  for (const score of scores) if (score > largest) largest = score;
  const histogram = new Uint32Array(STEPS + 1);
  const scale = STEPS / (largest || 1);
  for (const score of scores) {
    if (score > 0) histogram[(score * scale) | 0] = (histogram[(score * scale) | 0] ?? 0) + 1;
  }
  let step = STEPS + 1;
  for (let found = 0; step > 0 && found < wanted; step--) found += histogram[step - 1] ?? 0;
  const places: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score > 0 && score * scale >= step) places.push(i);
  }
  return places;
}
