import { filterPapers, NO, PERHAPS } from './filters';
import type { SearchQuery } from './query';
import { planQuery } from './query-plan';
import type { Scorer } from './scorer';
import type { SearchHit } from './search-index';
import type { Segment } from './segment';
import { TopHits } from './top-hits';
import type { Match } from './word-matches';

/** The best `limit` papers of all segments, best first; newest first where the query has no words. */
export function runQuery(
  segments: readonly Segment[],
  query: SearchQuery,
  limit: number,
  scorer: Scorer,
): SearchHit[] {
  const { words, required } = planQuery(segments, query);
  const hasWords =
    words.length > 0 ||
    query.clauses.some((clause) => clause.kind === 'word' && clause.field === undefined);
  const answers = filterPapers(segments, required);
  const size = segments.reduce((sum, segment) => sum + segment.documents.size, 0);
  const top = new TopHits(Math.max(0, Math.min(limit, size)));
  segments.forEach((segment, s) => {
    const { times } = segment.documents;
    const allowed = answers?.[s];
    const offer = (doc: number, score: number) => {
      if (score < top.threshold || allowed?.[doc] === NO || segment.isDead(doc)) return;
      top.offer(s, doc, score, times[doc] as number);
    };
    if (hasWords) {
      scorer.reserve(segment.documents.size);
      for (const { matches, weight } of words) {
        scorer.addWord(segment, matches.bySegment[s] as Match[], weight);
      }
      scorer.each(offer);
      scorer.reset();
    } else {
      for (let doc = 0; doc < times.length; doc++) offer(doc, 0);
    }
  });
  return top.toArray().map(({ segment: s, doc, score }) => ({
    id: (segments[s] as Segment).documents.idOf(doc),
    score,
    ...(answers?.[s]?.[doc] === PERHAPS ? { isUnverified: true as const } : {}),
  }));
}
