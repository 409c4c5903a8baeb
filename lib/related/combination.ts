/** How the signals are computed and combined. */
export interface Combination {
  /** BM25 (Robertson and Zaragoza, 2009): saturation of counts, weight of a paper's length. */
  readonly countSaturation: number;
  readonly lengthWeight: number;
  /** Saturation of counts in the query paper (BM25's k3). */
  readonly querySaturation: number;
  /** Power of BM25's inverse document frequency. */
  readonly rarityPower: number;
  /** The first two again for the score that a paper would give itself, by which its hits are divided. */
  readonly ownSaturation: number;
  readonly ownLengthWeight: number;

  /** The background counts as so many papers of the user's; half as many when the user has so many. */
  readonly backgroundPapers: number;
  readonly backgroundHalfPapers: number;
  /** Background papers that a term is taken to stand in when the background does not list it. */
  readonly unlistedCount: number;

  /** Shared authors: largest bonus, power of rarity, and the text score at which half is given. */
  readonly authorWeight: number;
  readonly authorRarityPower: number;
  readonly authorHalfText: number;

  /** Cosine of the learnt vectors in an empty index; halved when it holds so many papers. */
  readonly vectorWeight: number;
  readonly vectorHalfPapers: number;

  /** A shared primary category, and any other shared one. */
  readonly primaryCategoryWeight: number;
  readonly categoryWeight: number;
  /** One paper's text names the other. */
  readonly citationWeight: number;
  /** Power by which a score falls with the years between two papers: (1 + years) ** -yearDecay. */
  readonly yearDecay: number;

  /** Closest papers whose own terms are asked for as well, and what that counts. */
  readonly feedbackPapers: number;
  readonly feedbackWeight: number;
  /** Papers by those who wrote the closest papers. */
  readonly authorFeedbackWeight: number;
  /** Papers by people who wrote with the query paper's authors. */
  readonly coauthorWeight: number;
  /** How much the mean of the best few hits counts for each of them: one may be chance. */
  readonly supportWeight: number;
  readonly supportHits: number;

  /** BM25's two again for the rows of a reader's profile. */
  readonly profileSaturation: number;
  readonly profileLengthWeight: number;
  /** Power of what a term adds to the profile. */
  readonly profilePower: number;
  /** A liked paper counts half when it is so many years older than the latest. */
  readonly profileHalfYears: number;
  /** What the standard scores of text, authors, vectors and date count in the order of a feed. */
  readonly profileTextWeight: number;
  readonly profileAuthorWeight: number;
  readonly profileVectorWeight: number;
  readonly profileDateWeight: number;
  /** Best candidates that are then taken for liked as well, and what their mean counts. */
  readonly profileFeedbackPapers: number;
  readonly profileFeedbackWeight: number;
}

/**
 * Every number that was learnt rather than derived, in one place. Fitted on the development half
 * of the benchmark that `npm run bench:related` runs (physics with citations, user libraries of
 * titles, the daily machine learning feed), held fixed since; change one only with that table.
 * Not learnt, since no data had them: categories (enough to break a tie) and citations (a fact,
 * which ranks before likeness).
 */
export const COMBINATION: Combination = {
  countSaturation: 0.8,
  lengthWeight: 0.75,
  querySaturation: 1.2,
  rarityPower: 1.2,
  ownSaturation: 4,
  ownLengthWeight: 1,
  backgroundPapers: 3000,
  backgroundHalfPapers: 1000,
  unlistedCount: 1.3,
  authorWeight: 0.35,
  authorRarityPower: 2.5,
  authorHalfText: 0.05,
  vectorWeight: 0.15,
  vectorHalfPapers: 500,
  primaryCategoryWeight: 0.006,
  categoryWeight: 0.003,
  citationWeight: 0.5,
  yearDecay: 0.15,
  feedbackPapers: 3,
  feedbackWeight: 0.55,
  authorFeedbackWeight: 0.2,
  coauthorWeight: 0.08,
  supportWeight: 16,
  supportHits: 5,
  profileSaturation: 2.5,
  profileLengthWeight: 0.9,
  profilePower: 0.8,
  profileHalfYears: 3,
  profileTextWeight: 1,
  profileAuthorWeight: 0.35,
  profileVectorWeight: 0.3,
  profileDateWeight: 0.6,
  profileFeedbackPapers: 30,
  profileFeedbackWeight: 0.4,
};
