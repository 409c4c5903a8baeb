import type { PaperCandidate } from '../core/paper';
import { type Recency, recencyFactor } from '../core/recency';
import type { RelatedCount, RelatedPaper } from '../messages/payloads';
import type { RelatedDocument, RelatedHit, RelatedIndex } from '../related/related-index';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { toListedPaper } from './paper-views';
import { mapInSlices, type Slicing } from './slices';
import { toRelatedDocument } from './to-related-document';

/** "Related to 12 of yours" says as much as "to 40". */
const MAX_COUNT = 20;
/** A card stands in another site's page. */
const NOTHING_OF_THE_USERS = { starred: false, hasNote: false, tags: [] } as const;

/** What relatedness needs; the indexes are brought up to date by whoever hands them over. */
export interface RelateOptions extends Slicing {
  readonly repository: PaperRepository;
  readonly saved: RelatedIndex;
}

/** How many saved papers each candidate is close to; those that are close to none are left out. */
export async function countRelated(
  candidates: readonly PaperCandidate[],
  options: RelateOptions,
): Promise<RelatedCount[]> {
  const { repository, saved } = options;
  const documents = await toDocuments(candidates, repository);
  const threshold = saved.badgeThreshold();
  const counts = await mapInSlices(
    documents,
    (document) => saved.closest(document, MAX_COUNT, threshold).filter(({ isClose }) => isClose),
    options,
  );
  return candidates.flatMap(({ key }, i) => {
    const count = counts[i]?.length ?? 0;
    return count > 0 ? [{ key, count }] : [];
  });
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

/** Asked for before the reader's taste for new papers is heard. */
const POOL = 60;

/** The closest papers, saved and seen, also some too far for a badge, for our own pages. */
export async function relatedToPaper(
  candidate: PaperCandidate,
  limit: number,
  { repository, all, recency, nowMs }: RelatedToPaperOptions,
): Promise<RelatedPaper[]> {
  const [document] = await toDocuments([candidate], repository);
  if (!document) return [];
  const least = LIST_SHARE * finiteThreshold(all);
  const hits = all.related(document, POOL, least);
  const dismissed = await repository.dismissedAmong(hits.map(({ id }) => id));
  const related = await withPapers(
    hits.filter(({ id }) => !dismissed.has(id)),
    repository,
  );
  return related
    .map(({ hit, found }) => ({
      ...toListedPaper(found),
      reason: hit.reason,
      score: hit.score * recencyFactor(recency, found.paper.date, nowMs),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

export interface RelatedToPaperOptions {
  readonly repository: PaperRepository;
  /** Saved and seen papers in one index, so that their scores compare. */
  readonly all: RelatedIndex;
  readonly recency: Recency;
  readonly nowMs: number;
}

function badgeHits(document: RelatedDocument, saved: RelatedIndex): RelatedHit[] {
  const hits = saved.related(document, MAX_COUNT, saved.badgeThreshold());
  return hits.filter(({ isClose }) => isClose);
}

function finiteThreshold(index: RelatedIndex): number {
  return Math.min(index.badgeThreshold(), SMALL_INDEX_THRESHOLD);
}

/** A stored paper says more of itself than a listing row does. */
export async function toDocuments(
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
