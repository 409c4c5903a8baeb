/**
 * Every number that was learnt rather than derived, in one place. Fitted on the development half
 * of the benchmark that `npm run bench:related` runs (physics with citations, user libraries of
 * titles, the daily machine learning feed), held fixed since; change one only with that table.
 */

/** BM25 (Robertson and Zaragoza, 2009): saturation of counts, weight of a paper's length. */
export const COUNT_SATURATION = 0.8;
export const LENGTH_WEIGHT = 0.75;
/** Saturation of counts in the query paper (BM25's k3). */
export const QUERY_SATURATION = 1.2;
/** Rarity counts a little more than BM25 has it. */
export const TERM_RARITY_POWER = 1.15;
/** The same two for the score that a paper would give itself, by which its hits are divided. */
export const OWN_SATURATION = 4;
export const OWN_LENGTH_WEIGHT = 1;

/** The background counts as so many papers of the user's. */
export const BACKGROUND_PAPERS = 3000;
/** Background papers that a term is taken to stand in when the background does not list it. */
export const UNLISTED_COUNT = 1.3;

/** Shared authors: largest bonus, what rarity counts, and the text score at which half is given. */
export const AUTHOR_WEIGHT = 0.35;
export const AUTHOR_RARITY_POWER = 2.5;
export const AUTHOR_HALF_TEXT = 0.05;

/** Cosine of the learnt vectors in an empty index; halved when it holds so many papers. */
export const VECTOR_WEIGHT = 0.15;
export const VECTOR_HALF_PAPERS = 500;

/** A shared primary category, and any other shared one. Not learnt: no data had categories. */
export const PRIMARY_CATEGORY_WEIGHT = 0.006;
export const CATEGORY_WEIGHT = 0.003;

/** One paper's text names the other. Not learnt: it is a fact, and ranks before likeness. */
export const CITATION_WEIGHT = 0.5;

/** What each year between two papers takes away. */
export const YEAR_DECAY = 0.04;

/** Closest papers whose own terms are asked for as well, and what that counts. */
export const FEEDBACK_PAPERS = 3;
export const FEEDBACK_WEIGHT = 0.4;

/** How much the mean of the best three hits counts for each of them: one friend may be chance. */
export const SUPPORT_WEIGHT = 1;
export const SUPPORT_HITS = 3;
