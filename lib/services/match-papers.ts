import type { PaperCandidate, PaperFacts, PaperKey, PaperRow } from '../core/paper';
import { areNumberedApart, type PaperRecord, samePaper } from '../core/same-paper';
import type { LookupIndex } from '../lookup/lookup-index';
import { CANDIDATES, type Found, findSame } from '../match/find-same';
import type { TitleIndex } from '../match/title-index';
import type { PageRow } from '../messages/payloads';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { stateOf } from './paper-views';
import { mapInSlices, type Slicing } from './slices';

/** What papers are looked for in, and how long at a time. */
export interface MatchOptions extends Slicing {
  readonly titles: TitleIndex;
  readonly repository: PaperRepository;
}

/** A paper as matching compares it. */
export function toRecord(ids: readonly PaperKey[], facts: PaperFacts): PaperRecord {
  const { title, authors, date, abstract } = facts;
  return {
    title,
    ids,
    authors: authors.map(({ name }) => name),
    ...(date && { year: Number(date.slice(0, 4)) }),
    ...(abstract && { abstract }),
  };
}

/**
 * May two stored papers become one because a page names both in one breath? A page can be wrong,
 * or lie; titles that speak against it count for more.
 */
export function mayJoin(a: PaperRow, b: PaperRow): boolean {
  if (a.title === '' || b.title === '') return true;
  return samePaper(toRecord([], a), toRecord([], b)).verdict !== 'different';
}

/**
 * The stored papers that candidates without a known identifier are by title, authors and year,
 * in their order; null where that is not certain.
 */
export async function findMatches(
  candidates: readonly PaperCandidate[],
  options: MatchOptions,
): Promise<(FoundPaper | null)[]> {
  // Of papers that one archive numbers apart it never is: on arXiv's own pages nearly all.
  const idsOf = ({ ids, title }: PaperCandidate) => {
    const found = options.titles.candidates(title, CANDIDATES);
    return found.every((id) => areNumberedApart(ids, [id])) ? [] : found;
  };
  const likely = await findAmong(candidates, idsOf, options);
  return likely.map((one) => (one?.verdict === 'same' ? one.found : null));
}

/** A stored paper that a candidate certainly is, or may be. */
export interface LikelyPaper {
  readonly verdict: 'same' | 'maybe';
  readonly found: FoundPaper;
}

/** The same with those that are doubtful. */
export function findLikely(
  candidates: readonly PaperCandidate[],
  options: MatchOptions,
): Promise<(LikelyPaper | null)[]> {
  const idsOf = ({ title }: PaperCandidate) => options.titles.candidates(title, CANDIDATES);
  return findAmong(candidates, idsOf, options);
}

/** @param idsOf the stored papers that a candidate is compared with */
async function findAmong(
  candidates: readonly PaperCandidate[],
  idsOf: (candidate: PaperCandidate) => readonly PaperKey[],
  { repository, ...slicing }: MatchOptions,
): Promise<(LikelyPaper | null)[]> {
  const likely = await mapInSlices(candidates, idsOf, slicing);
  const ids = [...new Set(likely.flat())];
  const papers = new Map((await repository.get(ids)).map((found) => [found?.paper.id, found]));
  const find = (candidate: PaperCandidate, i: number): LikelyPaper | null => {
    const match = findIn(candidate, likely[i] ?? [], papers);
    const found = match && papers.get(match.id);
    return found ? { verdict: match.verdict === 'same' ? 'same' : 'maybe', found } : null;
  };
  return mapInSlices(candidates, find, slicing);
}

function findIn(
  candidate: PaperCandidate,
  ids: readonly PaperKey[],
  papers: ReadonlyMap<PaperKey | undefined, FoundPaper | undefined>,
): Found | null {
  const stored = ids.flatMap((id) => {
    const paper = papers.get(id)?.paper;
    return paper ? [{ id, ...toRecord(paper.ids, paper) }] : [];
  });
  return stored.length > 0 ? findSame(toRecord(candidate.ids, candidate), stored) : null;
}

/**
 * Candidates with the identifiers of the stored papers that they certainly are, so that storing
 * them brings the two together. Those that are saved already stay as they are.
 */
export async function withMatches(
  candidates: readonly PaperCandidate[],
  options: MatchOptions,
): Promise<PaperCandidate[]> {
  const known = await options.repository.find(candidates.map(({ key }) => key));
  const unknown = candidates.filter(({ title }, i) => !known[i]?.entry && title !== '');
  const matches = await findMatches(unknown, options);
  const matchOf = new Map(unknown.map((candidate, i) => [candidate, matches[i]]));
  return candidates.map((candidate) => {
    const match = matchOf.get(candidate);
    return match ? { ...candidate, ids: [...candidate.ids, match.paper.id] } : candidate;
  });
}

/** Rows that no identifier gives away but that are saved papers by title, authors and year. */
export async function matchRows(
  candidates: readonly PaperCandidate[],
  { lookup, ...options }: MatchOptions & { readonly lookup: Pick<LookupIndex, 'find'> },
): Promise<PageRow[]> {
  if (options.titles.size === 0) return [];
  const unsaved = candidates.filter(({ key, title }) => {
    const isSaved = (lookup.find(key)?.state ?? 'seen') !== 'seen';
    return !isSaved && title !== '';
  });
  const matches = await findMatches(unsaved, options);
  return unsaved.flatMap(({ key }, i) => {
    const match = matches[i];
    return match?.entry ? [{ key, state: stateOf(match) }] : [];
  });
}
