import { cleanLine, TEXT_LIMITS } from '../core/clean-text';
import { parseArxivId } from '../core/identifiers/arxiv-id';
import { type GatheredFacts, toAuthors } from './candidate';

/** Facts of papers by arXiv id, out of the JSON that the page's islands carry. */
export type PaperProps = ReadonlyMap<string, GatheredFacts>;

type Json = Readonly<Record<string, unknown>>;

/** Islands hold settings and menus too; papers never stand deeper than this. */
const MAX_DEPTH = 6;
/** An island is parsed once for each text it carries: feeds hold up to a megabyte. */
const parsed = new WeakMap<Element, { readonly text: string; readonly papers: PaperProps }>();

/**
 * All papers that the page's `data-props` tell of, by id. They are as the server rendered them, so
 * they may be those of another day or query: only ever look up what the page itself shows.
 */
export function readProps(doc: Document): PaperProps {
  const papers = new Map<string, GatheredFacts>();
  for (const island of doc.querySelectorAll('[data-target][data-props]')) {
    for (const [id, facts] of readIsland(island)) if (!papers.has(id)) papers.set(id, facts);
  }
  return papers;
}

function readIsland(island: Element): PaperProps {
  const text = island.getAttribute('data-props') ?? '';
  const known = parsed.get(island);
  if (known?.text === text) return known.papers;
  const papers = new Map<string, GatheredFacts>();
  collect(parseJson(text), papers, 0);
  parsed.set(island, { text, papers });
  return papers;
}

function parseJson(text: string): unknown {
  if (!text.includes('"title"')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // not ours, or cut short: the links on the page still say which papers are there
  }
}

/** A feed's entry wraps its paper; search results and collections hold papers bare. */
function collect(value: unknown, papers: Map<string, GatheredFacts>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, papers, depth + 1);
    return;
  }
  const object = value as Json;
  const paper = isPaper(object.paper) ? object.paper : isPaper(object) ? object : null;
  if (paper) {
    const id = String(paper.id);
    if (!papers.has(id)) papers.set(id, toFacts(paper, object));
    return;
  }
  for (const item of Object.values(object)) collect(item, papers, depth + 1);
}

function isPaper(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title } = value as Json;
  return typeof id === 'string' && typeof title === 'string' && parseArxivId(id) !== null;
}

function toFacts(paper: Json, entry: Json): GatheredFacts {
  const names = readNames(paper.authors);
  return {
    title: toLine(paper.title, TEXT_LIMITS.title),
    authors: toAuthors(names),
    abstract: toLine(paper.summary ?? entry.summary, TEXT_LIMITS.abstract),
    date: /^\d{4}-\d\d-\d\d/.exec(String(paper.publishedAt ?? entry.publishedAt ?? ''))?.[0],
    organization: readOrganization(paper, entry),
    upvotes: toCount(paper.upvotes ?? entry.upvotes),
    commentCount: toCount(entry.numComments ?? paper.numComments),
    codeLinks: readCode(paper.githubRepo),
    codeStars: toCount(paper.githubStars),
  };
}

/** Hidden authors are names that the site itself took back. */
function readNames(authors: unknown): string[] {
  if (!Array.isArray(authors)) return [];
  const shown = authors.filter((author: Json | null) => author && author.hidden !== true);
  return shown.map((author: Json) => toLine(author.name, TEXT_LIMITS.authorName)).filter(Boolean);
}

function readOrganization(paper: Json, entry: Json): string | undefined {
  const organization = (entry.organization ?? paper.organization ?? entry.submitterOrganization) as
    | Json
    | null
    | undefined;
  const name = organization?.fullname ?? organization?.name;
  return name ? toLine(name, TEXT_LIMITS.label) : undefined;
}

function readCode(repository: unknown): string[] {
  return /^https?:\/\//.test(String(repository)) ? [toLine(repository, TEXT_LIMITS.url)] : [];
}

function toLine(value: unknown, max: number): string {
  return typeof value === 'string' ? cleanLine(value, max) : '';
}

function toCount(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}
