import type { WeighedHashes } from './block';
import type { PaperRows } from './paper-rows';
import type { QueryTerm } from './signals/text';

/** Up to so many rows, all of them are scored. */
const SCAN_ALL = 600;
/**
 * Postings met in one query, for each row and at least, so that common words do not make it slow.
 * Measured: four times as many among 10,000 and 23,000 papers find nothing more, half as many lose
 * a thousandth of recall.
 */
const POSTINGS_PER_ROW = 0.4;
const LEAST_POSTINGS = 10_000;
/** Terms asked for, of those that any paper holds. */
const TERMS = 128;
/** Steps of a weight of 1, and places of terms; together within 53 bits. */
const WEIGHT_STEPS = 2 ** 24;
const PLACES = 2 ** 16;
/** Steps of the histogram that tells the best. */
const STEPS = 512;
/** An index grows: the buffer is made anew each quarter. */
const ROOM = 1.25;

/** What rows are looked for by. */
export interface Probes {
  /** As in Features.terms, and what each is worth. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  /** Names (features.ts) without their kind. */
  readonly names: readonly QueryTerm[];
}

/** Finds the rows worth scoring: those that share the weightiest terms, or a name. Keeps its buffer. */
export class CandidateFinder {
  /** Of all rows in order: the weights of what each shares with the last query. */
  private met = new Float32Array(0);
  private span = 0;

  /** All rows are worth scoring. */
  get isSmall(): boolean {
    return this.span <= SCAN_ALL;
  }

  /** Asks a query's probes; `own` is 1 where the query paper is a row itself. */
  ask(rows: PaperRows, probes: Probes, own = 0): void {
    this.span = rows.span;
    if (this.isSmall) return;
    if (this.met.length < this.span) this.met = new Float32Array(Math.ceil(this.span * ROOM));
    else this.met.fill(0, 0, this.span);
    const terms = asked(rows, probes, own);
    for (const { block, base } of rows.blocks) {
      block.addPostings(terms, this.met.subarray(base, base + block.size));
    }
  }

  /**
   * Numbers of about `wanted` rows (PaperRows.blockOf) that share most with the last query, dead
   * ones among them, in order: by histogram, so a few more. All rows of a small index.
   */
  best(wanted: number): number[] {
    const { met, span } = this;
    if (this.isSmall) return Array.from({ length: span }, (_, number) => number);
    let largest = 0;
    for (let i = 0; i < span; i++) largest = Math.max(largest, met[i] ?? 0);
    const histogram = new Uint32Array(STEPS + 1);
    const scale = STEPS / (largest || 1);
    for (let i = 0; i < span; i++) {
      const step = ((met[i] ?? 0) * scale) | 0;
      histogram[step] = (histogram[step] ?? 0) + 1;
    }
    let least = STEPS + 1;
    for (let found = 0; least > 0 && found < wanted; least--) found += histogram[least - 1] ?? 0;
    const found: number[] = [];
    for (let i = 0; i < span; i++) {
      const score = met[i] ?? 0;
      if (score * scale >= least && score > 0) found.push(i);
    }
    return found;
  }

  /** Numbers of the `wanted` rows that share most with the last query, the one with most first. */
  likeliest(wanted: number): number[] {
    const { met, span } = this;
    const top = new TopRows(wanted);
    for (let number = 0; number < span; number++) {
      const share = met[number] ?? 0;
      if (share > top.least) top.put(number, share);
    }
    return top.numbers;
  }

  /** What a row shares with the last query: the sum of its weights. */
  shareOf(number: number): number {
    return this.met[number] ?? 0;
  }
}

/** The rows that share most, of many that are offered one after the other. */
class TopRows {
  /** What shares no more is not among them. */
  least = 0;
  /** Most first; of equals the one offered first. */
  private readonly rows: Uint32Array;
  private readonly shares: Float32Array;
  private size = 0;

  constructor(wanted: number) {
    this.rows = new Uint32Array(wanted);
    this.shares = new Float32Array(wanted);
  }

  get numbers(): number[] {
    return [...this.rows.subarray(0, this.size)];
  }

  put(number: number, share: number): void {
    const { rows, shares } = this;
    const last = shares.length - 1;
    let at = Math.min(this.size, last);
    for (; at > 0 && (shares[at - 1] ?? 0) < share; at--) {
      shares[at] = shares[at - 1] ?? 0;
      rows[at] = rows[at - 1] ?? 0;
    }
    shares[at] = share;
    rows[at] = number;
    if (this.size <= last) this.size++;
    this.least = shares[last] ?? 0;
  }
}

/** All names, then the weightiest terms as far as they meet few enough postings. */
function asked(rows: PaperRows, probes: Probes, own: number): WeighedHashes {
  const names = probes.names.filter(({ weight }) => weight > 0);
  const places = heldByOthers(rows, probes, own);
  const hashes = new Int32Array(names.length + places.length);
  const weights = new Float64Array(hashes.length);
  let size = 0;
  for (const { hash, weight } of names) {
    hashes[size] = hash;
    weights[size++] = weight;
  }
  let left = Math.max(LEAST_POSTINGS, POSTINGS_PER_ROW * rows.span);
  for (const place of places) {
    const hash = (probes.terms[place] ?? 0) >>> 8;
    left -= rows.counts.of(hash);
    if (left < 0) break;
    hashes[size] = hash;
    weights[size++] = probes.weights[place] ?? 0;
  }
  return { hashes: hashes.subarray(0, size), weights: weights.subarray(0, size) };
}

/**
 * Places of the weightiest terms that other papers hold as well, in order. Most pairs of a paper
 * stand in no other; to look them up in every block would be in vain.
 */
function heldByOthers(rows: PaperRows, { terms, weights }: Probes, own: number): Float64Array {
  // Weight and place in one number, so that sorting calls no function.
  const keys = new Float64Array(terms.length);
  let held = 0;
  for (let i = 0; i < terms.length; i++) {
    const weight = Math.round((weights[i] ?? 0) * WEIGHT_STEPS);
    if (weight > 0 && rows.counts.of((terms[i] ?? 0) >>> 8) > own)
      keys[held++] = weight * PLACES + i;
  }
  const sorted = keys.subarray(0, held).sort().reverse().subarray(0, TERMS);
  return sorted.map((key) => key % PLACES);
}
