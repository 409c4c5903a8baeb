import type { RelatedPaper } from '../messages/protocol';
import type { RelatedIndex } from '../related/related-index';
import type { PaperRepository } from '../store/paper-repository';
import { toListedPaper } from './paper-views';
import { toRelatedDocument } from './relate';

/** How far back "you may have missed" looks. */
const RECENT = 300;

/** What was seen lately, not saved, and is close to the library; the closest first. */
export async function missedPapers(
  limit: number,
  { repository, saved }: { repository: PaperRepository; saved: RelatedIndex },
): Promise<RelatedPaper[]> {
  const threshold = saved.badgeThreshold();
  const recent = await repository.recentlySeen(RECENT);
  const close = recent.flatMap((paper) => {
    const [best] = saved.related(toRelatedDocument(paper.id, paper.ids, paper), 1);
    if (!best || best.score < threshold) return [];
    const { score, reason } = best;
    return [{ ...toListedPaper({ paper }), score, reason }];
  });
  return close.sort((a, b) => b.score - a.score).slice(0, limit);
}
