import { cleanLine, cleanText, cleanUrl, TEXT_LIMITS } from '../core/clean-text';
import type { ExchangePaper } from '../core/exchange';
import { parseIdentifier } from '../core/identifiers';
import { SCHEMES } from '../core/identifiers/schemes';
import type { Author, PaperKey, PaperType, ReadingStatus } from '../core/paper';
import { noteText } from './html-entities';

/** A paper as a reader found it: raw text, possibly empty, doubled, hostile or far too long. */
export interface PaperDraft {
  title?: string | undefined;
  authors?: readonly Author[] | undefined;
  /** The file says "and others". */
  hasMoreAuthors?: boolean | undefined;
  /** Texts that may name an identifier, in any notation we know. */
  idTexts?: readonly (string | undefined)[] | undefined;
  urls?: readonly (string | undefined)[] | undefined;
  codeLinks?: readonly (string | undefined)[] | undefined;
  organization?: string | undefined;
  abstract?: string | undefined;
  /** As dates.ts gives it. */
  date?: string | undefined;
  venue?: string | undefined;
  volume?: string | undefined;
  number?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
  type?: PaperType | undefined;
  categories?: readonly string[] | undefined;
  comments?: string | undefined;
  keywords?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  lists?: readonly string[] | undefined;
  note?: string | undefined;
  status?: ReadingStatus | undefined;
  starred?: boolean | undefined;
  citationKey?: string | undefined;
  /** Moments as dates.ts gives them. */
  addedAt?: string | undefined;
  openedAt?: string | undefined;
  readAt?: string | undefined;
}

/** The most numerals that a file may give for one paper. */
const MAX_LINKS = 50;
/** Names of a journal that say "only on arXiv": with them, the volume holds the id. */
const ARXIV_VENUE = /^\s*(?:arxiv\b|corr\s*$|computing research repository|e-?prints?\s*$)/i;
const SCHEME_ORDER = Object.keys(SCHEMES);

/**
 * The door: a draft as a clean record, every text within its limit, every identifier canonical and
 * the most trusted one as `id`. Fields with nothing in them are absent. Null where the draft has
 * neither title nor identifier, and so names no paper.
 */
export function toExchangePaper(draft: PaperDraft): ExchangePaper | null {
  const urls = cleanUrls(draft.urls);
  const { keys, version } = findKeys([...(draft.idTexts ?? []), ...urls]);
  const isOnArxivOnly = ARXIV_VENUE.test(draft.venue ?? '');
  const venue = isOnArxivOnly ? undefined : label(draft.venue);
  const isUnplaced = !draft.type && !venue && keys[0]?.startsWith('arxiv:');
  const type = isOnArxivOnly || isUnplaced ? asPreprint(draft.type) : draft.type;
  const title = cleanLine(draft.title ?? '', TEXT_LIMITS.title);
  if (title === '' && keys.length === 0) return null;
  const authors = cleanAuthors(draft.authors ?? []);
  const hidden = (draft.authors?.length ?? 0) > authors.length || draft.hasMoreAuthors;
  return withoutEmpty({
    id: keys[0],
    ids: keys,
    title,
    authors,
    // "And others" gives no number: one more than those named is what is known.
    authorCount: hidden ? Math.max(draft.authors?.length ?? 0, authors.length + 1) : undefined,
    organization: label(draft.organization),
    abstract: cleanLine(draft.abstract ?? '', TEXT_LIMITS.abstract),
    date: draft.date,
    venue,
    volume: isOnArxivOnly ? undefined : label(draft.volume),
    // Zotero gives the arXiv id as the number of a preprint.
    number: /^arxiv:/i.test(draft.number ?? '') ? undefined : label(draft.number),
    pages: cleanPages(draft.pages ?? ''),
    // What exporters write for every preprint on arXiv.
    publisher:
      type === 'preprint' && /^arxiv(?:\.org)?$/i.test(draft.publisher ?? '')
        ? undefined
        : label(draft.publisher),
    type,
    urls,
    codeLinks: cleanUrls(draft.codeLinks),
    categories: labels(draft.categories),
    comments: cleanLine(draft.comments ?? '', TEXT_LIMITS.title),
    version,
    keywords: labels(draft.keywords),
    tags: labels(draft.tags),
    lists: labels(draft.lists),
    note: cleanText(noteText((draft.note ?? '').slice(0, 2 * TEXT_LIMITS.note)), TEXT_LIMITS.note),
    status: draft.status,
    starred: draft.starred || undefined,
    citationKey: label(draft.citationKey),
    addedAt: draft.addedAt,
    openedAt: draft.openedAt,
    readAt: draft.readAt,
  });
}

/** Reference managers write preprints as articles, or say nothing. */
function asPreprint(type: PaperType | undefined): PaperType {
  return type === undefined || type === 'journal-article' ? 'preprint' : type;
}

/** A paper has one of each of these; where a file names two, the second is that of another paper. */
const ONE_OF_A_KIND: ReadonlySet<string> = new Set(['arxiv', 'acl', 'pmid', 'pmcid']);

/** Canonical keys, each once, the most trusted scheme first; and the highest arXiv version named. */
function findKeys(texts: readonly (string | undefined)[]): { keys: PaperKey[]; version?: number } {
  const keys = new Set<PaperKey>();
  const schemes = new Set<string>();
  let version = 0;
  for (const text of new Set(texts)) {
    const found = text ? parseIdentifier(text) : null;
    if (!found) continue;
    const scheme = schemeOf(found.key);
    const isOfAnother = ONE_OF_A_KIND.has(scheme) && schemes.has(scheme) && !keys.has(found.key);
    if (isOfAnother) continue;
    keys.add(found.key);
    schemes.add(scheme);
    version = Math.max(version, found.version ?? 0);
  }
  const sorted = [...keys].sort((one, other) => trust(one) - trust(other));
  return { keys: sorted, ...(version > 0 && { version }) };
}

function schemeOf(key: PaperKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** Smaller is better; sorting is stable, so that among equals the file's own order holds. */
function trust(key: PaperKey): number {
  const rank = SCHEME_ORDER.indexOf(schemeOf(key));
  return rank < 0 ? SCHEME_ORDER.length : rank;
}

function cleanAuthors(authors: readonly Author[]): Author[] {
  return authors
    .slice(0, TEXT_LIMITS.authors)
    .map(cleanAuthor)
    .filter((author) => author !== null);
}

/** Drops empty parts and everything that is no part of a name; null for a name of nothing. */
export function cleanAuthor(author: Author): Author | null {
  const part = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : cleanLine(text, TEXT_LIMITS.authorName);
  const { name, family, given, particle, suffix, literal } = author;
  const whole = cleanLine(name, TEXT_LIMITS.authorName);
  if (whole === '') return null;
  return withoutEmpty({
    name: whole,
    family: part(family),
    given: part(given),
    particle: part(particle),
    suffix: part(suffix),
    literal: part(literal),
  });
}

/** A single hyphen between the first and the last page. */
function cleanPages(text: string): string {
  return label(text)?.replace(/ ?[-‐-―−]+ ?/g, '-') ?? '';
}

export function cleanUrls(urls: readonly (string | undefined)[] = []): string[] {
  const clean = urls.map((url) => (url ? cleanUrl(url) : null)).filter((url) => url !== null);
  return [...new Set(clean)].slice(0, MAX_LINKS);
}

export function label(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanLine(text, TEXT_LIMITS.label);
}

export function labels(texts: readonly string[] = []): string[] {
  const clean = texts.slice(0, TEXT_LIMITS.labels).map((text) => label(text) ?? '');
  return [...new Set(clean)].filter(Boolean);
}

/** A copy without the members that hold undefined, '' or []; `title` and `authors` always stay. */
function withoutEmpty<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  const kept: Partial<T> = {};
  for (const name of Object.keys(record) as (keyof T)[]) {
    const value = record[name];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length);
    if (!isEmpty || name === 'title' || name === 'authors') kept[name] = value as T[keyof T];
  }
  return kept as T;
}
