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
  /** As in Features.terms, and what each is worth. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  /** Names (features.ts) without their kind. */
  readonly names: readonly QueryTerm[];
}

/** Finds the rows worth scoring: those that share the weightiest terms, or a name. Keeps its buffers. */
export class CandidateFinder {
  /** All zero between two searches. */
  private scores = new Float32Array(0);
  /** Rows with a score above 0, in the order they were met. */
  private touched = new Int32Array(0);

  /**
   * Numbers of about `wanted` rows (PaperRows.blockOf), dead ones among them, in order; all rows of
   * a small index. `own` is 1 where the query paper is a row itself.
   */
  find(rows: PaperRows, probes: Probes, wanted: number, own = 0): number[] {
    const { span } = rows;
    if (span <= SCAN_ALL) return Array.from({ length: span }, (_, number) => number);
    if (this.scores.length < span) this.makeRoom(Math.ceil(span * 1.25));
    let touched = 0;
    for (const { hash, weight } of asked(rows, probes, own)) {
      for (const { block, base } of rows.blocks) {
        touched = block.addPostings(hash, weight, this.scores, base, this.touched, touched);
      }
    }
    const met = this.touched.subarray(0, touched);
    const found = best(this.scores, met, wanted);
    for (const row of met) this.scores[row] = 0;
    return found;
  }

  private makeRoom(rows: number): void {
    this.scores = new Float32Array(rows);
    this.touched = new Int32Array(rows);
  }
}

/** All names, then the weightiest terms as far as they meet few enough postings. */
function asked(rows: PaperRows, probes: Probes, own: number): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let met = 0;
  for (const term of heldByOthers(rows, probes, own)) {
    met += rows.counts.of(term.hash);
    if (met > POSTINGS) break;
    terms.push(term);
  }
  return [...probes.names.filter(({ weight }) => weight > 0), ...terms];
}

/**
 * The weightiest terms that other papers hold as well. Most pairs of a paper stand in no other; to
 * look them up in every block would be in vain.
 */
function heldByOthers(rows: PaperRows, { terms, weights }: Probes, own: number): QueryTerm[] {
  const held: QueryTerm[] = [];
  for (let i = 0; i < terms.length; i++) {
    const hash = (terms[i] ?? 0) >>> 8;
    const weight = weights[i] ?? 0;
    if (weight > 0 && rows.counts.of(hash) > own) held.push({ hash, weight });
  }
  return held.sort((a, b) => b.weight - a.weight).slice(0, TERMS);
}

/**
 * Of the rows that were met, those with about the `wanted` largest scores (by histogram, so a few
 * more), in order.
 */
function best(scores: Float32Array, met: Int32Array, wanted: number): number[] {
  let largest = 0;
  for (const row of met) largest = Math.max(largest, scores[row] ?? 0);
  const histogram = new Uint32Array(STEPS + 1);
  const scale = STEPS / (largest || 1);
  for (const row of met) {
    const step = ((scores[row] ?? 0) * scale) | 0;
    histogram[step] = (histogram[step] ?? 0) + 1;
  }
  let least = STEPS + 1;
  for (let found = 0; least > 0 && found < wanted; least--) found += histogram[least - 1] ?? 0;
  const found: number[] = [];
  for (const row of met) if ((scores[row] ?? 0) * scale >= least) found.push(row);
  return Array.from(Int32Array.from(found).sort()); // numbers sort natively
}
