/** The raw score that becomes 0.5. */
const HALF = 2;
/** Fewer papers say too little about what someone reads. */
const MIN_PAPERS = 3;
const THRESHOLD = 0.5;

/** A raw score (0 and up) in [0, 1], order kept. */
export function toUnit(score: number): number {
  return score / (score + HALF);
}

export function badgeThreshold(papers: number): number {
  return papers < MIN_PAPERS ? Number.POSITIVE_INFINITY : THRESHOLD;
}
