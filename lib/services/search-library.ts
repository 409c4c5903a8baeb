import { hasPhrases } from '../search/phrases';
import { type ParsedQuery, parseQuery } from '../search/query';
import type { SearchHit, SearchIndex } from '../search/search-index';
import type { FoundPaper, PaperRepository } from '../store/paper-repository';
import { toSearchDocument } from './to-search-document';

/** How many more hits are asked for than shown, where some may prove not to hold a phrase. */
const SPARE_FACTOR = 3;

/** The papers that a query finds, best first, and what of it could not be read. */
export async function searchLibrary(
  text: string,
  limit: number,
  options: { index: SearchIndex; repository: PaperRepository; nowMs: number },
): Promise<{ papers: FoundPaper[]; problems: ParsedQuery['problems'] }> {
  const { index, repository, nowMs } = options;
  const { query, problems } = parseQuery(text, nowMs);
  const hits = index.search(query, limit * SPARE_FACTOR);
  const isCertain = hits.every(({ isUnverified }) => !isUnverified);
  const wanted = isCertain ? hits.slice(0, limit) : hits;
  const found = await repository.get(wanted.map(({ id }) => id));
  const papers = found.flatMap((paper, i) => {
    const hit = wanted[i];
    return paper && hit && holdsPhrases(hit, paper) ? [paper] : [];
  });
  return { papers: papers.slice(0, limit), problems };

  /** The index knows the order of words in titles and authors only; the paper has the rest. */
  function holdsPhrases({ isUnverified }: SearchHit, paper: FoundPaper): boolean {
    return !isUnverified || hasPhrases(query, toSearchDocument(paper));
  }
}
