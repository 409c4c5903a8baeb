import { filterPapers, NO, PERHAPS } from './filters';
import type { SearchQuery } from './query';
import { planQuery } from './query-plan';
import type { Scorer } from './scorer';
import type { SearchHit } from './search-index';
import type { Segment } from './segment';
import { TitleCloseness } from './title-closeness';
import type { Hit, TopHits } from './top-hits';
import type { WordMatches } from './word-matches';

/** So many of the best are looked at closely; fewer cost recall, more cost time. */
const RERANKED = 100;
/** What a title that has all words in order adds to the score. */
const CLOSENESS_GAIN = 0.8;

/** What a search works in; kept between searches. */
export interface SearchTables {
  readonly scorer: Scorer;
  readonly top: TopHits;
}

/** The best `limit` papers of all segments, best first; newest first where the query has no words. */
export function runQuery(
  segments: readonly Segment[],
  query: SearchQuery,
  limit: number,
  { scorer, top }: SearchTables,
): SearchHit[] {
  const { words, required } = planQuery(segments, query);
  const hasWords = words.length > 0;
  const answers = filterPapers(segments, required);
  const size = segments.reduce((sum, segment) => sum + segment.documents.size, 0);
  const wanted = Math.max(0, Math.min(limit, size));
  top.clear(hasWords ? Math.max(wanted, Math.min(RERANKED, size)) : wanted);
  segments.forEach((segment, s) => {
    const { times } = segment.documents;
    const allowed = answers?.[s];
    const isAllowed = (doc: number) => allowed?.[doc] !== NO && !segment.isDead(doc);
    const offer = (doc: number, score: number) => {
      if (score >= top.threshold && isAllowed(doc)) top.offer(s, doc, score, times[doc] as number);
    };
    if (hasWords) {
      scorer.score(segment, s, words, Math.max(wanted, RERANKED), isAllowed);
      scorer.each(offer);
      scorer.reset();
    } else {
      for (let doc = 0; doc < times.length; doc++) offer(doc, 0);
    }
  });
  const matches = words.map((word) => word.matches);
  return rerank(segments, matches, top.toArray())
    .slice(0, wanted)
    .map(({ segment: s, doc, score }) => ({
      id: (segments[s] as Segment).documents.idOf(doc),
      score,
      ...(answers?.[s]?.[doc] === PERHAPS ? { isUnverified: true as const } : {}),
    }));
}

/** The first hits in a new order: those whose title has the words, and has them in order, gain. */
function rerank(segments: readonly Segment[], words: readonly WordMatches[], hits: readonly Hit[]) {
  if (words.length === 0) return hits;
  const closeness = new Map<number, TitleCloseness>();
  const gained = hits.slice(0, RERANKED).map((hit) => {
    let titles = closeness.get(hit.segment);
    if (!titles) {
      titles = new TitleCloseness(segments[hit.segment] as Segment, words, hit.segment);
      closeness.set(hit.segment, titles);
    }
    return { ...hit, score: hit.score * (1 + CLOSENESS_GAIN * titles.of(hit.doc)) };
  });
  // Stable: among equals the later paper stays first.
  gained.sort((a, b) => b.score - a.score);
  return [...gained, ...hits.slice(RERANKED)];
}
