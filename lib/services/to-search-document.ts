// Not from `identifiers`, which has the addresses of all sites made at each start.
import { formatIdentifier } from '../core/identifiers/format-identifier';
import type { SearchDocument } from '../search/search-index';
import type { StoredPaper } from '../store/database';
import type { FoundPaper } from '../store/paper-repository';

/** Papers of these have one at an address that follows from the identifier (core/paper-links.ts). */
const HAS_PDF = /^(?:acl|arxiv|eprint|openreview):/;

/** A stored paper as search knows it. */
export function toSearchDocument({ paper, entry }: FoundPaper): SearchDocument {
  const { abstract, venue, date } = paper;
  return {
    id: paper.id,
    title: paper.title,
    authors: paper.authors.map(({ name }) => name),
    ...(abstract && { abstract }),
    ...(venue && { venue }),
    ...(entry?.note && { note: entry.note }),
    ...(entry && entry.tags.length > 0 && { tags: entry.tags }),
    ids: paper.ids.map(formatIdentifier),
    facets: [...facetsOf({ paper, ...(entry && { entry }) })],
    ...(date && { year: Number(date.slice(0, 4)) }),
    atMs: entry?.addedAtMs ?? paper.firstSeenAtMs,
  };
}

function* facetsOf({ paper, entry }: FoundPaper): Generator<string> {
  for (const category of paper.categories ?? []) yield `cat:${category}`;
  if (paper.codeLinks?.length) yield 'has:code';
  if (hasPdf(paper)) yield 'has:pdf';
  if (!entry) {
    yield 'is:seen';
    return;
  }
  yield 'is:saved';
  yield `is:${entry.status}`;
  if (entry.starred) yield 'is:starred';
  if (entry.note) yield 'has:note';
  for (const tag of entry.tags) yield `tag:${tag}`;
  for (const list of entry.lists) yield `list:${list}`;
}

function hasPdf({ ids, urls = [] }: StoredPaper): boolean {
  const isPdf = (url: string) => url.includes('/pdf/') || url.endsWith('.pdf');
  return ids.some((id) => HAS_PDF.test(id)) || urls.some(isPdf);
}
