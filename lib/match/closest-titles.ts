import type { PaperKey } from '../core/paper';
import { titleGrams } from './title-grams';
import { keyAt, postingsOf, type TitleSegment } from './title-segment';

/** Papers that were indexed together. */
export interface TitlePart {
  readonly segment: TitleSegment;
  /** Places of papers that were removed or replaced. */
  readonly gone: ReadonlySet<number>;
}

/**
 * Two titles of which less stands in one another are of two papers. Measured (scripts/bench/match.ts):
 * 0.4 to 0.45 change no share by a thousandth, 0.55 loses two thousandths of recall. A record that is
 * not stored is then compared with 3.6 papers instead of 8.
 */
const LEAST_COVERED = 0.45;

interface Near {
  readonly part: TitlePart;
  readonly place: number;
  readonly sum: number;
  readonly score: number;
}

/** A gram of the title asked about: what it weighs, and the papers that have it, by part. */
interface Gram {
  readonly weight: number;
  readonly postings: readonly Uint16Array[];
  /** A longer title, too, has kept it. */
  readonly isLasting: boolean;
}

/** The papers whose titles are closest in letters, best first: by the rare grams they share, as a cosine. */
export function closestTitles(
  parts: readonly TitlePart[],
  title: string,
  limit: number,
): PaperKey[] {
  const grams = gramsAmong(parts, title);
  const best: Near[] = [];
  for (const [p, part] of parts.entries()) {
    takeBest(part, sumUp(grams, p, part.segment.size), limit, best);
  }
  const isLike = (near: Near) => coveredShare(near, parts, grams) >= LEAST_COVERED;
  return best.filter(isLike).map(({ part, place }) => keyAt(part.segment, place));
}

/** Puts those of a part's papers into `best` that are among the best so far. */
function takeBest(part: TitlePart, sums: Float32Array, limit: number, best: Near[]): void {
  const { size, gramCounts } = part.segment;
  let least = squareToBeat(best, limit);
  for (let place = 0; place < size; place++) {
    const sum = sums[place] as number;
    const count = gramCounts[place] as number;
    if (sum * sum <= least * count || part.gone.has(place)) continue;
    insert(best, { part, place, sum, score: sum / Math.sqrt(count) }, limit);
    least = squareToBeat(best, limit);
  }
}

/** The square of the score that gets in; scores of all places are compared without a root. */
function squareToBeat(best: readonly Near[], limit: number): number {
  return (best[limit - 1]?.score ?? 0) ** 2;
}

/** Apart from the loop over all places: a closure there would cost something at each of them. */
function insert(best: Near[], near: Near, limit: number): void {
  const at = best.findIndex(({ score }) => score < near.score);
  best.splice(at < 0 ? best.length : at, 0, near);
  if (best.length > limit) best.pop();
}

function gramsAmong(parts: readonly TitlePart[], title: string): Gram[] {
  const size = parts.reduce((sum, { segment }) => sum + segment.size, 0);
  const grams = titleGrams(title);
  const lasting = new Set(grams.lasting);
  return Array.from(grams.kept, (gram) => {
    const postings = parts.map(({ segment }) => postingsOf(segment, gram));
    const count = postings.reduce((sum, { length }) => sum + length, 0);
    return { weight: Math.log1p(size / (count + 1)), postings, isLasting: lasting.has(gram) };
  });
}

/** One for all titles: fresh memory costs as much as what is then summed up in it. */
let sums = new Float32Array(0);

/** What the grams of a part's papers weigh together, by place; until the next part is summed up. */
function sumUp(grams: readonly Gram[], part: number, size: number): Float32Array {
  if (sums.length < size) sums = new Float32Array(size);
  else sums.fill(0, 0, size);
  for (const { weight, postings } of grams) {
    const places = postings[part] as Uint16Array;
    for (let i = 0; i < places.length; i++) (sums[places[i] as number] as number) += weight;
  }
  return sums;
}

/** How much of one of the two titles stands in the other, 0 and up: of the one that has more there. */
function coveredShare(
  { part, place, sum }: Near,
  parts: readonly TitlePart[],
  grams: readonly Gram[],
): number {
  const p = parts.indexOf(part);
  const shared = grams.filter(({ postings }) => holds(postings[p] as Uint16Array, place)).length;
  const whole = grams.reduce((all, { weight, isLasting }) => all + (isLasting ? weight : 0), 0);
  return Math.max(sum / whole, shared / (part.segment.gramCounts[place] as number));
}

/** Whether a place stands in ascending postings. */
function holds(postings: Uint16Array, place: number): boolean {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return postings[low] === place;
}
