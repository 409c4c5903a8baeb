import type { ExpectedPaper, SavedPage } from './page-index';

/** One paper that the extension found on a page. */
export interface FoundPaper {
  /** The page's own key. */
  readonly id: string;
  /** All keys, `id` among them. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly authors: readonly string[];
  /** Where the page says that there are more than it names. */
  readonly authorCount?: number;
  readonly abstract: string;
}

/** What is wrong with one page, in words; nothing when all is right. */
export function comparePapers(page: SavedPage, found: readonly FoundPaper[]): string[] {
  const wrong: string[] = [];
  if (page.count !== null && page.count !== found.length) {
    wrong.push(`${found.length} papers instead of ${page.count}`);
  }
  const matched = new Set<FoundPaper>();
  for (const paper of page.papers) {
    const match = found.find((each) => isSamePaper(paper, each));
    if (!match) {
      wrong.push(`missing: ${paper.arxivId ?? paper.doi ?? paper.pmid ?? paper.title ?? '?'}`);
      continue;
    }
    matched.add(match);
    wrong.push(...compareFields(paper, match).map((what) => `${match.id}: ${what}`));
  }
  // Where the index names every paper, any other is invented.
  if (page.count === page.papers.length) {
    for (const each of found) if (!matched.has(each)) wrong.push(`not on the page: ${each.id}`);
  }
  return wrong;
}

function isSamePaper(expected: ExpectedPaper, found: FoundPaper): boolean {
  const keys = keysOf(expected);
  if (keys.length > 0) return keys.some((key) => found.ids.includes(key));
  return expected.title !== undefined && isSameTitle(expected.title, found.title);
}

/** The keys under which the identifiers of the index stand with us. */
function keysOf({ arxivId, doi, pmid }: ExpectedPaper): string[] {
  return [
    ...(arxivId ? [`arxiv:${arxivId.replace(/v\d+$/, '')}`] : []),
    ...(doi ? [`doi:${doi.toLowerCase()}`] : []),
    ...(pmid ? [`pmid:${pmid}`] : []),
  ];
}

function compareFields(expected: ExpectedPaper, found: FoundPaper): string[] {
  const wrong: string[] = [];
  if (expected.title !== undefined && !isSameTitle(expected.title, found.title)) {
    wrong.push(`title “${found.title}” instead of “${expected.title}”`);
  }
  // Authors whom a page counts and does not name are counted by some, and not by others.
  const counts = [found.authors.length, found.authorCount];
  if (expected.authorsCount !== undefined && !counts.includes(expected.authorsCount)) {
    wrong.push(`${found.authors.length} authors instead of ${expected.authorsCount}`);
  }
  const [first = ''] = found.authors;
  if (expected.firstAuthor !== undefined && !sharesName(expected.firstAuthor, first)) {
    wrong.push(`first author “${first}” instead of “${expected.firstAuthor}”`);
  }
  if (expected.hasAbstract !== undefined && expected.hasAbstract !== Boolean(found.abstract)) {
    wrong.push(expected.hasAbstract ? 'no abstract' : 'an abstract where there is none');
  }
  return wrong;
}

/**
 * Letters and figures alike. An index may have cut a title short at 50 characters, and has formulas
 * as they look where we have their TeX: then all that stands around them must agree.
 */
function isSameTitle(expected: string, found: string): boolean {
  const [want, have] = [fold(expected), fold(found)];
  if (want === have || (expected.length >= 50 && have.startsWith(want))) return true;
  const around = found.split(/\$[^$]*\$/).map((text) => fold(text));
  const [first = '', last = ''] = [around[0], around.at(-1)];
  if (around.length === 1 || !want.startsWith(first) || !want.endsWith(last)) return false;
  let from = 0;
  return around.every((text) => {
    const at = want.indexOf(text, from);
    from = at + text.length;
    return at >= 0;
  });
}

/** "Family, Given", "Given Family" and "Family G" are one. */
function sharesName(expected: string, found: string): boolean {
  const words = new Set(fold(found, ' ').split(' '));
  return fold(expected, ' ')
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

function fold(text: string, gap = ''): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, gap)
    .trim();
}
