import { sharedShingles } from './matching/abstracts';
import { editDistance } from './matching/edit-distance';
import {
  type Comparison,
  compareRecords,
  OBSERVATIONS,
  type TitledRecord,
} from './matching/observations';
import { WEIGHTS } from './matching/weights';
import type { PaperKey } from './paper';

/**
 * Are two records one paper? By identifier where both have one; otherwise by what speaks for and
 * against it (Fellegi and Sunter 1969): every observation adds its weight, and two thresholds cut
 * the sum into same, maybe and different. What must never be merged unseen is held back before.
 */
export interface PaperRecord extends TitledRecord {
  readonly ids?: readonly PaperKey[] | undefined;
  readonly abstract?: string | undefined;
}

/** `maybe` is shown to the user as a possible duplicate and never merged unasked. */
export type Verdict = 'same' | 'maybe' | 'different';

export const MATCH_REASONS = [
  'same-identifier',
  'same-title',
  'similar-title', // misprints, word order, or words of a citation around it
  'cut-title', // one is the beginning of the other
  'same-abstract', // retitled
  'other-identifiers', // alike, but the same archive numbers them apart
  'other-part', // numerals or words like "comment on" differ
  'short-title', // a title that many papers may have, and no author to tell
  'other-authors',
  'other-abstract',
  'several-alike', // another stored paper fits as well
  'other-title',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Match {
  readonly verdict: Verdict;
  readonly reason: MatchReason;
  /** Natural logarithm of the odds that it is the same paper. Infinite where identifiers decide. */
  readonly score: number;
}

/** Odds above which a wrong merge is practically impossible, and below which asking is a nuisance.
 *  Chosen where scripts/bench/fit-same-paper.ts, cross-validated, gives at most 5 answers per 1,000
 *  records that are not stored. */
export const SAME_SCORE = 2.8;
const MAYBE_SCORE = -1;

/** `hasRival`: another stored paper's title covers this one's as well. */
export function samePaper(met: PaperRecord, stored: PaperRecord, hasRival = false): Match {
  const byId = matchIds(met, stored);
  return byId ?? decide(compareRecords(met, stored), met, stored, hasRival);
}

/** The same for a comparison made before. */
export function decide(
  comparison: Comparison,
  met: PaperRecord,
  stored: PaperRecord,
  hasRival: boolean,
): Match {
  const score = scoreOf(comparison, hasRival);
  const isElse = score < MAYBE_SCORE || isAnother(comparison);
  const mayBeRetitled = comparison.authors !== 'differ';
  // Abstracts take longest to compare: not between strangers.
  const shared = isElse && !mayBeRetitled ? null : sharedShingles(met.abstract, stored.abstract);
  if (shared !== null && shared >= SAME_ABSTRACT && mayBeRetitled) {
    return matchAbstract(comparison, score, met, stored);
  }
  if (isElse) return { verdict: 'different', reason: 'other-title', score };
  const doubt = doubtOf(comparison, met, stored, shared);
  if (doubt) return { verdict: 'maybe', reason: doubt, score };
  if (score >= SAME_SCORE) return { verdict: 'same', reason: titleReason(comparison), score };
  return { verdict: 'maybe', reason: weakness(comparison, hasRival), score };
}

/** Shares of all letters of both titles. */
const MOST_SWAPPED = 0.5;
const MUCH_SWAPPED = 0.25;
const MOST_UNSHARED = 0.7;

/** With most of its letters in other words a title is another one, whatever else agrees: the learned
 *  weights never saw most pairs of titles, and a rare mark must not speak for them. */
function isAnother({ values: { swappedShare, addedShare } }: Comparison): boolean {
  const isMostlyElse = swappedShare + addedShare > MOST_UNSHARED;
  return swappedShare > MOST_SWAPPED || (swappedShare > MUCH_SWAPPED && isMostlyElse);
}

/** How the observations weigh, without any of the guards. */
export function scoreOf({ authors, values }: Comparison, hasRival: boolean): number {
  const weights = WEIGHTS[authors];
  return OBSERVATIONS.reduce((sum, name) => {
    const value = name === 'rival' ? Number(hasRival) : values[name];
    return sum + weights[name] * value;
  }, 0);
}

/** Shares of four-word runs: from half on one abstract was made from the other, near none is left
 *  where two were written apart. */
const SAME_ABSTRACT = 0.5;
const OTHER_ABSTRACT = 0.02;

/** Two records with an identifier in common are one paper, whatever else they say; null where none is. */
export function matchIds(a: PaperRecord, b: PaperRecord): Match | null {
  const shared = a.ids?.some((id) => b.ids?.includes(id));
  return shared
    ? { verdict: 'same', reason: 'same-identifier', score: Number.POSITIVE_INFINITY }
    : null;
}

function matchAbstract(
  comparison: Comparison,
  score: number,
  met: PaperRecord,
  stored: PaperRecord,
): Match {
  if (haveOtherIds(met, stored)) return { verdict: 'maybe', reason: 'other-identifiers', score };
  if (isOtherPart(comparison)) return { verdict: 'maybe', reason: 'other-part', score };
  const verdict = comparison.authors === 'agree' || score >= SAME_SCORE ? 'same' : 'maybe';
  return { verdict, reason: 'same-abstract', score };
}

/** Why titles that agree must not be merged unseen, or null. */
export function doubtOf(
  comparison: Comparison,
  met: PaperRecord,
  stored: PaperRecord,
  sharedAbstract: number | null = null,
): MatchReason | null {
  if (isOtherPart(comparison)) return 'other-part';
  if (haveOtherIds(met, stored)) return 'other-identifiers';
  if (comparison.authors !== 'agree' && isShort(comparison)) return 'short-title';
  if (comparison.friends < 2 && isSwap(comparison)) return 'other-title';
  if (sharedAbstract !== null && sharedAbstract < OTHER_ABSTRACT) return 'other-abstract';
  return null;
}

/** "Part II" is not "Part I", nor "Report 300" "Report 100", nor is a comment the paper. */
function isOtherPart(comparison: Comparison): boolean {
  const { left, right, isBeginning, isSeries, isNamed, friends } = comparison;
  if (left.numbers.length > 0 && right.numbers.length > 0) return true;
  const [a, b] = [left, right].map(({ guards }) => [...guards].sort().join(' '));
  if (a === b || (isNamed && friends >= 2)) return false;
  return !isBeginning || isSeries || (a !== '' && b !== '');
}

/**
 * Whether two papers cannot be one by their identifiers, which are not the same: arXiv gives one
 * paper one number, and a publisher one DOI; the DOIs of two publishers may be the preprint's and
 * the journal's.
 */
export function areNumberedApart(a: readonly PaperKey[], b: readonly PaperKey[]): boolean {
  const numberings = new Set(a.flatMap(numberingOf));
  return b.flatMap(numberingOf).some((numbering) => numberings.has(numbering));
}

function haveOtherIds(a: PaperRecord, b: PaperRecord): boolean {
  return areNumberedApart(a.ids ?? [], b.ids ?? []);
}

/** Who numbers its papers apart: `arxiv`, or a registrant of DOIs (`doi:10.1000`). */
function numberingOf(id: PaperKey): string[] {
  if (id.startsWith('arxiv:')) return ['arxiv'];
  return id.startsWith('doi:') ? [id.slice(0, id.indexOf('/'))] : [];
}

/** "Introduction", "Editor's notes": fewer than three words of meaning. */
function isShort({ alignment }: Comparison): boolean {
  return alignment.letters < 12 || alignment.words < 3;
}

/** Each title has a word of meaning in place of the other's: "leaf search" and "bark search". */
function isSwap({ left, right }: Comparison): boolean {
  const [x, y] = [left, right].map(({ head, inner, tail }) =>
    [...head, ...inner, ...tail].filter((word) => word.length >= 4),
  ) as [string[], string[]];
  // Two letters in a short word are a misprint, too, where all else agrees.
  const isOwn = (word: string, others: readonly string[]) =>
    others.every((other) => editDistance(word, other, 2) > 2);
  return x.some((word) => isOwn(word, y)) && y.some((word) => isOwn(word, x));
}

function titleReason({ isExact, isBeginning, alignment }: Comparison): MatchReason {
  if (isBeginning) return 'cut-title';
  return isExact && alignment.edits + alignment.moved === 0 ? 'same-title' : 'similar-title';
}

function weakness({ authors, isExact }: Comparison, hasRival: boolean): MatchReason {
  if (hasRival) return 'several-alike';
  return authors === 'differ' && isExact ? 'other-authors' : 'other-title';
}
