import type { PaperKey, ReadingStatus } from '../core/paper';
import type { Block } from './block';
import type { Combination } from './combination';
import { NAME } from './features';
import type { PaperRows } from './paper-rows';
import { TermWeights } from './term-weights';
import type { UnitRows } from './unit-rows';

/** What a reader made of one paper, as a weight: 1 for a saved one, below 0 for a dismissed one. */
export interface Interest {
  readonly id: PaperKey;
  readonly weight: number;
}

/** A paper's place in an order learnt from a library. */
export interface RankedPaper {
  readonly id: PaperKey;
  /** In [0, 1], higher before lower; compares only with scores of the same order. */
  readonly score: number;
}

/**
 * What someone reads: the centroid of their papers (Rocchio, 1971), each of the same length, so
 * that a long abstract does not count for two. Made over one index, it ranks the papers of any.
 */
export interface Profile {
  /** Term hash to weight, rarity included. */
  readonly terms: ReadonlyMap<number, number>;
  /** Author (as in Features.names) to the number of liked papers they wrote, at most 3. */
  readonly authors: ReadonlyMap<number, number>;
  readonly vector: Float32Array;
  /** Of the latest liked paper; 0 where no year is known. */
  readonly year: number;
}

/** Terms of a profile that are asked for: the rest adds up to nothing. */
const MAX_TERMS = 4_000;
const MAX_PAPERS_PER_AUTHOR = 3;

/** What to make of a reader's marks. Judged, not learnt: no data had stars or dismissals. */
export function interestWeight(marks: {
  readonly status?: ReadingStatus;
  readonly starred?: boolean;
  readonly dismissed?: boolean;
}): number {
  if (marks.dismissed) return -0.5;
  if (marks.starred) return 2;
  if (marks.status === undefined) return 0;
  return marks.status === 'unread' ? 1 : 1.3;
}

/** The profile of papers that are in `rows`; others are passed over. */
export function learnProfile(
  interests: readonly Interest[],
  rows: PaperRows,
  units: UnitRows,
  dimensions: number,
): Profile {
  const sum = new Map<number, number>();
  const authors = new Map<number, number>();
  const vector = new Float32Array(dimensions);
  const total = interests.reduce((all, { weight }) => all + Math.abs(weight), 0) || 1;
  let year = 0;
  for (const { id, weight } of interests) {
    const at = rows.locate(id);
    if (!at) continue;
    const { block } = at.held;
    units.addTo(sum, block, at.row, weight / total);
    addVector(vector, block, at.row, weight);
    if (weight <= 0) continue;
    countAuthors(authors, block, at.row);
    year = Math.max(year, block.year(at.row));
  }
  return { terms: heaviest(sum, units), authors, vector, year };
}

/** A row that may be ranked. */
export interface Rankable {
  readonly block: Block;
  readonly row: number;
}

/** Papers by profile, best first. */
export function rankByProfile(
  profile: Profile,
  papers: readonly Rankable[],
  units: UnitRows,
  combination: Combination,
): RankedPaper[] {
  const { profileAuthorWeight, profileVectorWeight, profileYearWeight } = combination;
  const besideText = addUp([
    standardScores(
      papers.map((paper) => authorScore(profile, paper)),
      profileAuthorWeight,
    ),
    standardScores(
      papers.map((paper) => vectorScore(profile, paper)),
      profileVectorWeight,
    ),
    standardScores(
      papers.map((paper) => yearScore(profile, paper)),
      profileYearWeight,
    ),
  ]);
  const lengths = papers.map(({ block, row }) => units.length(block, row));
  const scoreWith = (terms: ReadonlyMap<number, number>) => {
    const text = textScores(terms, papers, lengths, units);
    return addUp([standardScores(text, combination.profileTextWeight), besideText]);
  };
  const liked = withFeedback(profile, papers, scoreWith(profile.terms), units, combination);
  const scores = scoreWith(liked);
  return papers
    .map(({ block, row }, i) => ({ id: block.id(row), score: logistic(scores[i] ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

/** Cosine of each paper's row and the profile's terms, but for the profile's length. */
function textScores(
  terms: ReadonlyMap<number, number>,
  papers: readonly Rankable[],
  lengths: readonly number[],
  units: UnitRows,
): number[] {
  const weights = new TermWeights(terms.size);
  for (const [hash, weight] of terms) weights.add(hash, weight);
  return papers.map(({ block, row }, i) => {
    return weights.scoreRow(block, row, units.norms) / (lengths[i] ?? 1);
  });
}

/** The profile's terms and, a little, those of the papers that it ranks first. */
function withFeedback(
  profile: Profile,
  papers: readonly Rankable[],
  scores: readonly number[],
  units: UnitRows,
  { profileFeedbackPapers, profileFeedbackWeight }: Combination,
): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  const order = [...papers.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  // In a list of a few, most of the first are not liked at all.
  const best = order.slice(0, Math.min(profileFeedbackPapers, Math.ceil(papers.length / 10)));
  for (const i of best) {
    const paper = papers[i];
    if (paper) units.addTo(sum, paper.block, paper.row, profileFeedbackWeight / best.length);
  }
  const terms = new Map(profile.terms);
  for (const [hash, value] of sum) {
    terms.set(hash, (terms.get(hash) ?? 0) + value * units.rarityOf(hash));
  }
  return terms;
}

function heaviest(sum: ReadonlyMap<number, number>, units: UnitRows): Map<number, number> {
  const terms = [...sum].map(([hash, value]): [number, number] => [
    hash,
    value * units.rarityOf(hash),
  ]);
  return new Map(terms.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MAX_TERMS));
}

function addVector(vector: Float32Array, block: Block, row: number, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    vector[i] = (vector[i] ?? 0) + weight * (block.vectors[row * vector.length + i] ?? 0);
  }
}

function countAuthors(authors: Map<number, number>, block: Block, row: number): void {
  for (const name of block.row(row).names) {
    if (name >>> 24 !== NAME.author) return;
    authors.set(name, Math.min(MAX_PAPERS_PER_AUTHOR, (authors.get(name) ?? 0) + 1));
  }
}

function authorScore({ authors }: Profile, { block, row }: Rankable): number {
  let score = 0;
  for (const name of block.row(row).names) {
    if (name >>> 24 !== NAME.author) break;
    score += authors.get(name) ?? 0;
  }
  return score;
}

function vectorScore({ vector }: Profile, { block, row }: Rankable): number {
  let product = 0;
  for (let i = 0; i < vector.length; i++) {
    product += (vector[i] ?? 0) * (block.vectors[row * vector.length + i] ?? 0);
  }
  return product;
}

function yearScore(profile: Profile, { block, row }: Rankable): number {
  const year = block.year(row);
  return profile.year === 0 || year === 0 ? 0 : -Math.abs(profile.year - year);
}

/** Scores less their mean, in standard deviations, times a weight; all 0 where they do not differ. */
function standardScores(scores: readonly number[], weight: number): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  if (variance === 0) return scores.map(() => 0);
  return scores.map((score) => (weight * (score - mean)) / Math.sqrt(variance));
}

function addUp(parts: readonly (readonly number[])[]): number[] {
  return (parts[0] ?? []).map((_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
