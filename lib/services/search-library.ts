import type { LibrarySort } from '../core/library-query';
import type { PaperKey } from '../core/paper';
import { hasPhrases } from '../search/phrases';
import { type ParsedQuery, parseQuery, requireWords, type SearchQuery } from '../search/query';
import type { SearchHit, SearchIndex } from '../search/search-index';
import type { FoundPaper } from '../store/paper-repository';
import type { PaperReader } from '../store/stored-reader';
import { toSearchDocument } from './to-search-document';

/** More that are like what was typed than anybody looks through; the query can say more instead. */
const MOST_ALIKE = 1000;

export interface LibrarySearch {
  readonly text: string;
  /** A query of its own that narrows the first: no open quote or `or` of the text reaches it. */
  readonly within?: string;
  /** Without it the best come first. */
  readonly sort?: LibrarySort;
  readonly offset?: number;
  readonly limit: number;
}

export interface LibraryAnswer {
  /** The papers asked for: from `offset`, up to `limit` of them. */
  readonly papers: readonly FoundPaper[];
  /** All that were found; of those that only come near to the words, the best thousand. */
  readonly total: number;
  readonly query: SearchQuery;
  /** What of the query could not be read. */
  readonly problems: ParsedQuery['problems'];
}

interface SearchSources {
  readonly index: SearchIndex;
  readonly reader: Pick<PaperReader, 'get' | 'sorted'>;
  readonly nowMs: number;
}

/** One stretch of what a query finds. */
export async function searchLibrary(
  { sort, offset = 0, limit, ...asked }: LibrarySearch,
  sources: SearchSources,
): Promise<LibraryAnswer> {
  const { query, problems } = readQuery(asked, sources.nowMs);
  const ids = await findIds(query, sort, sources);
  const found = await sources.reader.get(ids.slice(offset, offset + limit));
  const papers = found.filter((paper) => paper !== undefined);
  return { papers, total: ids.length, query, problems };
}

/** The ids of all that a query finds, in order. */
export function findKeys(
  { sort, ...asked }: Omit<LibrarySearch, 'offset' | 'limit'>,
  sources: SearchSources,
): Promise<PaperKey[]> {
  return findIds(readQuery(asked, sources.nowMs).query, sort, sources);
}

/** What stands in the box's text that could not be read is a problem; `within` is our own. */
function readQuery(
  { text, within = '' }: Pick<LibrarySearch, 'text' | 'within'>,
  nowMs: number,
): ParsedQuery {
  const { query, problems } = parseQuery(text, nowMs);
  const narrowing = parseQuery(within, nowMs).query.clauses;
  return { query: { clauses: [...query.clauses, ...narrowing] }, problems };
}

function findIds(
  query: SearchQuery,
  sort: LibrarySort | undefined,
  sources: SearchSources,
): Promise<PaperKey[]> {
  if (sort) return findInOrder(query, sort, sources);
  return verify(findBest(query, sources.index), query, sources.reader);
}

/** Without words nothing only comes near: all of it is what was asked for. */
function findBest(query: SearchQuery, index: SearchIndex): SearchHit[] {
  const hits = index.search(query, MOST_ALIKE);
  const isCut = hits.length === MOST_ALIKE && hits.every(({ score }) => score === 0);
  return isCut ? index.search(query, index.size) : hits;
}

/** In an order that is not by closeness only papers with all of the words belong, if there are any. */
async function findInOrder(
  query: SearchQuery,
  sort: LibrarySort,
  { index, reader }: SearchSources,
): Promise<PaperKey[]> {
  const whole = index.search(requireWords(query), index.size);
  const hits = whole.length > 0 ? whole : findBest(query, index);
  const ids = await verify(hits, query, reader);
  // Hits without a score come newest first already.
  const isInOrder = sort === 'added' && hits.every(({ score }) => score === 0);
  return isInOrder ? ids : reader.sorted(ids, sort);
}

/** The index knows the order of words in titles and authors only; the paper has the rest. */
async function verify(
  hits: readonly SearchHit[],
  query: SearchQuery,
  reader: Pick<PaperReader, 'get'>,
): Promise<PaperKey[]> {
  const doubtful = hits.filter(({ isUnverified }) => isUnverified).map(({ id }) => id);
  if (doubtful.length === 0) return hits.map(({ id }) => id);
  const papers = await reader.get(doubtful);
  const wrong = doubtful.filter((_, i) => {
    const paper = papers[i];
    return !paper || !hasPhrases(query, toSearchDocument(paper));
  });
  const isWrong = new Set(wrong);
  return hits.map(({ id }) => id).filter((id) => !isWrong.has(id));
}
