import { type Recency, recencyFactor } from '../core/recency';
import type { RelatedPaper } from '../messages/payloads';
import { toListedPaper } from './paper-views';
import { readerProfile } from './reader-profile';
import type { RelateOptions } from './relate';
import { mapInSlices } from './slices';
import { toRelatedDocument } from './to-related-document';

/** How far back "you may have missed" looks. */
const RECENT = 300;

/**
 * What was seen lately, not saved, and is close to a saved paper, in the order of what the reader
 * likes: a dismissed paper draws those like it down.
 */
export async function missedPapers(
  limit: number,
  recency: Recency,
  options: RelateOptions,
): Promise<RelatedPaper[]> {
  const { repository, saved, nowMs } = options;
  const profile = await readerProfile(repository, saved);
  if (!profile) return [];
  const threshold = saved.badgeThreshold();
  const recent = await repository.recentlySeen(RECENT);
  const judged = await mapInSlices(
    recent,
    (paper) => {
      const document = toRelatedDocument(paper.id, paper.ids, paper);
      if (saved.closest(document, 1, threshold).length === 0) return [];
      return [{ paper, document, placed: saved.place(document) }];
    },
    options,
  );
  const close = new Map(judged.flat().map((one) => [one.paper.id, one]));
  const ranked = saved.rank(
    profile,
    [...close.values()].map(({ placed }) => placed),
  );
  return ranked
    .map(({ id, score }) => {
      const date = close.get(id)?.paper.date;
      return { id, score: score * recencyFactor(recency, date, nowMs()) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const one = close.get(id);
      const [best] = one ? saved.related(one.document, 1) : [];
      if (!one || !best) return [];
      return [{ ...toListedPaper({ paper: one.paper }), score, reason: best.reason }];
    });
}
