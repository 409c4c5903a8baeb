/** The raw score that becomes 0.5. */
const HALF = 2;
/** Fewer papers say too little about what someone reads. */
const MIN_PAPERS = 3;
/**
 * Where nearly four of five badges were right on the development half: precision .77 at recall .41
 * in libraries of 10 to 90 papers. Scores are divided by each paper's own and so compare from one
 * library to the next: bending the threshold to a library's own scores gained nothing there.
 */
const THRESHOLD = 0.485;

/** A raw score (0 and up) in [0, 1], order kept. */
export function toUnit(score: number): number {
  return score / (score + HALF);
}

export function badgeThreshold(papers: number): number {
  return papers < MIN_PAPERS ? Number.POSITIVE_INFINITY : THRESHOLD;
}
