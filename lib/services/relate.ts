import type { PaperCandidate, PaperFacts, PaperKey } from '../core/paper';
import type { RelatedCount, RelatedPaper } from '../messages/protocol';
import type { RelatedDocument, RelatedHit, RelatedIndex } from '../related/related-index';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { toListedPaper } from './paper-views';

/** "Related to 12 of yours" says as much as "to 40". */
const MAX_COUNT = 20;
/** Longest stretch of work before other messages get a turn, in milliseconds. */
const SLICE_MS = 12;

/** A card stands in another site's page. */
const NOTHING_OF_THE_USERS = { starred: false, hasNote: false, tags: [] } as const;

export function toRelatedDocument(
  id: PaperKey,
  ids: readonly PaperKey[],
  facts: PaperFacts,
): RelatedDocument {
  const { title, abstract, authors, categories, date } = facts;
  return {
    id,
    ids,
    title,
    authors: authors.map(({ name }) => name),
    ...(abstract && { abstract }),
    ...(categories && { categories }),
    ...(date && { date }),
  };
}

/** What relatedness needs; the indexes are brought up to date by whoever hands them over. */
export interface RelateOptions {
  readonly repository: PaperRepository;
  readonly saved: RelatedIndex;
  readonly nowMs: () => number;
  readonly pause: () => Promise<void>;
}

/** How each candidate stands to the saved papers; those with nothing in common are left out. */
export async function countRelated(
  candidates: readonly PaperCandidate[],
  options: RelateOptions,
): Promise<RelatedCount[]> {
  const documents = await toDocuments(candidates, options.repository);
  const counts: RelatedCount[] = [];
  const threshold = options.saved.badgeThreshold();
  let sliceStartMs = options.nowMs();
  for (const [i, { key }] of candidates.entries()) {
    const document = documents[i];
    const hits = document ? options.saved.closest(document, MAX_COUNT) : [];
    const count = hits.filter(({ score }) => score >= threshold).length;
    const closeness = hits[0]?.score ?? 0;
    if (closeness > 0) counts.push({ key, count, closeness });
    if (options.nowMs() - sliceStartMs < SLICE_MS) continue;
    await options.pause();
    sliceStartMs = options.nowMs();
  }
  return counts;
}

/** Saved papers close enough to the candidate for a badge, best first, as a page may show them. */
export async function relatedForCard(
  candidate: PaperCandidate,
  limit: number,
  { repository, saved }: Pick<RelateOptions, 'repository' | 'saved'>,
): Promise<{ related: RelatedPaper[]; relatedCount: number }> {
  const [document] = await toDocuments([candidate], repository);
  const hits = document ? badgeHits(document, saved) : [];
  const related = await withPapers(hits.slice(0, limit), repository);
  return {
    related: related.map(({ hit, found }) => ({
      ...toListedPaper(found),
      ...NOTHING_OF_THE_USERS,
      ...hit,
    })),
    relatedCount: hits.length,
  };
}

/** A list may go further than a badge, down to this share of the badge's threshold. */
const LIST_SHARE = 0.8;
/** Where an index is too small to say what a badge needs. */
const SMALL_INDEX_THRESHOLD = 0.5;

/** The closest saved papers, also some too far for a badge, for our own pages. */
export async function relatedToPaper(
  candidate: PaperCandidate,
  limit: number,
  { repository, saved }: Pick<RelateOptions, 'repository' | 'saved'>,
): Promise<RelatedPaper[]> {
  const [document] = await toDocuments([candidate], repository);
  const hits = document ? saved.related(document, limit) : [];
  const close = hits.filter(({ score }) => score >= LIST_SHARE * finiteThreshold(saved));
  const related = await withPapers(close, repository);
  return related.map(({ hit, found }) => ({ ...toListedPaper(found), ...hit }));
}

function badgeHits(document: RelatedDocument, saved: RelatedIndex): RelatedHit[] {
  const threshold = saved.badgeThreshold();
  return saved.related(document, MAX_COUNT).filter(({ score }) => score >= threshold);
}

function finiteThreshold(index: RelatedIndex): number {
  return Math.min(index.badgeThreshold(), SMALL_INDEX_THRESHOLD);
}

/** A stored paper says more of itself than a listing row does. */
async function toDocuments(
  candidates: readonly PaperCandidate[],
  repository: PaperRepository,
): Promise<RelatedDocument[]> {
  const found = await repository.find(candidates.map(({ key }) => key));
  return candidates.map((candidate, i) => {
    const paper = found[i]?.paper;
    if (!paper) return toRelatedDocument(candidate.key, candidate.ids, candidate);
    const abstract = paper.abstract ?? candidate.abstract;
    return toRelatedDocument(paper.id, paper.ids, { ...paper, ...(abstract && { abstract }) });
  });
}

async function withPapers(
  hits: readonly RelatedHit[],
  repository: PaperRepository,
): Promise<{ hit: { score: number; reason: RelatedHit['reason'] }; found: FoundPaper }[]> {
  const papers = await repository.get(hits.map(({ id }) => id));
  return hits.flatMap(({ score, reason }, i) => {
    const found = papers[i];
    return found ? [{ hit: { score, reason }, found }] : [];
  });
}
