import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedPage } from '../../tests/support/served-pages';

/** One paper that a page is known to hold; what is not there has not been verified. */
export interface ExpectedPaper {
  readonly title?: string;
  readonly arxivId?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly authorsCount?: number;
  /** As the page writes it. */
  readonly firstAuthor?: string;
  readonly hasAbstract?: boolean;
}

/** One saved page and what it is known to hold. */
export interface SavedPage {
  /** Path below the folder. */
  readonly file: string;
  readonly site: string;
  readonly kind: string;
  /** Where it is served: its own address, or one made up where that is unknown. */
  readonly address: string;
  /** How many papers there are; null where nobody has counted. */
  readonly count: number | null;
  readonly papers: readonly ExpectedPaper[];
  /** The right answer is a matter of taste: differences are shown, and are no faults. */
  readonly isAmbiguous: boolean;
}

/** The pages that a folder's INDEX.json names. Throws, naming the file, when it is not of the form. */
export function readPageIndex(dir: string): SavedPage[] {
  const path = join(dir, 'INDEX.json');
  const entries: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(entries)) throw new Error(`${path} is not an array.`);
  return entries.map((entry, at) => {
    const page = toSavedPage(entry);
    if (!page) throw new Error(`${path}: entry ${at} names no file.`);
    return page;
  });
}

/** The bytes as they were saved. Servers say UTF-8; a page in another encoding says so itself. */
export function readSavedPage(dir: string, page: SavedPage): ServedPage {
  const body = readFileSync(join(dir, page.file));
  if (page.file.endsWith('.pdf')) return { body, contentType: 'application/pdf' };
  return { body, contentType: isUtf8(body) ? 'text/html; charset=utf-8' : 'text/html' };
}

export function toSavedPage(entry: unknown): SavedPage | null {
  if (!isRecord(entry) || typeof entry.file !== 'string') return null;
  const expected = isRecord(entry.expected) ? entry.expected : {};
  return {
    file: entry.file,
    site: String(entry.site ?? ''),
    kind: String(entry.kind ?? ''),
    address: new URL(
      typeof entry.url === 'string' ? entry.url : `https://page.invalid/${entry.file}`,
    ).href,
    count: typeof expected.count === 'number' ? expected.count : null,
    papers: Array.isArray(expected.papers) ? expected.papers.filter(isRecord).map(toExpected) : [],
    isAmbiguous: expected.ambiguous === true,
  };
}

function toExpected(paper: Record<string, unknown>): ExpectedPaper {
  const texts = ['title', 'arxivId', 'doi', 'pmid', 'firstAuthor'] as const;
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (typeof paper[name] === 'string' ? [[name, paper[name]]] : [])),
    ),
    ...(typeof paper.authorsCount === 'number' && { authorsCount: paper.authorsCount }),
    ...(typeof paper.hasAbstract === 'boolean' && { hasAbstract: paper.hasAbstract }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
