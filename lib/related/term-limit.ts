/** Terms kept of all papers together, of some 6.5 bytes each with their postings. */
const ALL_TERMS = 7_500_000;
/** Nearly all terms of nearly all abstracts: with half as many, nDCG@10 on the daily feed falls by .007. */
const MOST_TERMS = 320;
/** What is worth most; a title and the best of an abstract. */
const LEAST_TERMS = 64;

/** Terms kept of each paper among so many: all while there is room, then those of most worth. */
export function termLimit(papers: number): number {
  const share = Math.floor(ALL_TERMS / Math.max(1, papers));
  return Math.min(MOST_TERMS, Math.max(LEAST_TERMS, share));
}
