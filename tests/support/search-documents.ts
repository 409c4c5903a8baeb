import type { PaperKey } from '../../lib/core/paper';
import type { SearchDocument } from '../../lib/search/search-index';
import { generatePapers } from './generate-papers';

/** A paper for the index; what is left out is empty, its id follows its title. */
export function makeDocument(facts: Partial<SearchDocument> = {}): SearchDocument {
  const title = facts.title ?? 'A Paper';
  return {
    id: `doi:10.5555/${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` as PaperKey,
    title,
    authors: [],
    facets: [],
    atMs: 0,
    ...facts,
  };
}

/** Generated papers as the index takes them, each later than the one before. */
export function generateDocuments(count: number, seed = 1): SearchDocument[] {
  return generatePapers(count, seed).map((paper, i) => ({
    id: paper.key,
    title: paper.title,
    authors: paper.authors.map((author) => author.name),
    ...(paper.abstract === undefined ? {} : { abstract: paper.abstract }),
    ...(paper.venue === undefined ? {} : { venue: paper.venue }),
    ids: [paper.key.slice('arxiv:'.length)],
    facets: [
      ...(paper.categories ?? []).map((cat) => `cat:${cat}`),
      i % 3 ? 'is:unread' : 'is:read',
    ],
    year: Number(paper.date?.slice(0, 4)),
    atMs: i * 1000,
  }));
}
