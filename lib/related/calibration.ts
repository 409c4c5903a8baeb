/** The raw score that becomes 0.5. */
const HALF = 2;
/** Fewer papers say too little about what someone reads. */
const MIN_PAPERS = 3;
/**
 * Where about four of five badges were right on papers that the background's counts had not seen
 * (half of the development papers counted, the other half listed); counts that had seen them put
 * scores .025 lower, precision .85 at recall .34. It holds in libraries of 10 to 150 papers alike
 * (`npm run bench:related`, calibration), since scores are divided by each paper's own: bending it
 * to a library's own scores gained nothing.
 */
const THRESHOLD = 0.505;

/** A raw score (0 and up) in [0, 1], order kept. */
export function toUnit(score: number): number {
  return score / (score + HALF);
}

export function badgeThreshold(papers: number): number {
  return papers < MIN_PAPERS ? Number.POSITIVE_INFINITY : THRESHOLD;
}
