import type { PaperKey, ReadingStatus } from '../core/paper';
import type { Block } from './block';
import type { Combination } from './combination';
import { NAME } from './features';
import type { SomePaper } from './related-index';
import { yearsBetween } from './signals/dates';
import { TermWeights } from './term-weights';
import type { WeighedRows } from './weighed-rows';

/** What a reader made of one paper, as a weight: 1 for a saved one, below 0 for a dismissed one. */
export interface Interest {
  readonly paper: SomePaper;
  readonly weight: number;
}

/** A paper's place in an order learnt from a library. */
export interface RankedPaper {
  readonly id: PaperKey;
  /** In [0, 1], higher before lower; compares only with scores of the same order. */
  readonly score: number;
}

/**
 * What someone reads: the centroid of their papers (Rocchio, 1971), the later published counting
 * more, since interests move on. Made over one index, it ranks the papers of any.
 */
export interface Profile {
  /** Term hash to weight, rarity included. */
  readonly terms: ReadonlyMap<number, number>;
  /** Author (as in Features.names) to the number of liked papers they wrote, at most 3. */
  readonly authors: ReadonlyMap<number, number>;
  readonly vector: Float32Array;
  /** Of the latest liked paper (signals/dates.ts); 0 where no date is known. */
  readonly month: number;
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

export function learnProfile(
  marked: readonly Marked[],
  weighed: WeighedRows,
  dimensions: number,
  combination: Combination,
): Profile {
  const liked = marked.filter(({ weight }) => weight > 0);
  const month = Math.max(0, ...liked.map(({ block, row }) => block.month(row)));
  const weightOf = ({ block, row, weight }: Marked) =>
    weight * freshness(yearsBetween(month, block, row), combination);
  const total = marked.reduce((sum, paper) => sum + Math.abs(weightOf(paper)), 0) || 1;
  const sum = new Map<number, number>();
  const vector = new Float32Array(dimensions);
  for (const paper of marked) {
    const weight = weightOf(paper) / total;
    weighed.addTo(sum, paper.block, paper.row, weight);
    addVector(vector, paper.block, paper.row, weight);
  }
  return { terms: heaviest(sum, weighed, combination), authors: authorsOf(liked), vector, month };
}

/** A paper and its weight as an interest. */
export interface Marked extends Rankable {
  readonly weight: number;
}

/** What a paper still says of its reader when it is so much older than the latest they like. */
function freshness(years: number, { profileHalfYears }: Combination): number {
  return 1 / (1 + years / profileHalfYears);
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
  weighed: WeighedRows,
  combination: Combination,
): RankedPaper[] {
  const { profileAuthorWeight, profileVectorWeight, profileDateWeight } = combination;
  const standard = (score: (paper: Rankable) => number, weight: number) =>
    standardScores(papers.map(score), weight);
  const besideText = addUp([
    standard((paper) => authorScore(profile, paper), profileAuthorWeight),
    standard((paper) => vectorScore(profile, paper), profileVectorWeight),
    standard((paper) => dateScore(profile, paper), profileDateWeight),
  ]);
  const scoreWith = (terms: ReadonlyMap<number, number>) =>
    addUp([
      standardScores(textScores(terms, papers, weighed), combination.profileTextWeight),
      besideText,
    ]);
  const liked = withFeedback(profile, papers, scoreWith(profile.terms), weighed, combination);
  const scores = scoreWith(liked);
  return papers
    .map(({ block, row }, i) => ({ id: block.id(row), score: logistic(scores[i] ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

function textScores(
  terms: ReadonlyMap<number, number>,
  papers: readonly Rankable[],
  weighed: WeighedRows,
): number[] {
  const weights = new TermWeights(terms.size);
  for (const [hash, weight] of terms) weights.add(hash, weight);
  return papers.map(({ block, row }) => weights.scoreRow(block, row, weighed.norms));
}

/** The profile's terms and, a little, those of the papers that it ranks first. */
function withFeedback(
  profile: Profile,
  papers: readonly Rankable[],
  scores: readonly number[],
  weighed: WeighedRows,
  { profileFeedbackPapers, profileFeedbackWeight }: Combination,
): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  const order = [...papers.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  // In a list of a few, most of the first are not liked at all.
  const best = order.slice(0, Math.min(profileFeedbackPapers, Math.ceil(papers.length / 10)));
  for (const i of best) {
    const paper = papers[i];
    if (paper) weighed.addTo(sum, paper.block, paper.row, profileFeedbackWeight / best.length);
  }
  const terms = new Map(profile.terms);
  for (const [hash, value] of sum) {
    terms.set(hash, (terms.get(hash) ?? 0) + value * weighed.rarityOf(hash));
  }
  return terms;
}

/** Terms by what they add to a score. A power below 1: a term of every paper is not worth ten of one. */
function heaviest(
  sum: ReadonlyMap<number, number>,
  weighed: WeighedRows,
  { profilePower }: Combination,
): Map<number, number> {
  const terms = [...sum].map(([hash, value]): [number, number] => [
    hash,
    Math.sign(value) * Math.abs(value) ** profilePower * weighed.rarityOf(hash),
  ]);
  return new Map(terms.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MAX_TERMS));
}

function addVector(vector: Float32Array, block: Block, row: number, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    vector[i] = (vector[i] ?? 0) + weight * (block.vectors[row * vector.length + i] ?? 0);
  }
}

function authorsOf(liked: readonly Rankable[]): Map<number, number> {
  const authors = new Map<number, number>();
  for (const { block, row } of liked) {
    for (const name of block.row(row).names) {
      if (name >>> 24 !== NAME.author) break;
      authors.set(name, Math.min(MAX_PAPERS_PER_AUTHOR, (authors.get(name) ?? 0) + 1));
    }
  }
  return authors;
}

/** Logarithm: a second known author adds less than the first. */
function authorScore({ authors }: Profile, { block, row }: Rankable): number {
  let score = 0;
  for (const name of block.row(row).names) {
    if (name >>> 24 !== NAME.author) break;
    score += authors.get(name) ?? 0;
  }
  return Math.log1p(score);
}

function vectorScore({ vector }: Profile, { block, row }: Rankable): number {
  let product = 0;
  for (let i = 0; i < vector.length; i++) {
    product += (vector[i] ?? 0) * (block.vectors[row * vector.length + i] ?? 0);
  }
  return product;
}

function dateScore({ month }: Profile, { block, row }: Rankable): number {
  return -yearsBetween(month, block, row);
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
