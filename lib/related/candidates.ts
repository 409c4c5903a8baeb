import { type Block, MAX_BLOCK_ROWS, type WeighedHashes } from './block';
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
  private readonly met = new MetRows();
  private span = 0;

  /** All rows are worth scoring. */
  get isSmall(): boolean {
    return this.span <= SCAN_ALL;
  }

  /** Asks a query's probes; `own` is 1 where the query paper is a row itself. */
  ask(rows: PaperRows, probes: Probes, own = 0): void {
    this.span = rows.span;
    if (this.isSmall) return;
    const terms = asked(rows, probes, own);
    this.met.clear(this.span);
    for (const { block, base } of rows.blocks) this.met.addBlock(block, base, terms);
  }

  /**
   * Numbers of about `wanted` rows (PaperRows.blockOf) that the last query met, dead ones among
   * them, in order; all rows of a small index.
   */
  best(wanted: number): number[] {
    if (this.isSmall) return Array.from({ length: this.span }, (_, number) => number);
    return this.met.best(wanted);
  }
}

/** Rows with a score above 0, in order. */
class MetRows {
  /** Of the rows of one block; all zero between two. */
  private readonly blockScores = new Float32Array(MAX_BLOCK_ROWS);
  private readonly blockBits = new Int32Array(this.blockScores.buffer);
  private numbers = new Int32Array(0);
  private scores = new Float32Array(0);
  private scoreBits = new Int32Array(0);
  private size = 0;

  /** @param span rows that may be met */
  clear(span: number): void {
    this.size = 0;
    if (this.numbers.length > span) return;
    const room = Math.ceil((span + 1) * 1.25);
    this.numbers = new Int32Array(room);
    this.scores = new Float32Array(room);
    this.scoreBits = new Int32Array(this.scores.buffer);
  }

  addBlock(block: Block, base: number, terms: WeighedHashes): void {
    const { blockBits, numbers, scoreBits } = this;
    block.addPostings(terms, this.blockScores);
    let next = this.size;
    for (let row = 0; row < block.size; row++) {
      const bits = blockBits[row] ?? 0;
      numbers[next] = base + row;
      scoreBits[next] = bits;
      next += -bits >>> 31; // one more where the score is above 0, by its bits: no branch to foresee
      blockBits[row] = 0;
    }
    this.size = next;
  }

  /** Those with about the `wanted` largest scores (by histogram, so a few more). */
  best(wanted: number): number[] {
    const { scores, numbers, size } = this;
    let largest = 0;
    for (let i = 0; i < size; i++) largest = Math.max(largest, scores[i] ?? 0);
    const histogram = new Uint32Array(STEPS + 1);
    const scale = STEPS / (largest || 1);
    for (let i = 0; i < size; i++) {
      const step = ((scores[i] ?? 0) * scale) | 0;
      histogram[step] = (histogram[step] ?? 0) + 1;
    }
    let least = STEPS + 1;
    for (let found = 0; least > 0 && found < wanted; least--) found += histogram[least - 1] ?? 0;
    const found: number[] = [];
    for (let i = 0; i < size; i++) {
      if ((scores[i] ?? 0) * scale >= least) found.push(numbers[i] ?? 0);
    }
    return found;
  }
}

/** All names, then the weightiest terms as far as they meet few enough postings. */
function asked(rows: PaperRows, probes: Probes, own: number): WeighedHashes {
  const terms = probes.names.filter(({ weight }) => weight > 0);
  let met = 0;
  for (const term of heldByOthers(rows, probes, own)) {
    met += rows.counts.of(term.hash);
    if (met > POSTINGS) break;
    terms.push(term);
  }
  return {
    hashes: Int32Array.from(terms, ({ hash }) => hash),
    weights: Float64Array.from(terms, ({ weight }) => weight),
  };
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
